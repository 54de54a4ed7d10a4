import type { Page } from "../../app/pages.ts";
import { PlanPage } from "./plan-page.tsx";

export const page: Page = {
  id: "plan",
  roles: ["office"],
  label: "shell:plan",
  icon: "plan",
  order: 70,
  Component: PlanPage,
};
