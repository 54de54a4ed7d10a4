/** One running app per user data folder: a lock file with the process's number, requests left beside it. */
import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly additionalData: unknown;
}

/** True when this process is the first. Otherwise the first one is told, and `false` is returned. */
export function lockInstance(
  userData: string,
  self: SecondInstance,
  onSecond: (other: SecondInstance) => void,
): boolean {
  const folder = join(userData, "stand-in-instance");
  const lock = join(folder, "lock");
  mkdirSync(folder, { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      takeRequests(folder, onSecond);
      process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (isRunning(Number(readFileSync(lock, "utf8")))) break;
      rmSync(lock, { force: true });
    }
  }
  // The reader skips what does not parse yet and is woken again by the next write.
  writeFileSync(join(folder, `request-${process.pid}.json`), JSON.stringify(self));
  return false;
}

function takeRequests(folder: string, onSecond: (other: SecondInstance) => void): void {
  const watcher = watch(folder, () => {
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith("request-"))) {
      try {
        const request: SecondInstance = JSON.parse(readFileSync(join(folder, name), "utf8"));
        rmSync(join(folder, name), { force: true });
        onSecond(request);
      } catch {
        continue;
      }
    }
  });
  watcher.on("error", () => undefined);
  watcher.unref();
}

/** NOTE: a number may have gone to another program since, so the program's name is asked too. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("electron-stand-in");
  } catch {
    return false;
  }
}
