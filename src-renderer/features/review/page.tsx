import type { Page, PageBadge } from "../../app/pages.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Review } from "./review.tsx";

function useBadge(): PageBadge | null {
  const t = useT();
  const { period } = useSession();
  const home = useEngine("office.home", { period });
  if (home.status !== "ready") return null;
  const count = home.value.units.reduce((total, { toJudge }) => total + toJudge, 0);
  return { count, attention: false, label: t("review:badge", { count }) };
}

export const page: Page = {
  id: "review",
  roles: ["office"],
  label: "shell:review",
  icon: "review",
  order: 30,
  wide: true,
  showsDue: true,
  useBadge,
  Component: Review,
};
