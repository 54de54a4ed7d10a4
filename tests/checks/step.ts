import { spawn } from "node:child_process";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]] | readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What the runner counted; a check without it counts as one. A runner that ran nothing has failed. */
  readonly count?: () => Counts | null;
}

export interface StepResult extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** Runs one step with its output passed on, and counts what it did. */
export async function runStep({ name, command, env, count }: Step): Promise<StepResult> {
  process.stdout.write(`\n── ${name}\n`);
  const start = performance.now();
  const code = await exitCodeOf(command, env ?? {});
  const seconds = (performance.now() - start) / 1000;
  const counted = count === undefined ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 } : count();
  if (counted === null || counted.passed + counted.failed === 0) {
    process.stdout.write(`${name}: the runner ran nothing\n`);
    return { name, passed: 0, failed: 1, seconds };
  }
  // NOTE: a runner may fail beside its tests (an unhandled error, a worker that died): that counts as one more.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  return { name, passed: counted.passed, failed, seconds };
}

function exitCodeOf(
  [program = "", ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    child.on("error", (error) => {
      process.stdout.write(`${error.message}\n`);
      resolve(127);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}
