import type { Page } from "../../app/pages.ts";
import { OfficeHome } from "./office-home.tsx";

export const page: Page = {
  id: "home",
  roles: ["office"],
  label: "shell:home",
  icon: "home",
  order: 10,
  Component: OfficeHome,
};
