import { randomBytes } from "node:crypto";
import { join } from "node:path";
import log from "electron-log/node";

export interface Log {
  info(text: string): void;
  /**
   * Writes down an unexpected failure and gives the id under which it is found again.
   * NOTE: what people typed never goes in here: no inputs, no answers, no passphrases.
   */
  failure(where: string, error: unknown): string;
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);

export function openLog(dir: string, { echo }: { echo: boolean }): Log {
  log.transports.file.resolvePathFn = () => join(dir, "main.log");
  log.transports.file.level = "info";
  log.transports.console.level = echo ? "warn" : false;
  return {
    info: (text) => log.info(text),
    failure(where, error) {
      const id = randomBytes(4).toString("hex");
      log.error(`[${id}] ${where}: ${describe(error)}`);
      return id;
    },
  };
}
