import { isHard, needsExplanation } from "#shared/checks/finding.ts";
import { publishedValueSchema } from "#shared/ledger/record.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { reportingUnits, unitName } from "#shared/plan/units.ts";
import { decide, type DecisionInput } from "../../engine/review/decide.ts";
import { lockPeriod } from "../../engine/period/period-lock.ts";
import { publishFigure } from "../../engine/rollup/publish-figure.ts";
import { reviewItems, reviewUnits } from "../../engine/review/review.ts";
import type { Session } from "../../engine/session.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { itemOf, openForCommand, periodOf, unitKeyOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { table } from "../table.ts";
import { valueOf, wrongUsage } from "../terminal.ts";
import type { ReviewItem } from "#shared/ipc/views.ts";

interface Options {
  readonly workspace: string;
  readonly period: string;
  readonly unit?: string;
  readonly item?: string[];
  readonly all?: boolean;
  readonly comment?: string;
  readonly value?: string;
}

const OUTCOMES = { accept: "accepted", return: "returned", close: "closed", verify: "verified" } as const;
const LOCKS = { lock: "locked", unlock: "unlocked" } as const;

export const registerReview: RegisterCommands = (program, run) => {
  const review = program.command("review").requiredOption("-w, --workspace <dir>");
  review
    .command("list")
    .requiredOption("--period <period>")
    .option("--unit <key>")
    .action((_options: unknown, command: { optsWithGlobals(): Options }) =>
      run((terminal) => {
        const options = command.optsWithGlobals();
        const session = openForCommand(terminal, options.workspace);
        const items = itemsAsked(session, options);
        closeSession(session);
        return {
          json: { items },
          text: table(
            items.map(({ unit, item, state, findings }) => [
              unitName(session.plan, unit),
              terminal.t(`states:${state}`),
              item,
              itemTitle(session.plan, item, terminal.language),
              findings.length === 0 ? "" : `△${findings.length}`,
            ]),
          ),
        };
      }),
    );
  for (const [name, outcome] of Object.entries(OUTCOMES)) {
    review
      .command(name)
      .requiredOption("--period <period>")
      .option("--unit <key>")
      .option("--item <items...>")
      .option("--all", "everything that waits and has no open finding")
      .option("--comment <text>")
      .option("--value <json>")
      .action((_options: unknown, command: { optsWithGlobals(): Options }) =>
        run((terminal) => {
          const options = command.optsWithGlobals();
          const session = openForCommand(terminal, options.workspace);
          const decisions = decisionsAsked(session, options, outcome);
          const done = valueOf(decide(session, decisions));
          closeSession(session);
          return { json: done, text: [terminal.t("cli:decided", { count: done.decided })] };
        }),
      );
  }
  for (const [name, outcome] of Object.entries(LOCKS)) {
    review
      .command(name)
      .requiredOption("--period <period>")
      .option("--unit <key>", "every reporting unit without it")
      .option("--comment <text>")
      .action((_options: unknown, command: { optsWithGlobals(): Options }) =>
        run((terminal) => {
          const { workspace, period, unit, comment } = command.optsWithGlobals();
          const session = openForCommand(terminal, workspace);
          const at = periodOf(period);
          const units =
            unit === undefined ? reportingUnits(session.plan, at).map(({ key }) => key) : [unitKeyOf(unit)];
          const done = valueOf(lockPeriod(session, { period: at, units, outcome, comment }));
          closeSession(session);
          return { json: done, text: [terminal.t("cli:decided", { count: done.decided })] };
        }),
      );
  }
  review
    .command("publish")
    .requiredOption("--period <period>")
    .requiredOption("--item <items...>")
    .requiredOption("--value <json>", '{"value":"12.3","source":"…","date":"2026-05-20","use":true}')
    .action((_options: unknown, command: { optsWithGlobals(): Options }) =>
      run((terminal) => {
        const { workspace, period, item: items, value } = command.optsWithGlobals();
        const [item, ...others] = items ?? [];
        if (item === undefined || others.length > 0) throw wrongUsage("--item");
        const published = publishedValueSchema.safeParse(jsonOf(value ?? ""));
        if (!published.success) throw wrongUsage("--value");
        const session = openForCommand(terminal, workspace);
        const figure = { period: periodOf(period), item: itemOf(item), value: published.data };
        const done = valueOf(publishFigure(session, figure));
        closeSession(session);
        return { json: done, text: [terminal.t("cli:decided", { count: done.decided })] };
      }),
    );
};

function itemsAsked(session: Session, { period, unit }: Options): ReviewItem[] {
  const at = periodOf(period);
  const units =
    unit === undefined ? valueOf(reviewUnits(session, at)).map((known) => known.unit) : [unitKeyOf(unit)];
  const office = unit === undefined ? [session.plan.officeUnit] : [];
  return [...units, ...office].flatMap((key) => valueOf(reviewItems(session, at, key)));
}

function decisionsAsked(
  session: Session,
  options: Options,
  outcome: DecisionInput["outcome"],
): DecisionInput[] {
  const { comment, value } = options;
  const said = { outcome, comment, ...(value === undefined ? {} : { value: jsonOf(value) }) };
  const period = periodOf(options.period);
  if (options.all === true) {
    return itemsAsked(session, options)
      .filter(
        ({ state, heads, findings }) =>
          waits(state) &&
          !heads.some(asksExtension) &&
          !findings.some((found) => isHard(found) || needsExplanation(found)),
      )
      .map(({ unit, item }) => ({ unit, period, item, ...said }));
  }
  if (options.unit === undefined || options.item === undefined) throw wrongUsage("--unit, --item");
  const unit = unitKeyOf(options.unit);
  return options.item.map((item) => ({ unit, period, item: itemOf(item), ...said }));
}

/** NOTE: to accept is to grant an extension; that is said of each by itself. */
const asksExtension = ({ body }: ReviewItem["heads"][number]): boolean =>
  "extension" in body && body.extension !== undefined;

const waits = (state: ReviewItem["state"]): boolean => state === "sealed" || state === "resubmitted";

function jsonOf(text: string): NonNullable<DecisionInput["value"]> {
  try {
    return JSON.parse(text) as NonNullable<DecisionInput["value"]>;
  } catch {
    throw wrongUsage("--value");
  }
}
