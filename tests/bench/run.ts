import { rmSync } from "node:fs";
import { mergeRevisions } from "./merge-revisions.ts";
import { saveCell } from "./save-cell.ts";
import { scratchFolder } from "./scratch.ts";

/**
 * `npm run bench`: one JSON line per figure, each a ratio against a raw baseline taken in the same run on the same
 * machine. Nothing here passes or fails; `docs/` and closing notes quote it.
 */
const folder = scratchFolder();
try {
  for (const figure of [await mergeRevisions(folder, 20_000), await saveCell(folder, 300)]) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
