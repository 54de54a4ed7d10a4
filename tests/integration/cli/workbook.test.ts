import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbookFile } from "#main/workbook/read-file.ts";
import { filledWorkbook } from "../../support/filled-workbook.ts";
import { taizhang } from "./run.ts";

/** Workbooks through the command line, with real files, as a county's officer sends them round. */

const folder = mkdtempSync(join(tmpdir(), "taizhang-workbooks-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => taizhang(["--json", "--at", "2024-04-03T01:05:00Z", ...args]);
const json = async (...args: string[]): Promise<Record<string, unknown>> => ({
  ...Object((await run(...args)).json),
});
const march = ["--period", "2024-03"];

const w = ["-w", at("a")];

beforeAll(async () => {
  await json("workspace", "create", at("a"), "--role", "reporter", "--unit", "360981", "--name", "填报人甲");
  writeFileSync(
    at("departments.json"),
    JSON.stringify({
      period: "2024-03",
      tasks: [
        { task: 2, department: "发改委", person: "张样例" },
        { task: 3, department: "发改委、工信局" },
        { task: 14, department: "工信局" },
      ],
    }),
  );
  await json("entry", "set", ...w, at("departments.json"));
}, 120_000);

describe("export", () => {
  it("writes the unit's template, which read-excel-file reads", async () => {
    const said = await json(
      "export",
      ...w,
      "--what",
      "template",
      ...march,
      "--format",
      "xlsx",
      "--out",
      at("t.xlsx"),
    );
    expect(said["file"]).toBe(at("t.xlsx"));
    const sheets = await readXlsxFile(at("t.xlsx"));
    expect(sheets.slice(0, 3).map(({ sheet }) => sheet)).toEqual(["说明", "任务", "指标"]);
    expect(sheets.slice(3).map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining(["链主企业", "重点企业", "国家级平台", "关键共性技术", "上市企业", "问题清单"]),
    );
    expect(sheets[1]?.data.length).toBe(38);
  });

  it("writes it as CSV, with a byte order mark", async () => {
    await json("export", ...w, "--what", "template", ...march, "--format", "csv", "--out", at("t.csv"));
    expect(readFileSync(at("t.csv"), "utf8").startsWith("\uFEFF表,说明\r\n")).toBe(true);
  });

  it("writes one workbook for each department into a folder, what nobody has under 未分办", async () => {
    const said = await json(
      "export",
      ...w,
      "--what",
      "split",
      ...march,
      "--format",
      "xlsx",
      "--out",
      at("split"),
    );
    expect(said["files"]).toMatchObject([
      { department: "发改委" },
      { department: "工信局" },
      { department: "未分办" },
    ]);
    expect(readdirSync(at("split")).length).toBe(3);
    const read = await readWorkbookFile(String(Object(said["files"])[0].file));
    const tasks = read.ok ? read.value.find(({ name }) => name === "任务")?.rows.map(([no]) => no) : [];
    expect(tasks).toEqual(["序号", "2", "3"]);
  });

  it("writes what the checks found", async () => {
    writeFileSync(
      at("bad.json"),
      JSON.stringify({
        period: "2024-03",
        indicators: [{ indicator: "T03-1", inputs: { revenue: "十二" } }],
      }),
    );
    await json("entry", "set", ...w, at("bad.json"));
    await json("export", ...w, "--what", "errors", ...march, "--format", "csv", "--out", at("errors.csv"));
    expect(readFileSync(at("errors.csv"), "utf8")).toContain("indicator:T03-1");
  });

  it("the office writes its roll-up", async () => {
    const plan = join(import.meta.dirname, "..", "..", "..", "seeds", "yichun-869", "plan.json");
    await json("workspace", "create", at("o"), "--role", "office", "--plan", plan, "--name", "样例汇总办");
    await json(
      "export",
      "-w",
      at("o"),
      "--what",
      "rollup",
      ...march,
      "--format",
      "xlsx",
      "--out",
      at("rollup.xlsx"),
    );
    const sheets = await readXlsxFile(at("rollup.xlsx"));
    expect(sheets[0]?.data[1]?.slice(0, 2)).toEqual(["T01-1", "规模以上工业营业收入年均增速"]);
    expect(sheets[0]?.data[1]?.slice(6, 8)).toEqual([9, 2026]);
    expect(sheets.slice(1).map(({ sheet }) => sheet)).toEqual(["各单位", "说明"]);
  });

  it("refuses what there is not, and a county's roll-up", async () => {
    expect(
      (await run("export", ...w, "--what", "x", ...march, "--format", "xlsx", "--out", at("x"))).exit,
    ).toBe(2);
    expect(
      (await run("export", ...w, "--what", "template", ...march, "--format", "pdf", "--out", at("x"))).exit,
    ).toBe(2);
    expect((await run("export", ...w, "--what", "template", "--format", "csv", "--out", at("x"))).exit).toBe(
      2,
    );
    expect(
      (await run("export", ...w, "--what", "rollup", ...march, "--format", "csv", "--out", at("x"))).json,
    ).toMatchObject({ error: { code: "wrong-role" } });
    expect(existsSync(at("x"))).toBe(false);
  });
});

describe("entry set with a workbook", () => {
  it("saves a department's answers, says which cells it left, and names who filled it in", async () => {
    const split = await json(
      "export",
      ...w,
      "--what",
      "split",
      ...march,
      "--format",
      "xlsx",
      "--out",
      at("again"),
    );
    const file = await filledWorkbook(String(Object(split["files"])[0].file), [
      ["任务", "task:2", "状态", "推进中"],
      ["任务", "task:2", "本期进展", "=样例进展"],
      ["任务", "task:3", "状态", "不涉及：本地没有这类企业"],
      ["指标", "indicator:T02-1", "本期", "1234567.89"],
      ["指标", "indicator:T03-1", "情况说明", "样例说明"],
    ]);
    const said = await json("entry", "set", ...w, file);
    expect(said).toMatchObject({ saved: 4, rows: [] });
    const { items } = await json("entry", "show", ...w, ...march);
    const byItem = new Map(
      (items as { item: string; draft: unknown; author: string }[]).map((view) => [view.item, view]),
    );
    expect(byItem.get("task:2")).toMatchObject({
      draft: { status: "in-progress", progress: "=样例进展" },
      author: "填报人甲（据发改委工作簿，填表人丁填）",
    });
    expect(byItem.get("task:3")?.draft).toEqual({ status: "not-applicable", reason: "本地没有这类企业" });
    expect(byItem.get("indicator:T02-1")?.draft).toEqual({ inputs: { revenue: "1234567.89" } });
    expect(byItem.get("indicator:T03-1")?.draft).toEqual({ inputs: { revenue: "十二" }, note: "样例说明" });
    expect(byItem.get("contact:2")?.draft).toEqual({ department: "发改委", person: "张样例" });
    expect(await json("entry", "set", ...w, file)).toMatchObject({ saved: 0, rows: [] });
  });

  it("leaves a register's row that has nothing but its key, with a sentence", async () => {
    await json("export", ...w, "--what", "template", ...march, "--format", "xlsx", "--out", at("r.xlsx"));
    const file = await filledWorkbook(at("r.xlsx"), [
      ["链主企业", "register:chain-leaders", "统一社会信用代码", "本地-1"],
    ]);
    const again = await filledWorkbook(file, []);
    expect((await run("entry", "set", ...w, again)).json).toMatchObject({
      saved: 0,
      rows: [{ sheet: "链主企业", why: "unknown-row" }],
    });
  });

  it("reads a CSV file", async () => {
    const lines = readFileSync(at("t.csv"), "utf8").split("\r\n");
    const line = lines.findIndex(
      (each) => each.includes("indicator:T04-1,revenue") && !each.includes("prior"),
    );
    lines[line] = (lines[line] ?? "").replace(/(万元,,)(,)/u, "$12500$2");
    writeFileSync(at("u.csv"), lines.join("\r\n"));
    expect(await json("entry", "set", ...w, at("u.csv"))).toMatchObject({ saved: 1 });
  });

  it("refuses another unit's workbook, one without its first sheet, and what is no workbook", async () => {
    await json(
      "workspace",
      "create",
      at("b"),
      "--role",
      "reporter",
      "--unit",
      "360982",
      "--name",
      "填报人甲",
    );
    const code = async (dir: string, file: string) =>
      Object(Object((await run("entry", "set", "-w", dir, file)).json).error).code;
    expect(await code(at("b"), at("t.xlsx"))).toBe("workbook-of-other-unit");
    writeFileSync(at("alone.csv"), "序号,任务,事项代码,本期进展\r\n2,x,task:2,y\r\n");
    expect(await code(at("a"), at("alone.csv"))).toBe("workbook-without-cover");
    writeFileSync(at("no.xlsx"), "x");
    expect(await code(at("a"), at("no.xlsx"))).toBe("workbook-unreadable");
    expect(await code(at("a"), at("gone.xlsx"))).toBe("file-not-found");
  });
});
