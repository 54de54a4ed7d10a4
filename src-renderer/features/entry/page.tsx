import type { Page } from "../../app/pages.ts";
import { Entry, useAttention } from "./entry.tsx";

export const page: Page = {
  id: "entry",
  roles: ["reporter"],
  label: "shell:entry",
  icon: "grid",
  order: 20,
  wide: true,
  showsDue: true,
  useBadge: useAttention,
  Component: Entry,
};
