import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { findRealElectron, repositoryFolder, standInFolder } from "../electron-stand-in/real-electron.ts";

/** `taizhang <command>` of the installed app: the same words, documents and exit codes as from a checkout. */

const root = mkdtempSync(join(tmpdir(), "taizhang-command-"));
test.afterAll(() => rmSync(root, { recursive: true, force: true }));

type Said = { readonly exit: number | null; readonly out: string; readonly err: string };

function said(program: string, args: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { timeout: 60_000 }, (_error, out, err) =>
      resolve({ exit: child.exitCode, out, err }),
    );
    child.stdin?.end();
  });
}

const app = findRealElectron() ?? join(standInFolder, "electron");
const installed = (args: readonly string[]) => said(app, [repositoryFolder, ...args]);
const fromCheckout = (args: readonly string[]) =>
  said(process.execPath, [join(repositoryFolder, "src-main", "cli.ts"), ...args]);

test("a command answers on the terminal, and no window opens", async () => {
  const plan = join(repositoryFolder, "seeds", "yichun-869", "plan.json");
  const checked = await installed(["--json", "plan", "check", plan]);
  expect(checked).toEqual(await fromCheckout(["--json", "plan", "check", plan]));
  expect(checked.exit).toBe(0);
  expect(JSON.parse(checked.out)).toMatchObject({ ok: true, tasks: 37, indicators: 30 });
});

test("what is refused or mistyped ends with the same sentence and code", async () => {
  for (const args of [
    ["--lang", "zh", "plan", "check", join(root, "none.json")],
    ["--lang", "en", "status", "-w", join(root, "none")],
    ["--json", "no-such-command"],
    ["--help"],
  ]) {
    expect(await installed(args)).toEqual(await fromCheckout(args));
  }
  expect((await installed(["no-such-command"])).exit).toBe(2);
});
