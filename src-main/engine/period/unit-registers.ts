import type { RegisterRow } from "#shared/ledger/record.ts";
import { confirmationDraftSchema, rowDraftSchema } from "#shared/checks/draft.ts";
import { draftToBody } from "#shared/checks/draft-to-body.ts";
import { hasAnswer } from "#shared/checks/item-state.ts";
import type { UnitRegisters } from "#shared/paper/unit-registers.ts";
import { itemSchema, periodSchema } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { registerRowSchema } from "#shared/ledger/record.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Database } from "../../store/database.ts";
import { unitRegisterSubjects } from "../../store/subjects.ts";
import { confirmationFits, rowFits } from "./body-kinds.ts";
import type { UnitPeriod } from "./unit-period.ts";

/** What the unit says of its registers up to the period; on a sealed sheet without drafts. */
export function unitRegisters(db: Database, known: UnitPeriod, sealed: boolean): UnitRegisters {
  const rows = new Map<string, UnitRegisters["rows"][number]>();
  const confirmations = new Map<string, UnitRegisters["confirmations"][number]>();
  for (const subject of unitRegisterSubjects(db, known.unit, known.period)) {
    const parts = parseItem(itemSchema.parse(subject.item));
    if (parts.kind !== "register") continue;
    const { register, key } = parts;
    const period = periodSchema.parse(subject.period);
    const address = `${subject.period} ${subject.item}`;
    if (key === undefined) {
      const body = confirmationFits(subject.current_body);
      if (body !== undefined) confirmations.set(address, { register, period, body });
    } else {
      const body = rowFits(subject.current_body);
      if (body !== undefined) rows.set(address, { register, key, period, body });
    }
  }
  for (const [item, { draft }] of sealed ? [] : known.drafts) {
    const parts = parseItem(itemSchema.parse(item));
    if (parts.kind !== "register" || !hasAnswer(draft)) continue;
    const { register, key } = parts;
    const { period } = known;
    const address = `${period} ${item}`;
    if (key === undefined) {
      confirmations.set(address, { register, period, body: confirmationDraftSchema.parse(draft) });
    } else {
      rows.set(address, { register, key, period, body: rowBody(known.plan, item, draft) });
    }
  }
  return { rows: [...rows.values()], confirmations: [...confirmations.values()] };
}

/** A row that cannot be sealed yet is shown as it was typed. */
function rowBody(plan: Plan, item: string, draft: Parameters<typeof draftToBody>[2]): RegisterRow {
  const body = draftToBody(plan, itemSchema.parse(item), draft);
  const row = body.ok ? registerRowSchema.safeParse(body.value).data : undefined;
  if (row !== undefined) return row;
  const { fields, state = "in-force", date, reason } = rowDraftSchema.parse(draft);
  const typed = Object.entries(fields).flatMap(([id, text]) =>
    text.trim() === "" ? [] : [[id, text.trim()]],
  );
  return {
    fields: Object.fromEntries(typed),
    state,
    ...(date === undefined ? {} : { date }),
    ...(reason === undefined ? {} : { reason }),
  };
}
