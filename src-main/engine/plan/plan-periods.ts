import { periodsOf } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { Session } from "../session.ts";

export const isPlanPeriod = ({ plan }: Pick<Session, "plan">, period: Period): boolean =>
  periodsOf(plan).includes(period);
