import type { Page } from "../../app/pages.ts";
import { Settings } from "./settings.tsx";

export const page: Page = {
  id: "settings",
  roles: ["office", "reporter"],
  label: "shell:settings",
  icon: "settings",
  order: 100,
  Component: Settings,
};
