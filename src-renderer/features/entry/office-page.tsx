import { page as reporterPage } from "./page.tsx";
import type { Page } from "../../app/pages.ts";

/** 市级填报: the office's own items in the very grid that units fill in. */
export const page: Page = { ...reporterPage, roles: ["office"], label: "shell:ownEntries", order: 45 };
