import type { Page } from "../../app/pages.ts";
import { Rollup } from "./rollup.tsx";

export const page: Page = {
  id: "rollup",
  roles: ["office"],
  label: "shell:rollup",
  icon: "chart",
  order: 50,
  wide: true,
  showsDue: true,
  Component: Rollup,
};
