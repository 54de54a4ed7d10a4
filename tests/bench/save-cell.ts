import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { saveEntries } from "#main/engine/entry/entry.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { figure, median, type Figure } from "./figure.ts";
import { newReporter } from "./office.ts";

/** Saving one cell until it is acknowledged, against one SQLite commit with the same settings. Medians. */
export async function saveCell(folder: string, rounds: number): Promise<Figure> {
  const session = await newReporter(join(folder, "reporter"));
  const raw = new SqliteDatabase(join(folder, "commits.sqlite3"));
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.exec("CREATE TABLE cell (id INTEGER PRIMARY KEY, body TEXT) STRICT");
  const commit = raw.prepare("INSERT OR REPLACE INTO cell VALUES (1, ?)");
  const item = indicatorItem("T02-1");
  const period = periodSchema.parse("2024-03");
  const saves: number[] = [];
  const commits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    saves.push(
      took(() => {
        const saved = saveEntries(session, period, [{ item, draft: { inputs: { revenue: String(round) } } }]);
        if (!saved.ok) throw new Error(saved.error.code);
      }),
    );
    commits.push(
      took(() => raw.transaction(() => commit.run(`{"inputs":{"revenue":"${round}"}}`)).immediate()),
    );
  }
  raw.close();
  closeSession(session);
  return figure(
    { name: "save one cell, acknowledged durably", count: rounds, ms: median(saves) * rounds },
    { name: "one commit with the same settings", ms: median(commits) * rounds },
    { medianMs: Number(median(saves).toFixed(2)) },
  );
}

function took(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
