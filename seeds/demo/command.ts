import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The published sample passphrase of every workspace of the demonstration. Nobody else should ever use it. */
export const SAMPLE_PASSPHRASE = "样例口令-请勿用于实际";

const root = join(import.meta.dirname, "..", "..");

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class StepFailed extends Error {}

/** Runs the command line as a person would, in a process of its own. */
export function runCommand(args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "src-main", "cli.ts"), ...args], {
      cwd,
      env: {
        ...process.env,
        TAIZHANG_PASSPHRASE: SAMPLE_PASSPHRASE,
        // Some hundred short processes: what the first compiles, the others need not.
        NODE_COMPILE_CACHE: join(tmpdir(), "taizhang-compile-cache"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code: code ?? 3, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") }),
    );
  });
}

/** One workspace's hand on the command line: JSON in mind, a fixed clock, and what the exit code has to be. */
export interface Hand {
  /** Runs with `--json`; throws unless the exit code is one of those expected (0 unless said). */
  json(at: string, args: readonly string[], expected?: readonly number[]): Promise<Record<string, unknown>>;
  text(at: string, args: readonly string[]): Promise<string>;
}

export function handIn(dir: string): Hand {
  const run = async (at: string, args: readonly string[], expected: readonly number[]): Promise<Ran> => {
    const ran = await runCommand([...args, "--at", at], dir);
    if (expected.includes(ran.code)) return ran;
    throw new StepFailed(`taizhang ${args.join(" ")}\n${ran.code}: ${ran.stdout}${ran.stderr}`);
  };
  return {
    async json(at, args, expected = [0]) {
      const { stdout } = await run(at, [...args, "--json"], expected);
      const parsed: unknown = JSON.parse(stdout);
      if (typeof parsed !== "object" || parsed === null) throw new StepFailed(`no JSON object: ${stdout}`);
      return { ...parsed };
    },
    async text(at, args) {
      return (await run(at, args, [0])).stdout;
    },
  };
}

/** A string member of an answer. */
export function textOf(answer: Record<string, unknown>, member: string): string {
  const value = answer[member];
  if (typeof value !== "string") throw new StepFailed(`no ${member} in ${JSON.stringify(answer)}`);
  return value;
}

/** The objects of a list member of an answer. */
export function listOf(answer: Record<string, unknown>, member: string): Record<string, unknown>[] {
  const value = answer[member];
  if (!Array.isArray(value)) throw new StepFailed(`no list ${member} in ${JSON.stringify(answer)}`);
  return value.map((entry: unknown) => (typeof entry === "object" && entry !== null ? { ...entry } : {}));
}

/** Stops the demonstration where its own claim does not hold. */
export function claim(holds: boolean, what: string): void {
  if (!holds) throw new StepFailed(what);
}
