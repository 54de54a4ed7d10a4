import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taizhang, type Said } from "./run.ts";

/** One cycle, typed as a person types it; every command answers in the members that the interface names. */

const folder = mkdtempSync(join(tmpdir(), "taizhang-cli-"));
const at = (name: string): string => join(folder, name);
const said: Record<string, Said> = {};
const PLAN = join(import.meta.dirname, "..", "..", "..", "seeds", "yichun-869", "plan.json");

async function run(name: string, ...args: string[]): Promise<Record<string, unknown>> {
  const answer = await taizhang(["--json", "--at", "2024-04-03T01:05:00Z", ...args]);
  said[name] = answer;
  if (typeof answer.json !== "object" || answer.json === null) {
    throw new Error(`${name}: exit ${answer.exit}, ${answer.out}${answer.err}`);
  }
  return { ...answer.json };
}

const entries = (name: string, content: object): string => {
  writeFileSync(at(name), `\uFEFF${JSON.stringify({ period: "2024-03", ...content })}`);
  return at(name);
};
const submit = [
  "--period",
  "2024-03",
  "--filler",
  "填报人甲",
  "--reviewer",
  "审核人乙",
  "--head",
  "负责人丙",
];
const march = ["--unit", "360981", "--period", "2024-03"];

beforeAll(async () => {
  await run("plan check", "plan", "check", PLAN);
  const office = await run(
    "office",
    "workspace",
    "create",
    at("o"),
    "--role",
    "office",
    "--plan",
    PLAN,
    "--name",
    "样例汇总办",
  );
  const fingerprint = String(office["fingerprint"]);
  await run("plan publish", "plan", "publish", "-w", at("o"), "--out", at("plan.tzb"));
  const from = ["--from", at("plan.tzb"), "--trust", fingerprint];
  await run("reporter", "workspace", "create", at("a"), "--role", "reporter", "--unit", "360981", ...from);
  await run("trust", "trust", "-w", at("a"), fingerprint);
  const request = await run(
    "request",
    "enrol",
    "request",
    "-w",
    at("a"),
    "--officer",
    "填报人甲",
    "--out",
    at("r.tzb"),
  );
  const grant = ["enrol", "grant", "-w", at("o"), at("r.tzb"), "--out", at("g.tzb"), "--confirm"];
  await run("grant", ...grant, String(request["device"]));
  await run("import grant", "import", "-w", at("a"), at("g.tzb"));
  await run("enrol list", "enrol", "list", "-w", at("o"));
  cpSync(at("a"), at("copy"), { recursive: true });

  await run(
    "entry set",
    "entry",
    "set",
    "-w",
    at("a"),
    entries("e.json", {
      tasks: [
        { task: 2, status: "completed", progress: "已全部完成（样例）", person: "填报人甲", phone: "0795-1" },
      ],
      indicators: [
        { indicator: "T02-1", inputs: { revenue: "1234567.89" }, note: "样例数据，不是真实数字" },
        { indicator: "T03-1", inputs: { revenue: "十二" } },
        { indicator: "T09-1", notApplicable: "本地无纺织鞋服企业（样例）" },
      ],
      registers: [{ register: "listed-companies", confirm: "nil" }],
    }),
  );
  await run("entry show", "entry", "show", "-w", at("a"), "--period", "2024-03");
  await run("check", "check", "-w", at("a"), "--period", "2024-03");
  const sealed = await run("submit", "submit", "-w", at("a"), ...submit, "--out", at("out"));
  await run(
    "entry set again",
    "entry",
    "set",
    "-w",
    at("copy"),
    entries("f.json", {
      indicators: [{ indicator: "T02-1", inputs: { revenue: "7" } }],
    }),
  );
  const copied = await run(
    "submit plain",
    "submit",
    "-w",
    at("copy"),
    ...submit,
    "--out",
    at("out"),
    "--plain",
  );
  const files = [String(sealed["file"]), String(copied["file"]), PLAN, at("gone.tzb")];
  await run("verify", "verify", files[1] ?? "", "--trust", fingerprint);
  await run("verify alone", "verify", files[1] ?? "");
  await run("verify elsewhere", "verify", files[1] ?? "", "--trust", "0".repeat(64));
  await run("digest before", "ledger", "digest", "-w", at("o"));
  await run("dry run", "import", "-w", at("o"), ...files, "--dry-run");
  await run("digest between", "ledger", "digest", "-w", at("o"));
  await run("import", "import", "-w", at("o"), ...files);
  await run("review list", "review", "-w", at("o"), "list", "--period", "2024-03");
  await run(
    "accept",
    "review",
    "-w",
    at("o"),
    "accept",
    ...march,
    "--item",
    "indicator:T09-1",
    "register:listed-companies",
  );
  await run(
    "return",
    "review",
    "-w",
    at("o"),
    "return",
    ...march,
    "--item",
    "indicator:T02-1",
    "--comment",
    "两台电脑不一样",
  );
  await run("close", "review", "-w", at("o"), "close", ...march, "--item", "task:2");
  await run("conflicts", "conflicts", "-w", at("o"));
  await run("receipt", "receipt", "-w", at("o"), "--unit", "360981", "--out", at("receipt.tzb.age"));
  await run("import receipt", "import", "-w", at("a"), at("receipt.tzb.age"));
  const { conflicts } = await run("conflicts here", "conflicts", "-w", at("a"));
  const [conflict] = conflicts as { subject: string; sides: { revision: string; body: object }[] }[];
  const side = conflict?.sides.find(({ body }) => JSON.stringify(body).includes('"7"'))?.revision ?? "";
  const taken = ["--take", side.slice(0, 16), "--comment", "以县统计局数为准（样例）"];
  await run("resolve", "resolve", "-w", at("a"), conflict?.subject ?? "", ...taken);
  const settled = await run("submit settled", "submit", "-w", at("a"), ...submit, "--out", at("out"));
  await run("import settled", "import", "-w", at("o"), String(settled["file"]));
  const value = ["--comment", "按统计局口径", "--value", '{"inputs":{"revenue":"8"}}'];
  await run(
    "verify value",
    "review",
    "-w",
    at("o"),
    "verify",
    ...march,
    "--item",
    "indicator:T02-1",
    ...value,
  );
  await run("rollup", "rollup", "-w", at("o"), "--period", "2024-03");
  const final = ["--period", "2024-03", "--comment", "三月通报用"];
  await run("snapshot", "snapshot", "-w", at("o"), ...final);
  await run("trace", "trace", "T02-1", "-w", at("o"), "--period", "2024-03");
  await run("trace here", "trace", "T02-1", "-w", at("a"), "--period", "2024-03");
  const ledger = ["--what", "ledger", "--format", "json", "--out", at("ledger.jsonl")];
  await run("export", "export", "-w", at("o"), ...ledger);
  await run("status", "status", "-w", at("o"), "--period", "2024-03");
  await run("status here", "status", "-w", at("a"), "--period", "2024-03");
  await run("ledger verify", "ledger", "verify", "-w", at("o"));
  await run("revoke", "enrol", "revoke", "-w", at("o"), "2");
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRACE = [
  "period",
  "indicator",
  "chain",
  "scope",
  "value",
  "display",
  "unit",
  "includesPending",
  "aggregation",
  "sums",
  "units",
  "bundles",
  "verification",
];

const jsonOf = (name: string): Record<string, unknown> => ({ ...(said[name]?.json as object) });

describe("every command", () => {
  it("answers --json with exactly one document on stdout and nothing else anywhere", () => {
    for (const { json, err } of Object.values(said)) {
      expect(json).toBeTypeOf("object");
      expect(err).toBe("");
    }
  });

  it.each([
    ["plan check", 0, ["ok", "tasks", "indicators", "errors"]],
    ["office", 0, ["workspace", "device", "fingerprint"]],
    ["plan publish", 0, ["file", "digest"]],
    ["reporter", 0, ["workspace", "device", "unit"]],
    ["trust", 0, ["trusted"]],
    ["request", 0, ["file", "device", "digest"]],
    ["grant", 0, ["file", "serial", "device"]],
    ["import grant", 0, ["bundles", "ledger"]],
    ["enrol list", 0, ["devices"]],
    ["entry set", 1, ["saved", "findings"]],
    ["entry show", 0, ["items"]],
    ["check", 1, ["hard", "soft"]],
    ["submit", 1, ["file", "digest", "sequence", "revisions"]],
    ["submit plain", 0, ["file", "digest", "sequence", "revisions"]],
    ["verify", 0, ["ok", "kind", "unit", "device", "sequence", "digest"]],
    ["verify alone", 1, ["ok", "kind", "unit", "device", "sequence", "digest", "reason"]],
    ["verify elsewhere", 1, ["ok", "kind", "unit", "device", "sequence", "digest", "reason"]],
    ["dry run", 1, ["bundles", "ledger"]],
    ["import", 1, ["bundles", "ledger"]],
    ["review list", 0, ["items"]],
    ["accept", 0, ["decided"]],
    ["return", 0, ["decided"]],
    ["close", 0, ["decided"]],
    ["verify value", 0, ["decided"]],
    ["conflicts", 1, ["conflicts"]],
    ["receipt", 0, ["file", "digest"]],
    ["import receipt", 0, ["bundles", "ledger"]],
    ["resolve", 0, ["resolved"]],
    ["submit settled", 1, ["file", "digest", "sequence", "revisions"]],
    ["import settled", 0, ["bundles", "ledger"]],
    ["rollup", 0, ["period", "indicators"]],
    ["snapshot", 0, ["number", "ledger"]],
    ["trace", 0, TRACE],
    ["trace here", 0, TRACE],
    ["export", 0, ["file", "bundles", "records", "size"]],
    ["status", 0, ["periods"]],
    ["status here", 0, ["items"]],
    ["digest before", 0, ["digest", "revisions", "decisions"]],
    ["ledger verify", 0, ["digest", "revisions", "decisions"]],
    ["revoke", 0, ["revoked", "kept"]],
  ])("%s ends with %i and names its members", (name, exit, members) => {
    expect(said[name]?.exit).toBe(exit);
    expect(Object.keys(jsonOf(name))).toEqual(expect.arrayContaining(members));
  });
});

describe("what the cycle came to", () => {
  it("keeps the wrong value as a draft with its findings and seals the rest", () => {
    expect(jsonOf("entry set")).toMatchObject({ saved: 6 });
    expect(jsonOf("check")["hard"]).toMatchObject([
      { item: "indicator:T03-1", rule: expect.any(String), message: expect.stringContaining("十二") },
    ]);
    expect(jsonOf("submit")).toMatchObject({ sequence: 1, revisions: 5 });
    expect(jsonOf("status here")["items"]).toContainEqual(
      expect.objectContaining({ item: "indicator:T03-1", state: "invalid" }),
    );
  });

  it("a bundle alone is never ok without the office's fingerprint, and not with another's", () => {
    expect(jsonOf("verify")).toMatchObject({ ok: true, kind: "submission", unit: "360981", sequence: 1 });
    expect(jsonOf("verify alone")).toMatchObject({ ok: false, reason: "origin-not-established" });
    expect(jsonOf("verify elsewhere")).toMatchObject({ ok: false, reason: "unknown-root" });
  });

  it("the dry run says what merging then does, and changes no digest", () => {
    const bundle = (status: string, more: object) => expect.objectContaining({ status, ...more });
    const expected = [
      bundle("merged", { kind: "submission", unit: "360981", added: 5, conflicts: 0, warnings: [] }),
      bundle("merged", { kind: "submission", unit: "360981", added: 1 }),
      bundle("rejected", { reason: "not-a-bundle", file: PLAN }),
      bundle("rejected", { reason: "unreadable", file: at("gone.tzb") }),
    ];
    expect(jsonOf("dry run")["bundles"]).toEqual(expected);
    expect(jsonOf("import")["bundles"]).toEqual(expected);
    expect(jsonOf("import")["bundles"]).toMatchObject([{}, { conflicts: 1, warnings: ["fork"] }, {}, {}]);
    expect(said["digest between"]?.out).toBe(said["digest before"]?.out);
    expect(jsonOf("import")["ledger"]).not.toBe(jsonOf("dry run")["ledger"]);
  });

  it("the conflict is settled by the unit, and the office's 核定 counts in the roll-up", () => {
    expect(jsonOf("conflicts here")["conflicts"]).toMatchObject([
      { subject: "360981/2024-03/indicator:T02-1", unit: "360981", period: "2024-03" },
    ]);
    expect(jsonOf("import settled")["bundles"]).toMatchObject([{ status: "merged", conflicts: 0 }]);
    const { indicators } = jsonOf("rollup") as { indicators: { id: string }[] };
    expect(indicators.find(({ id }) => id === "T02-1")).toMatchObject({
      value: "0.0008",
      unit: "亿元",
      light: "grey",
      complete: false,
      units: {
        reported: 1,
        expected: 11,
        notApplicable: 0,
        missing: expect.any(Array),
        noData: [],
        pending: [],
      },
    });
    for (const member of ["target", "completion", "met", "reason"])
      expect(indicators[0]).toHaveProperty(member);
    expect(jsonOf("ledger verify")).toMatchObject({ revisions: 7, decisions: 6 });
  });
});
