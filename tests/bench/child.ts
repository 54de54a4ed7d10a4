import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";

/** The engine's thread in the app is held to the same young generation: see `start-engine.ts`. */
const LIMITS = ["--max-semi-space-size=4"];

/** Runs one of the programs beside this in a process of its own and reads its answer. */
export function child<T>(program: string, args: readonly string[], answer: z.ZodType<T>): T {
  const path = join(import.meta.dirname, program);
  const said = execFileSync(process.execPath, [...LIMITS, path, ...args], {
    encoding: "utf8",
    // Compiled TypeScript is kept, so that its compiler does not count as the work's memory.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "taizhang-bench-compiled") },
  });
  return answer.parse(JSON.parse(said));
}
