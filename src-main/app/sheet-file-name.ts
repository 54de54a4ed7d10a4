import type { SheetModel } from "#shared/paper/sheet-model.ts";

/** Characters that Windows refuses in a file name, and spaces of any kind. */
const refused = /[<>:"/\\|?*\s\p{Cc}\p{Cf}]/gu;

/** `<unit>-<title>[-<period>].pdf`, at most 120 characters. */
export function sheetFileName(model: SheetModel): string {
  const period = model.sheet === "task-sheet" ? null : model.periodName;
  const parts = [model.head.unitName, model.head.title.join(""), period ?? ""];
  const name = parts.map((part) => part.replace(refused, "")).filter((part) => part !== "");
  return `${[...name.join("-")].slice(0, 116).join("")}.pdf`;
}
