import { z } from "zod";
import type { ProvisionalChoice } from "#shared/rollup/provisional.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";
import type { SubjectAddress } from "./records.ts";
import type { ProvisionalChoiceTable } from "./tables.ts";

/** 暂用 as it was chosen on this PC, lapsed ones among them: what differs now tells. */

const headsSchema = z.array(z.string());

const choiceIn = ({ revision, heads }: ProvisionalChoiceTable): ProvisionalChoice => ({
  revision,
  heads: headsSchema.parse(JSON.parse(heads)),
});

export function provisionalChoice(db: Database, at: SubjectAddress): ProvisionalChoice | undefined {
  const row = db.get(
    sql
      .selectFrom("provisional_choice")
      .selectAll()
      .where("unit", "=", at.unit)
      .where("period", "=", at.period)
      .where("item", "=", at.item),
  );
  return row && choiceIn(row);
}

/** A later choice takes the place of the one before. */
export function putProvisionalChoice(
  db: Database,
  { unit, period, item }: SubjectAddress,
  choice: ProvisionalChoice,
): void {
  const said = { revision: choice.revision, heads: JSON.stringify(choice.heads) };
  db.run(
    sql
      .insertInto("provisional_choice")
      .values({ unit, period, item, ...said })
      .onConflict((conflict) => conflict.columns(["unit", "period", "item"]).doUpdateSet(said)),
  );
}

export function deleteProvisionalChoice(db: Database, { unit, period, item }: SubjectAddress): void {
  db.run(
    sql
      .deleteFrom("provisional_choice")
      .where("unit", "=", unit)
      .where("period", "=", period)
      .where("item", "=", item),
  );
}
