import type { Page } from "../../app/pages.ts";
import { RecordEntries } from "./record-entries.tsx";

/** Where a county hands over, the office puts in force; reached from 市级填报. */
export const page: Page = {
  id: "submission",
  roles: ["office"],
  label: "ownEntries:title",
  icon: "st-accepted",
  order: 46,
  unlisted: true,
  Component: RecordEntries,
};
