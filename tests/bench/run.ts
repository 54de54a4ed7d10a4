import { rmSync } from "node:fs";
import type { Figure } from "./figure.ts";
import { gridFrames } from "./grid-frames.ts";
import { importFrames } from "./import-frames.ts";
import { mergeRevisions } from "./merge-revisions.ts";
import { openRollup } from "./open-rollup.ts";
import { saveCell } from "./save-cell.ts";
import { scratchFolder } from "./scratch.ts";

/**
 * `npm run bench`: one JSON line per figure, each a ratio against a raw baseline taken in the same run on the same
 * machine. Nothing here passes or fails; `docs/` and closing notes quote it.
 */
const folder = scratchFolder();
try {
  say(await mergeRevisions(folder, { revisions: 200_000, bundles: 1 }));
  say(await mergeRevisions(folder, { revisions: 400_000, bundles: 1 }));
  say(await mergeRevisions(folder, { revisions: 200_000, bundles: 2_600 }));
  say(await openRollup(folder));
  say(await saveCell(folder, 300));
  say(await gridFrames(folder));
  say(await importFrames(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function say(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
