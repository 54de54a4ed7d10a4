import type { Period } from "#shared/plan/ids.ts";
import { ok } from "#shared/result.ts";
import { figureChanges } from "#shared/rollup/snapshot.ts";
import { rollupWorkbook } from "#shared/workbook/rollup-workbook.ts";
import type { Workbook } from "#shared/workbook/workbook.ts";
import { readFact } from "../../store/facts.ts";
import { rollUpPeriod } from "./rollup.ts";
import { now, type Session } from "../session.ts";
import { snapshotList } from "./snapshots.ts";
import type { Answer } from "../types.ts";

/** The roll-up of a period as a workbook, with what each unit gave and how it stands to the newest 汇总定稿. */
export function rollupBook(session: Session, period: Period, includePending: boolean): Answer<Workbook> {
  const rolled = rollUpPeriod(session, period, includePending);
  if (!rolled.ok) return rolled;
  const snapshots = snapshotList(session, period);
  if (!snapshots.ok) return snapshots;
  const [newest] = snapshots.value.versions;
  return ok(
    rollupWorkbook(session.plan, rolled.value, {
      office: session.name,
      sample: readFact(session.db, "sample") === "yes",
      writtenAt: now(session),
      frozen:
        newest === undefined
          ? null
          : {
              number: newest.number,
              at: newest.at,
              changed: figureChanges(newest.figures, snapshots.value.now).length,
            },
    }),
  );
}
