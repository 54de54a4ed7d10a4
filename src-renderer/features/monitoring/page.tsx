import type { Page } from "../../app/pages.ts";
import { Monitoring } from "./monitoring.tsx";

export const page: Page = {
  id: "monitoring",
  roles: ["office"],
  label: "shell:monitoring",
  icon: "scale",
  order: 52,
  wide: true,
  Component: Monitoring,
};
