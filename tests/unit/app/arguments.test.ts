import { expect, test } from "vitest";
import { commandIn, parseAppArguments } from "#main/app/arguments.ts";

test.each([
  [["status", "-w", "/w"]],
  [["--json", "--lang", "en", "ledger", "verify", "-w", "/w"]],
  [["no-such-command"]],
  [["--help"]],
  [["-h"]],
])("%j is for the command line", (typed) => {
  expect(commandIn(typed, true)).toEqual(typed);
  expect(commandIn(["--inspect=0", "/checkout", ...typed], false)).toEqual(typed);
});

test.each([
  [[]],
  [["--workspace", "status"]],
  [["--at", "2024-05-08T01:00:00.000Z", "--user-data-dir=settings"]],
  [["--print-job", "job.json"]],
  [["/home/a/铜鼓县-第3包.tzb"]],
  [["C:\\county\\status"]],
  [["file:///home/a/status.tzb"]],
])("%j is for the window", (typed) => {
  expect(commandIn(typed, true)).toBeNull();
  expect(commandIn(["/checkout", ...typed], false)).toBeNull();
});

test("the app's own arguments are read among Chromium's", () => {
  expect(parseAppArguments(["--no-sandbox", "/checkout", "--workspace", "/w", "--at", "2024-05-08"])).toEqual(
    {
      workspace: "/w",
      printJob: null,
      at: new Date("2024-05-08"),
      userData: null,
    },
  );
  expect(() => parseAppArguments(["--at", "tomorrow"])).toThrow("--at is not a time");
});
