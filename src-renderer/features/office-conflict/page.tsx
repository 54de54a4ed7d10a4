import type { Page, PageBadge } from "../../app/pages.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { OfficeConflict } from "./office-conflict.tsx";

function useBadge(): PageBadge | null {
  const t = useT();
  const conflicts = useEngine("conflict.list", {});
  if (conflicts.status !== "ready") return null;
  const count = conflicts.value.length;
  return { count, attention: true, label: t("officeConflict:summary", { count }) };
}

export const page: Page = {
  id: "conflict",
  roles: ["office"],
  label: "shell:conflict",
  icon: "st-conflict",
  order: 40,
  wide: true,
  showsDue: true,
  useBadge,
  Component: OfficeConflict,
};
