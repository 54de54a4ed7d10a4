import { useT } from "../../app/language.tsx";
import type { Page, PageBadge } from "../../app/pages.ts";
import { useEngine } from "../../app/queries.ts";
import { countWaiting, Submission } from "./submission.tsx";

function useBadge(): PageBadge | null {
  const t = useT();
  const list = useEngine("submission.list", {});
  if (list.status !== "ready") return null;
  const count = countWaiting(list.value);
  return { count, attention: false, label: t("submission:badge", { count }) };
}

export const page: Page = {
  id: "submission",
  roles: ["reporter"],
  label: "shell:submission",
  icon: "send",
  order: 50,
  showsDue: true,
  useBadge,
  Component: Submission,
};
