/** Starts Chromium so that it cannot outlive the app: it leaves when the pipe it listens on closes. */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { CdpConnection } from "./cdp.ts";
import { chromiumMissing, findChromium } from "./chromium.ts";

export const hasDisplay = (): boolean =>
  Boolean(process.env["DISPLAY"] ?? "") || Boolean(process.env["WAYLAND_DISPLAY"] ?? "");

// The shell removes the profile once Chromium has gone, whichever way the app ended.
const runAndCleanUp = '"$@"; status=$?; rm -rf -- "$TAIZHANG_PROFILE"; exit $status';

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-breakpad",
  "--disable-domain-reliability",
  "--disable-search-engine-choice-screen",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--password-store=basic",
  // No name but this machine's resolves; requests.ts refuses the rest once more.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

export interface RunningChromium {
  readonly connection: CdpConnection;
  /** Opens a window without tabs and address bar, which the protocol alone cannot. */
  readonly openAppWindow: (url: string) => void;
}

/**
 * @param switches Chromium switches from the app's command line and `app.commandLine`.
 * @param isVisible whether its windows are to be seen, which takes a display.
 */
export function startChromium(switches: ReadonlyMap<string, string>, isVisible: boolean): RunningChromium {
  const executable = findChromium();
  if (executable === undefined) throw new Error(chromiumMissing);
  const profile = mkdtempSync(join(tmpdir(), "taizhang-chromium-"));
  // The browser started with these passes on to the one that already has the profile.
  const shared = [
    ...(process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : []),
    `--user-data-dir=${profile}`,
  ];
  const lang = switches.get("lang");
  const args = [
    ...quiet,
    ...shared,
    ...(isVisible ? [] : ["--headless=new", "--screen-info={1920x1200}"]),
    ...(lang ? [`--accept-lang=${lang}`] : []),
    `--force-device-scale-factor=${process.env["TAIZHANG_SCALE"] ?? "1"}`,
    ...[...switches].map(([name, value]) => (value === "" ? `--${name}` : `--${name}=${value}`)),
    "--remote-debugging-pipe",
    "--no-startup-window",
  ];
  const child = spawn("/bin/sh", ["-c", runAndCleanUp, "sh", executable, ...args], {
    detached: true, // Ctrl+C in a terminal is the app's to answer, not Chromium's.
    // On Linux the browser takes its language from the environment, and without a locale reads no Chinese file name.
    env: {
      LANG: "C.UTF-8",
      ...process.env,
      ...(lang ? { LANGUAGE: lang.replace("-", "_") } : {}),
      TAIZHANG_PROFILE: profile,
    },
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  child.stderr?.on("data", (chunk: Buffer) => forward(chunk.toString()));
  const [, , , output, input] = child.stdio;
  // `stdio` is typed for every use of spawn; entries 3 and 4 are the pipes asked for above.
  const connection = new CdpConnection(output as Writable, input as Readable);
  return {
    connection,
    openAppWindow(url) {
      const messenger = spawn(executable, [...shared, `--app=${url}`], { stdio: "ignore", detached: true });
      messenger.once("error", (error) => console.error(error));
      messenger.unref();
    },
  };
}

/** Playwright waits for one of Chromium's lines; its other complaints are of no use to anyone here. */
function forward(text: string): void {
  const line = /^DevTools listening on .*$/m.exec(text)?.[0];
  if (line !== undefined) process.stderr.write(`${line}\n`);
  else if (process.env["TAIZHANG_CHROMIUM_LOG"]) process.stderr.write(text);
}
