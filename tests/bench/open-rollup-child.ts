import { rollUpPeriod } from "#main/engine/rollup/rollup.ts";
import { closeSession, openWorkspace } from "#main/engine/workspace/workspace.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { timed } from "./figure.ts";
import { dependencies } from "./office.ts";

/** Opens 汇总 once, in a process of its own, as the window does. Answers the time and how many figures there are. */

const [, , dir = ""] = process.argv;
const session = openWorkspace(dependencies, dir);
if (!session.ok) throw new Error(session.error.code);
const period = periodSchema.parse(session.value.plan.calendar.last);
const { ms, value } = await timed(() => rollUpPeriod(session.value, period, true));
if (!value.ok) throw new Error(value.error.code);
const rows = value.value.indicators.filter((figure) => figure.value !== null).length;
if (rows === 0) throw new Error("no figure at all");
closeSession(session.value);
process.stdout.write(JSON.stringify({ ms, rows }));
