import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  dump,
  makeCity,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../../support/workspaces.ts";
import type { Session } from "#main/engine/session.ts";
import { inTurn, taizhang, type Said } from "./run.ts";

/** What people get wrong. Every mistake is answered in their language, with the right exit code, and nothing moves. */

let city: City;
let scene: Scene;
let office: Session;
let laptop: Session;
const before = new Map<string, string>();
const answers: Said[] = [];

/** `O`, `L`: the office's workspace, a laptop's. `F`: a folder with the files named below. */
type Case = readonly [code: string, exit: number, args: string, env?: NodeJS.ProcessEnv];
const NAMES = "--filler 甲 --reviewer 乙 --head 丙";
const MARCH = "--unit 360981 --period 2024-03";
const CASES: readonly Case[] = [
  ["usage", 2, "frobnicate"],
  ["usage", 2, "status"],
  ["usage", 2, "status -w L --frobnicate"],
  ["usage", 2, "verify"],
  ["invalid-input", 2, "status -w L --lang fr"],
  ["invalid-time", 2, "status -w L --at gestern"],
  ["not-a-workspace", 2, "status -w F/nowhere"],
  ["damaged-workspace", 1, "status -w F/damaged"],
  ["unknown-period", 2, "status -w L --period 2024-13"],
  ["unknown-period", 2, "status -w O --period 2039-01"],
  ["unknown-indicator", 2, "trace T99-1 -w O --period 2024-03"],
  ["chain-needed", 2, "trace T13-1 -w O --period 2024-03"],
  ["no-figure", 1, "trace T17-4 -w O --period 2024-03"],
  ["export-not-built", 2, "export -w O --what rollup --format pdf --out F/x.xlsx"],
  ["folder-not-writable", 2, "export -w O --what ledger --format json --out F/entries.json/x.jsonl"],
  ["wrong-role", 2, "rollup -w L --period 2024-03"],
  ["wrong-role", 2, "print -w L --sheet circular --period 2024-03 --out F/x.pdf"],
  ["wrong-role", 2, "print -w L --sheet reminder --period 2024-03 --out F/out"],
  ["unknown-period", 2, "print -w O --sheet summary-sheet --out F/x.pdf"],
  ["unknown-unit", 2, "print -w O --sheet reminder --unit 999999 --period 2024-03 --out F/x.pdf"],
  ["invalid-input", 2, "print -w O --sheet circular --unit 360981 --period 2024-03 --out F/x.pdf"],
  ["invalid-input", 2, "print -w O --sheet reminder --out F/out"],
  ["wrong-role", 2, "print -w L --sheet problem-sheet --period 2024-03 --out F/out"],
  ["unknown-period", 2, "print -w L --sheet indicator-sheet --out F/x.pdf"],
  ["no-receipt", 1, "print -w O --sheet receipt --period 2024-03 --out F/out"],
  ["invalid-input", 2, "print -w O --sheet reminder --period 2024-03 --out F/x.pdf"],
  ["file-not-found", 2, "entry set -w L F/nothing.json"],
  ["invalid-input", 2, "entry set -w L F/no-json.json"],
  ["invalid-input", 2, "entry set -w L F/no-entries.json"],
  ["invalid-input", 2, "entry set -w L F/bad-key.json"],
  ["invalid-input", 2, "entry set -w L F/twice.json"],
  ["unknown-item", 2, "entry set -w L F/unknown-item.json"],
  ["unknown-period", 2, "entry set -w L F/unknown-period.json"],
  [
    "wrong-passphrase",
    1,
    `submit -w L --period 2024-03 ${NAMES} --out F/out`,
    { TAIZHANG_PASSPHRASE: "不是这个口令吧试试" },
  ],
  ["locked-key", 1, `submit -w L --period 2024-03 ${NAMES} --out F/out`, { TAIZHANG_PASSPHRASE: "" }],
  ["folder-not-writable", 2, `submit -w L --period 2024-03 ${NAMES} --out F/entries.json`],
  [
    "invalid-input",
    2,
    `submit -w L --period 2024-03 --filler ${"甲".repeat(61)} --reviewer 乙 --head 丙 --out F/out`,
  ],
  ["file-not-found", 2, "verify F/nothing.tzb"],
  ["fingerprint-incomplete", 2, "verify F/entries.json --trust 1234"],
  ["file-not-found", 2, "plan check F/nothing.json"],
  ["invalid-plan", 2, "plan check F/no-json.json"],
  ["folder-not-writable", 2, "plan publish -w O --out F/entries.json/plan.tzb"],
  ["invalid-input", 2, "workspace create F/new --role mayor"],
  ["invalid-input", 2, "workspace create F/new --role office"],
  ["weak-passphrase", 2, "workspace create F/new --role office --name 办", { TAIZHANG_PASSPHRASE: "kurz" }],
  ["workspace-exists", 2, "workspace create L --role office --name 办"],
  ["folder-not-writable", 2, "workspace create F/entries.json --role office --name 办"],
  [
    "fingerprint-mismatch",
    1,
    `workspace create F/new --role reporter --unit 360981 --from P --trust ${"0".repeat(64)}`,
  ],
  ["file-not-found", 2, "enrol grant -w O F/nothing.tzb --confirm 1234 --out F/g.tzb"],
  ["bundle-rejected", 1, "enrol grant -w O F/entries.json --confirm 1234 --out F/g.tzb"],
  ["unknown-device", 1, "enrol grant -w O P --confirm 1234 --out F/g.tzb"],
  ["unknown-device", 1, "enrol revoke -w O 77"],
  ["wrong-role", 2, "review -w L list --period 2024-03"],
  ["wrong-role", 2, "review -w L accept --all --period 2024-03"],
  ["unknown-unit", 2, "review -w O list --period 2024-03 --unit 999999"],
  ["invalid-input", 2, "review -w O accept --period 2024-03"],
  ["unknown-item", 2, `review -w O accept ${MARCH} --item indicator:T99-1`],
  ["nothing-to-decide", 1, `review -w O accept ${MARCH} --item indicator:T04-1`],
  ["comment-required", 2, `review -w O return ${MARCH} --item indicator:T02-1`],
  ["invalid-input", 2, `review -w O verify ${MARCH} --item indicator:T02-1 --comment 按统计局 --value {`],
  ["unknown-unit", 2, "receipt -w O --unit 999999 --out F/r.tzb"],
  ["nothing-to-receipt", 1, "receipt -w O --unit 360982 --out F/r.tzb"],
  ["invalid-input", 2, "resolve -w L frobnicate --take 1234 --comment 原因"],
  ["no-conflict", 1, "resolve -w L 360981/2024-03/indicator:T02-1 --take 12345678 --comment 原因"],
];

