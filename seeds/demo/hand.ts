import type { Language } from "#shared/plan/language.ts";
import { runCommand, type Ran } from "./command-line.ts";
import type { Narrator } from "./narrator.ts";

/** A step that could not be done, or a claim that does not hold; it ends the demonstration. */
export class StepFailed extends Error {}

export type Answer = Readonly<Record<string, unknown>>;

/** Types commands. Each kind is told once; what the exit code has to be is checked every time. */
export interface Hand {
  /** The command's JSON; throws unless the exit code is one of those expected (0 unless said). */
  json(at: string, args: readonly string[], expected?: readonly number[]): Promise<Answer>;
  /** The same, as people read it. */
  text(at: string, args: readonly string[]): Promise<readonly string[]>;
}

export function createHand(tell: Narrator, language: Language): Hand {
  const told = new Set<string>();
  const run = async (at: string, args: readonly string[], expected: readonly number[]): Promise<Ran> => {
    const kind = kindOf(args);
    if (!told.has(kind)) tell.command(["taizhang", ...args]);
    told.add(kind);
    const ran = await runCommand(args, at, language);
    if (expected.includes(ran.code)) return ran;
    throw new StepFailed(`taizhang ${args.join(" ")}\n${ran.code}: ${JSON.stringify(ran.json)}`);
  };
  return {
    async json(at, args, expected = [0]) {
      const { json } = await run(at, args, expected);
      if (typeof json !== "object" || json === null) throw new StepFailed(`no JSON: ${args.join(" ")}`);
      return { ...json };
    },
    async text(at, args) {
      return (await run(at, args, [0])).text;
    },
  };
}

/** The command and its options, and whether it is the office's. */
function kindOf(args: readonly string[]): string {
  const command = args.slice(0, GROUPS.has(args[0] ?? "") ? 2 : 1);
  const options = args.filter((word) => word.startsWith("-"));
  return [...command, ...options, args.includes("office")].join(" ");
}

/** Commands whose second word says what they do. */
const GROUPS: ReadonlySet<string> = new Set(["workspace", "plan", "enrol", "entry", "review", "ledger"]);

/** A string member of an answer. */
export function textOf(answer: Answer | undefined, member: string): string {
  const value = answer?.[member];
  if (typeof value !== "string") throw new StepFailed(`no ${member} in ${JSON.stringify(answer)}`);
  return value;
}

/** The objects of a list member of an answer. */
export function listOf(answer: Answer | undefined, member: string): Answer[] {
  const value = answer?.[member];
  if (!Array.isArray(value)) throw new StepFailed(`no list ${member} in ${JSON.stringify(answer)}`);
  return value.map((entry: unknown) => (typeof entry === "object" && entry !== null ? { ...entry } : {}));
}

/** An object member of an answer. */
export function partOf(answer: Answer | undefined, member: string): Answer {
  const value = answer?.[member];
  if (typeof value !== "object" || value === null)
    throw new StepFailed(`no ${member} in ${JSON.stringify(answer)}`);
  return { ...value };
}

/** Stops the demonstration where its own claim does not hold. */
export function claim(holds: boolean, what: string): void {
  if (!holds) throw new StepFailed(what);
}
