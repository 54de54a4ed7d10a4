import type { Page } from "../../app/pages.ts";
import { Completeness } from "./completeness.tsx";

export const page: Page = {
  id: "completeness",
  roles: ["office"],
  label: "shell:completeness",
  icon: "calendar",
  order: 52,
  wide: true,
  showsDue: true,
  Component: Completeness,
};
