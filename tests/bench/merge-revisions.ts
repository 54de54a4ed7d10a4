import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { child } from "./child.ts";
import { figure, type Figure } from "./figure.ts";
import { newLaptop, newOffice, submissionsOf } from "./office.ts";

const imported = z.object({
  ms: z.number(),
  added: z.number(),
  statuses: z.array(z.string()),
  rssMb: z.number(),
});

/**
 * Verifying and merging that many revisions in so many bundles, against better-sqlite3 inserting the rows they leave
 * behind; then the same files again.
 */
export async function mergeRevisions(
  folder: string,
  { revisions, bundles }: { readonly revisions: number; readonly bundles: number },
): Promise<Figure> {
  const place = join(folder, `merge-${revisions}-${bundles}`);
  mkdirSync(place, { recursive: true });
  const dir = join(place, "office");
  const office = await newOffice(dir);
  const laptop = await newLaptop(office);
  const files: string[] = [];
  for await (const bytes of submissionsOf(office, laptop, { revisions, bundles })) {
    files.push(join(place, `${files.length + 1}.tzb`));
    writeFileSync(files.at(-1) ?? "", bytes);
  }
  closeSession(office);
  const runs = Array.from({ length: RUNS }, (_, run) => mergedOnce(place, dir, files, revisions, run));
  const best = (of: (run: Run) => number): number => Math.min(...runs.map(of));
  const rawMs = best(({ raw }) => raw);
  return figure(
    { name: "verify and merge", count: revisions, ms: best(({ merged }) => merged.ms) },
    { name: "raw insert of the same rows", ms: rawMs },
    {
      bundles,
      knownRatio: Number((best(({ again }) => again.ms) / rawMs).toFixed(3)),
      rssMb: Math.max(...runs.map(({ merged }) => merged.rssMb)),
    },
  );
}

/** The machine's other work comes and goes: of each kind the fastest run is taken. */
const RUNS = 3;

type Run = ReturnType<typeof mergedOnce>;

function mergedOnce(place: string, made: string, files: readonly string[], revisions: number, run: number) {
  const dir = join(place, `run-${run}`);
  cpSync(made, dir, { recursive: true });
  const merged = child("import-child.ts", [dir, ...files], imported);
  if (merged.added !== revisions) throw new Error(`merged ${merged.added} of ${revisions}`);
  const again = child("import-child.ts", [dir, ...files], imported);
  if (again.statuses.join() !== "duplicate") throw new Error(`known bundles are ${again.statuses.join()}`);
  const database = join(dir, "workspace.sqlite3");
  const raw = child(
    "raw-insert-child.ts",
    [database, join(dir, "raw.sqlite3")],
    z.object({ ms: z.number() }),
  );
  rmSync(dir, { recursive: true });
  return { merged, again, raw: raw.ms };
}
