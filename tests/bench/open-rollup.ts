import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { busyBundle } from "./busy-ledger.ts";
import { child } from "./child.ts";
import { figure, type Figure } from "./figure.ts";
import { newOffice } from "./office.ts";

const CORRECTIONS = 11;
const timed = z.object({ ms: z.number(), rows: z.number() });
const imported = z.object({
  ms: z.number(),
  added: z.number(),
  statuses: z.array(z.string()),
  rssMb: z.number(),
});

/** Opening 汇总 at the plan's last period over a ledger of 200,000 revisions, against SQLite reading the same rows. */
export async function openRollup(folder: string): Promise<Figure> {
  const dir = join(folder, "busy-office");
  const office = await newOffice(dir);
  const files: string[] = [];
  let revisions = 0;
  for (const [index, { key }] of reportingUnits(office.plan).entries()) {
    const made = await busyBundle(office, unitKeySchema.parse(key), {
      corrections: CORRECTIONS,
      serial: 100 + index,
    });
    files.push(join(folder, `busy-${key}.tzb`));
    writeFileSync(files.at(-1) ?? "", made.bytes);
    revisions += made.revisions;
  }
  closeSession(office);
  const { added } = child("import-child.ts", [dir, ...files], imported);
  if (added !== revisions) throw new Error(`merged ${added} of ${revisions}`);
  const runs = Array.from({ length: RUNS }, () => ({
    opened: child("open-rollup-child.ts", [dir], timed),
    raw: child("read-subjects-child.ts", [join(dir, "workspace.sqlite3")], timed),
  }));
  const best = (of: (run: (typeof runs)[number]) => number): number => Math.min(...runs.map(of));
  return figure(
    { name: "open the roll-up", count: revisions, ms: best(({ opened }) => opened.ms) },
    { name: "SQLite reading the same rows", ms: best(({ raw }) => raw.ms) },
    { rows: runs[0]?.raw.rows ?? 0 },
  );
}

const RUNS = 3;
