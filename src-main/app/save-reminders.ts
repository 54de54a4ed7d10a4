import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ReminderModel } from "#shared/paper/office-sheet-model.ts";
import { ok } from "#shared/result.ts";
import { writeFileDurably } from "../bundle/durable-file.ts";
import type { Answer } from "../engine/types.ts";
import type { Printer } from "./printer.ts";
import { sheetFileName } from "./sheet-file-name.ts";

/**
 * Prints the letters, a file each, into a new folder in this one: an earlier round's stay as they are. Throws where
 * the folder cannot be written to.
 */
export async function saveReminders(
  printer: Printer,
  models: readonly ReminderModel[],
  { parent, mode }: { readonly parent: string; readonly mode: number },
): Promise<Answer<{ folder: string; files: number }>> {
  const folder = newFolder(parent, models[0]);
  const printed = await printer.print(models, ({ pdf }, index) => {
    const model = models[index];
    if (model !== undefined) writeFileDurably(join(folder, sheetFileName(model)), pdf, mode);
  });
  return printed.ok ? ok({ folder, files: models.length }) : printed;
}

/** `催报单-2025年6月-2025年7月29日`, numbered from the second of a day on. */
function newFolder(parent: string, model: ReminderModel | undefined): string {
  const name = `催报单-${model?.periodName ?? ""}-${model?.day ?? ""}`;
  let folder = join(parent, name);
  for (let no = 2; existsSync(folder); no += 1) folder = join(parent, `${name}-${no}`);
  mkdirSync(folder);
  return folder;
}
