import { spawnSync } from "node:child_process";

const FAILED = 3;

/** Runs `taizhang <command>` of an installed app in its own Node, on the caller's terminal; gives the exit code. */
export function runCommand(script: string, args: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    stdio: "inherit",
  });
  return status ?? FAILED;
}
