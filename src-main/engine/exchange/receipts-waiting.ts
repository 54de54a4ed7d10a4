import { unitKeySchema } from "#shared/plan/ids.ts";
import type { OfficeHome } from "#shared/ipc/views.ts";
import { sql } from "../../store/database.ts";
import { readDeviceId } from "../trust/device-id.ts";
import type { Session } from "../session.ts";

/** Units with decisions that no receipt written here has carried yet; the office sends itself none. */
export function receiptsWaiting({ db, unit }: Session): OfficeHome["receipts"] {
  const rows = db.all(
    sql
      .selectFrom("record")
      .select(({ fn }) => ["unit", fn.countAll<number>().as("decisions")])
      .where("family", "=", "decision")
      .where("unit", "!=", unit)
      .where("device", "=", readDeviceId(db) ?? "")
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("bundle_record").select("bundle").whereRef("bundle_record.record", "=", "record.no"),
          ),
        ),
      )
      .groupBy("unit")
      .orderBy("unit"),
  );
  return rows.map(({ unit, decisions }) => ({ unit: unitKeySchema.parse(unit), decisions }));
}
