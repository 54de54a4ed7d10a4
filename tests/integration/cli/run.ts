import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PASSPHRASE } from "../../support/workspaces.ts";

/** The sources, or what was built of them: `npm test` builds first and tries the commands as they are installed. */
const CLI =
  process.env["TAIZHANG_TEST_CLI"] ?? join(import.meta.dirname, "..", "..", "..", "src-main", "cli.ts");

export interface Said {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  /** What stood on stdout, where that was exactly one JSON document and nothing else. */
  readonly json: unknown;
}

/** Runs the command line as a person's shell would, with no terminal on its standard input. */
export function taizhang(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> {
  const surroundings = {
    PATH: process.env["PATH"],
    LANG: "zh_CN.UTF-8",
    TAIZHANG_PASSPHRASE: PASSPHRASE,
    NODE_COMPILE_CACHE: join(tmpdir(), "taizhang-test-compiled"),
    ...env,
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], { env: surroundings }, (_error, out, err) =>
      resolve({ exit: child.exitCode, out, err, json: documentIn(out) }),
    );
    child.stdin?.end();
  });
}

function documentIn(out: string): unknown {
  if (!out.endsWith("\n") || out.indexOf("\n") !== out.length - 1) return undefined;
  try {
    return JSON.parse(out);
  } catch {
    return undefined;
  }
}

/** Two at a time: the machine has few cores. */
export async function inTurn<T, R>(values: readonly T[], run: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...values.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results[next[0]] = await run(next[1]);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}
