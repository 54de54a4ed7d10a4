import type { Page } from "../../app/pages.ts";
import { Checks } from "./checks.tsx";

export const page: Page = {
  id: "checks",
  roles: ["reporter"],
  label: "checks:title",
  icon: "st-warned",
  order: 55,
  unlisted: true,
  showsDue: true,
  Component: Checks,
};
