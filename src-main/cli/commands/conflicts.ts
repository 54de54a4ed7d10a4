import { unitName } from "#shared/plan/units.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { resolveConflict } from "../../engine/entry/conflicts.ts";
import { conflictList } from "../../engine/review/review.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { itemOf, openForCommand, periodOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf, wrongUsage } from "../terminal.ts";

export const registerConflicts: RegisterCommands = (program, run) => {
  program
    .command("conflicts")
    .requiredOption("-w, --workspace <dir>")
    .action((options: { workspace: string }) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const conflicts = conflictList(session).map((conflict) => ({
          subject: `${conflict.unit}/${conflict.period}/${conflict.item}`,
          ...conflict,
        }));
        closeSession(session);
        return {
          json: { conflicts },
          text:
            conflicts.length === 0
              ? [terminal.t("cli:noConflicts")]
              : conflicts.flatMap(({ subject, unit, item, sides, merge }) => [
                  `${subject}  ${unitName(session.plan, unit)}  ${itemTitle(session.plan, item, terminal.language)}`,
                  merge.body === null
                    ? `  ${terminal.t("cli:mergeDisputed", { members: merge.disputed.join(", ") })}`
                    : `  merged            ${JSON.stringify(merge.body)}`,
                  ...sides.map(
                    ({ revision, author, body }) =>
                      `  ${revision.slice(0, 16)}  ${author}  ${JSON.stringify(body)}`,
                  ),
                ]),
          refused: conflicts.length > 0,
        };
      }),
    );
  program
    .command("resolve <subject>")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--take <revision>", "as `conflicts` shows it, or merged")
    .requiredOption("--comment <text>")
    .action((subject: string, options: { workspace: string; take: string; comment: string }) =>
      run((terminal) => {
        const [unit, period, ...rest] = subject.split("/");
        if (unit === undefined || period === undefined || rest.length === 0) throw wrongUsage("SUBJECT");
        const session = openForCommand(terminal, options.workspace);
        if (unit !== session.unit) throw wrongUsage("SUBJECT");
        const item = itemOf(rest.join("/"));
        const address = { period: periodOf(period), item };
        valueOf(resolveConflict(session, address, fullId(session, address, options.take), options.comment));
        closeSession(session);
        return { json: { resolved: subject }, text: [terminal.t("cli:resolved", { subject })] };
      }),
    );
};

/** A revision may be named by the digits that `conflicts` shows. */
function fullId(
  session: Parameters<typeof conflictList>[0],
  address: { period: string; item: string },
  prefix: string,
): string {
  if (prefix === "merged") return prefix;
  const sides = conflictList(session)
    .filter(({ period, item }) => period === address.period && item === address.item)
    .flatMap((conflict) => conflict.sides)
    .filter(({ revision }) => prefix.length >= 8 && revision.startsWith(prefix));
  return sides.length === 1 ? (sides[0]?.revision ?? prefix) : prefix;
}
