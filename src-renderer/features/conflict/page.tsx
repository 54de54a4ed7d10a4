import { useT } from "../../app/language.tsx";
import type { Page, PageBadge } from "../../app/pages.ts";
import { useEngine } from "../../app/queries.ts";
import { Conflict } from "./conflict.tsx";

function useBadge(): PageBadge | null {
  const t = useT();
  const list = useEngine("conflict.list", {});
  if (list.status !== "ready") return null;
  const count = list.value.length;
  return { count, attention: true, label: t("shell:attention", { count }) };
}

/** Reached from the home page and the grid, where a conflict is named. */
export const page: Page = {
  id: "conflict",
  roles: ["reporter"],
  label: "shell:conflict",
  icon: "st-conflict",
  order: 60,
  unlisted: true,
  useBadge,
  Component: Conflict,
};