beforeAll(async () => {
  city = await makeCity({ fengcheng: "360981" });
  scene = new Scene(city);
  office = scene.office();
  laptop = scene.laptop("fengcheng");
  save(laptop, "2024-03", { "indicator:T02-1": revenue("120000") });
  await take(office, [(await seal(laptop, "2024-03", scene.out())).file]);
  save(laptop, "2024-03", { "indicator:T03-1": revenue("8000") });
  const files = writeFiles();
  before.set("office", dump(office)).set("laptop", dump(laptop));
  const argsOf = (text: string) =>
    text.split(" ").map((word) =>
      word
        .replace(/^O$/, office.dir)
        .replace(/^L$/, laptop.dir)
        .replace(/^P$/, city.planFile)
        .replace(/^F(?=$|\/)/, files),
    );
  answers.push(
    ...(await inTurn([...CASES.entries()], ([index, [, , text, env]]) =>
      taizhang([...argsOf(text), ...asked(index, text)], env),
    )),
  );
}, 400_000);
afterAll(() => {
  scene.close();
  removeCity(city);
});

/** Every other case asks for JSON in Chinese, the rest for plain English. */
function asked(index: number, text: string): string[] {
  if (text.includes("--lang")) return ["--json"];
  return index % 2 === 0 ? ["--json", "--lang", "zh"] : ["--lang", "en"];
}

function writeFiles(): string {
  const folder = scene.out();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const march = (more: object) => JSON.stringify({ period: "2024-03", ...more });
  const row = { key: "a/b", name: "样例" };
  const figure = (amount: string) => ({ indicator: "T04-1", inputs: { revenue: amount } });
  write("entries.json", march({ indicators: [figure("1")] }));
  write("no-json.json", "\uFEFF{period: 2024-03");
  write("no-entries.json", march({ indicators: [{ indicator: "T04-1", revenue: "1" }] }));
  write("bad-key.json", march({ registers: [{ register: "problems", rows: [row] }] }));
  write("twice.json", march({ indicators: [figure("1"), figure("2")] }));
  write("unknown-item.json", march({ indicators: [figure("1"), { ...figure("1"), indicator: "T99-1" }] }));
  write("unknown-period.json", JSON.stringify({ period: "2039-01", indicators: [figure("1")] }));
  mkdirSync(join(folder, "damaged"));
  write("damaged/workspace.sqlite3", "这不是数据库".repeat(1000));
  return folder;
}

describe("a mistake", () => {
  it.each(CASES.map((each, index) => [...each.slice(0, 3), index] as [string, number, string, number]))(
    "%s ends with %i: %s",
    (code, exit, text, index) => {
      const answer = answers[index];
      expect(answer?.exit).toBe(exit);
      if (asked(index, text).includes("--json")) {
        expect(answer?.json).toMatchObject({
          error: { code, message: expect.stringMatching(/[\u4e00-\u9fff]{4}/) },
        });
        expect(answer?.err).toBe("");
      } else {
        expect(answer?.out).toBe("");
        expect(answer?.err).toMatch(/^[A-Z][^\u4e00-\u9fff]{15,}\./);
        if (code !== "usage") expect(answer?.err).toContain(`(${code}`);
      }
    },
  );

  it("moves nothing: not a row, not a file", () => {
    expect(dump(office)).toBe(before.get("office"));
    expect(dump(laptop)).toBe(before.get("laptop"));
    expect(existsSync(join(laptop.dir, "..", "new"))).toBe(false);
  });
});
