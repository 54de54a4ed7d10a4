import type { Command } from "commander";
import { writeExchange } from "../../engine/exchange/exchange.ts";
import { writeOfficeExchange } from "../../engine/exchange/office-exchange.ts";
import { writeReceipt } from "../../engine/exchange/receipt.ts";
import { writeRecovery } from "../../engine/exchange/recovery.ts";
import { resendBundle } from "../../engine/bundles/resend.ts";
import type { Session } from "../../engine/session.ts";
import type { Answer } from "../../engine/types.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { ok } from "#shared/result.ts";
import { openForCommand, openUnlocked, unitKeyOf } from "../open.ts";
import type { Outcome } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf, type Terminal } from "../terminal.ts";
import { partsMovedTo } from "../written-file.ts";

/** Bundles that a workspace writes for others: receipt, recovery, exchange, and any of them again. */

interface Options {
  readonly workspace: string;
  readonly out: string;
  readonly plain?: boolean;
}
interface UnitOptions extends Options {
  readonly unit: string;
}

interface Written {
  readonly file: string;
  readonly digest: string;
}

export const registerWriteBundles: RegisterCommands = (program, run) => {
  forUnit(command(program, "receipt")).action((options: UnitOptions) =>
    run(async (terminal) => {
      const session = await openUnlocked(terminal, options.workspace);
      const unit = unitKeyOf(options.unit);
      return written(terminal, session, options.out, async (dir) => {
        const receipt = await writeReceipt(session, unit, dir, encryption(options));
        return receipt.ok ? ok([receipt.value]) : receipt;
      });
    }),
  );
  forUnit(command(program, "recovery")).action((options: UnitOptions) =>
    run(async (terminal) => {
      const session = await openUnlocked(terminal, options.workspace);
      const unit = unitKeyOf(options.unit);
      return written(terminal, session, options.out, (dir) =>
        writeRecovery(session, unit, dir, encryption(options)),
      );
    }),
  );
  command(program, "exchange")
    .option("--all", "office: also what an earlier exchange has carried")
    .action((options: Options & { all?: boolean }) =>
      run(async (terminal) => {
        const session = await openUnlocked(terminal, options.workspace);
        return written(terminal, session, options.out, async (dir) => {
          if (session.role === "office")
            return writeOfficeExchange(session, dir, { ...encryption(options), all: options.all === true });
          const exchange = await writeExchange(session, dir, encryption(options));
          return exchange.ok ? ok([exchange.value]) : exchange;
        });
      }),
    );
  command(program, "resend <digest>").action((digest: string, options: Options) =>
    run((terminal) => {
      const session = openForCommand(terminal, options.workspace);
      return written(terminal, session, options.out, async (dir) => {
        const again = await resendBundle(session, digest, dir, encryption(options));
        return again.ok ? ok([again.value]) : again;
      });
    }),
  );
};

const command = (program: Command, name: string): Command =>
  program
    .command(name)
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--out <file>")
    .option("--plain", "leave the bundle unencrypted");

const forUnit = (named: Command): Command => named.requiredOption("--unit <key>");

const encryption = ({ plain }: Options) => ({ encrypt: plain !== true });

/** `file` and `digest` are the first part's; `parts` says all, where the limits of the format ask for several. */
async function written(
  { t }: Terminal,
  session: Session,
  out: string,
  write: (dir: string) => Promise<Answer<readonly Written[]>>,
): Promise<Outcome> {
  const parts = await partsMovedTo(out, async (dir) => valueOf(await write(dir)));
  closeSession(session);
  const [first, ...others] = parts;
  return {
    json: { ...first, ...(others.length > 0 && { parts }) },
    text: parts.flatMap(({ file, digest }) => [t("cli:written", { file }), t("cli:digest", { digest })]),
  };
}
