import { chinaDay } from "#shared/plan/china-day.ts";
import { periodAt, periodsOf } from "#shared/plan/calendar.ts";
import type { ReviewUnit } from "#shared/ipc/views.ts";
import type { Period } from "#shared/plan/ids.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { gridView } from "../../engine/entry/entry.ts";
import { reviewUnits } from "../../engine/review/review.ts";
import { now, type Session } from "../../engine/session.ts";
import { submissionList } from "../../engine/submission/submission-list.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { openForCommand, periodOf } from "../open.ts";
import type { Outcome } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import { table } from "../table.ts";
import { valueOf, type Terminal } from "../terminal.ts";

export const registerStatus: RegisterCommands = (program, run) => {
  program
    .command("status")
    .requiredOption("-w, --workspace <dir>")
    .option("--period <period>")
    .action((options: { workspace: string; period?: string }) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const period = options.period === undefined ? undefined : periodOf(options.period);
        const outcome =
          session.role === "reporter"
            ? reporterStatus(terminal, session, period ?? periodAt(session.plan, chinaDay(now(session))))
            : officeStatus(terminal, session, period);
        closeSession(session);
        return outcome;
      }),
    );
};

function reporterStatus(terminal: Terminal, session: Session, period: Period): Outcome {
  const { items } = valueOf(gridView(session, period));
  const shown = items.filter(({ due, state }) => due || state !== "empty");
  const submissions = submissionList(session);
  return {
    json: {
      unit: session.unit,
      period,
      items: shown.map(({ item, state, due, dueDate, returned }) => ({
        item,
        state,
        due,
        dueDate,
        returned,
      })),
      submissions,
    },
    text: [
      ...table(
        shown.map(({ item, state, returned }) => [
          terminal.t(`states:${state}`),
          item,
          itemTitle(session.plan, item, terminal.language),
          returned?.comment ?? "",
        ]),
      ),
      ...submissions.map(
        ({ sequence, receipt, digest }) =>
          `${terminal.t("cli:package", { sequence })}  ${terminal.t(`cli:receipt-${receipt}`)}  ${digest}`,
      ),
    ],
  };
}

/** Units × periods; with a period given, that one alone. */
function officeStatus(terminal: Terminal, session: Session, period: Period | undefined): Outcome {
  const today = chinaDay(now(session));
  const until = periodAt(session.plan, today);
  const periods = period === undefined ? periodsOf(session.plan).filter((each) => each <= until) : [period];
  const status = periods.map((each) => ({ period: each, units: valueOf(reviewUnits(session, each)) }));
  return {
    json: { periods: status },
    text: status.flatMap(({ period: each, units }) => [
      each,
      ...table(
        units.map(({ name, timeliness, ...counts }) => [
          `  ${name}`,
          terminal.t(`cli:timeliness-${timeliness}`),
          terminal.t("cli:unitCounts", countsOf(counts)),
        ]),
      ),
    ]),
  };
}

const countsOf = ({
  expected,
  accepted,
  pending,
  returned,
  conflicts,
  missing,
  waiting,
}: Pick<
  ReviewUnit,
  "expected" | "accepted" | "pending" | "returned" | "conflicts" | "missing" | "waiting"
>) => ({ expected, accepted, pending, returned, conflicts, missing, waiting });
