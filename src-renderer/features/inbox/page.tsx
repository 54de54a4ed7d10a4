import type { Page, PageBadge } from "../../app/pages.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Inbox } from "./inbox.tsx";

function useBadge(): PageBadge | null {
  const t = useT();
  const { period } = useSession();
  const home = useEngine("office.home", { period });
  if (home.status !== "ready") return null;
  const count = home.value.alerts
    .filter(({ kind }) => kind === "rejected" || kind === "held")
    .reduce((total, alert) => total + alert.count, 0);
  return { count, attention: true, label: t("inbox:badge", { count }) };
}

export const page: Page = {
  id: "inbox",
  roles: ["office"],
  label: "shell:inbox",
  icon: "inbox",
  order: 20,
  wide: true,
  showsDue: true,
  useBadge,
  Component: Inbox,
};
