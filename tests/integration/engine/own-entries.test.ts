import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { backUp } from "#main/engine/backup/backup.ts";
import { officeHome } from "#main/engine/review/office-home.ts";
import { conflictList, reviewUnits } from "#main/engine/review/review.ts";
import { resolveConflict } from "#main/engine/entry/conflicts.ts";
import { decide } from "#main/engine/review/decide.ts";
import { verifyLedger } from "#main/engine/ledger/ledger-audit.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { recordAndHandOut, recordEntries } from "#main/engine/entry/record-entries.ts";
import { restoreBackup } from "#main/engine/backup/restore.ts";
import { sealSubmission } from "#main/engine/submission/seal.ts";
import type { Session } from "#main/engine/session.ts";
import { traceFigure } from "#main/engine/rollup/trace.ts";
import { verifyTrace } from "#main/engine/rollup/verify-trace.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { taizhang } from "../cli/run.ts";
import { city, scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  CONTEXT,
  dependencies,
  digestOf,
  figureOf,
  itemOf,
  must,
  PEOPLE,
  save,
  take,
} from "../../support/workspaces.ts";

/** What the office itself answers, as unit 360900: sealed by its own PC, counted at once. */

const PERIOD = periodSchema.parse("2024-12");
const OFFICE = unitKeySchema.parse("360900");
const RANK = itemSchema.parse("indicator:T01-2");

withCity({ tonggu: "360926", colleague: OFFICE });
beforeEach(() => {
  scene.clock.set("2025-03-20T01:05:00.000Z");
});

const rank = (value: string) => ({ inputs: { rank: value } });
const record = async (office: Session) =>
  must(await recordEntries(office, { period: PERIOD, filler: "市级填报人丁" }));

async function recorded(office: Session, value: string) {
  save(office, PERIOD, { [RANK]: rank(value) });
  return record(office);
}

async function handOver(from: Session, to: Session) {
  for (const { file } of must(await writeOfficeExchange(from, scene.out(), { encrypt: false, all: false })))
    await take(to, [file]);
}

describe("an entry of the office", () => {
  it("is a draft until it is put in force, and counts at once then", async () => {
    const office = scene.office();
    save(office, PERIOD, { [RANK]: rank("48") });
    expect(figureOf(office, PERIOD, "T01-2")).toMatchObject({ value: null, complete: false });
    const { manifest } = await record(office);
    expect(manifest).toMatchObject({
      kind: "submission",
      unit: OFFICE,
      people: { filler: "市级填报人丁" },
      periods: [PERIOD],
      counts: { revisions: 1 },
    });
    expect(itemOf(office, PERIOD, RANK)).toMatchObject({ state: "accepted", draft: null, body: rank("48") });
    expect(figureOf(office, PERIOD, "T01-2")).toMatchObject({ value: "48", complete: true });
    expect(codeOf(await recordEntries(office, { period: PERIOD, filler: "市级填报人丁" }))).toBe(
      "nothing-to-submit",
    );
  });

  it("is corrected by a later one, and no bundle carries what an earlier one did", async () => {
    const office = scene.office();
    await recorded(office, "48");
    const { manifest } = await recorded(office, "46");
    expect(manifest).toMatchObject({ sequence: 2, counts: { revisions: 1 } });
    expect(figureOf(office, PERIOD, "T01-2").value).toBe("46");
  });

  it("waits for nobody: nothing to review, no receipt, no judgement", async () => {
    const office = scene.office();
    await recorded(office, "48");
    expect(must(reviewUnits(office, PERIOD)).map(({ unit }) => unit)).not.toContain(OFFICE);
    expect(must(officeHome(office, PERIOD)).receipts).toEqual([]);
    for (const outcome of ["accepted", "returned"] as const) {
      const decision = { unit: OFFICE, period: PERIOD, item: RANK, outcome, comment: "样例" };
      expect(codeOf(decide(office, [decision]))).toBe("own-entry");
    }
  });

  it("is traced to its bundle, whose signature and certificate hold", async () => {
    const office = scene.office();
    const { digest } = await recorded(office, "48");
    const request = { period: PERIOD, indicator: "T01-2", includePending: false };
    const trace = must(await traceFigure(office, request));
    const [unit] = trace.units;
    expect(unit).toMatchObject({
      unit: OFFICE,
      state: "counted",
      records: [{ used: true, bundles: [digest] }],
    });
    expect(trace.bundles).toMatchObject([{ digest, kind: "submission", unit: OFFICE }]);
    const verified = must(await verifyTrace(office, request, CONTEXT));
    expect(verified.bundles).toMatchObject([{ digest, holds: true }]);
  });

  it("comes back from a backup, and the ledger is found whole", async () => {
    const office = scene.office();
    await recorded(office, "48");
    const file = join(scene.out(), "backup.zip");
    must(await backUp(office, file));
    const restored = must(await restoreBackup(dependencies(scene.clock), file, join(scene.out(), "again")));
    expect(digestOf(restored)).toBe(digestOf(office));
    expect(figureOf(restored, PERIOD, "T01-2").value).toBe("48");
    expect((await verifyLedger(restored)).ok).toBe(true);
    closeSession(restored);
  });

  it("is nobody else's to write: not a laptop's for the office, not the office's for a laptop", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("tonggu")];
    save(laptop, PERIOD, { "indicator:T14-1": { noData: { source: "统计局", expected: "2025-09-20" } } });
    expect(codeOf(await recordEntries(laptop, { period: PERIOD, filler: "填报人甲" }))).toBe("wrong-role");
    const request = { ...PEOPLE, period: PERIOD, dir: scene.out(), encrypt: false };
    save(office, PERIOD, { [RANK]: rank("48") });
    expect(codeOf(await sealSubmission(office, request))).toBe("wrong-role");
  });
});

describe("two PCs of the office", () => {
  it("hold the same figures once one has handed over its exchange", async () => {
    const [office, colleague] = [scene.office(), scene.laptop("colleague")];
    const { digest } = await recorded(office, "48");
    await handOver(office, colleague);
    expect(figureOf(colleague, PERIOD, "T01-2")).toMatchObject({ value: "48" });
    expect(digestOf(colleague)).toBe(digestOf(office));
    const verified = must(
      await verifyTrace(colleague, { period: PERIOD, indicator: "T01-2", includePending: false }, CONTEXT),
    );
    expect(verified.bundles).toMatchObject([{ digest, holds: true }]);
  });

  it("disagree openly: the value both come from counts until the office settles it", async () => {
    const [office, colleague] = [scene.office(), scene.laptop("colleague")];
    await recorded(office, "48");
    await handOver(office, colleague);
    await recorded(office, "46");
    await recorded(colleague, "45");
    await handOver(colleague, office);
    await handOver(office, colleague);
    for (const pc of [office, colleague]) {
      expect(itemOf(pc, PERIOD, RANK).state).toBe("conflict");
      expect(figureOf(pc, PERIOD, "T01-2")).toMatchObject({ value: "48", units: { conflict: [OFFICE] } });
    }
    const trace = must(
      await traceFigure(office, { period: PERIOD, indicator: "T01-2", includePending: false }),
    );
    expect(trace.units[0]?.records.map(({ used }) => used)).toEqual([true, false, false]);
    const [conflict] = conflictList(office);
    const side = conflict?.sides.find(({ body }) => JSON.stringify(body) === JSON.stringify(rank("45")));
    must(resolveConflict(office, { period: PERIOD, item: RANK }, side?.revision ?? "", "以省厅通报为准"));
    await record(office);
    await handOver(office, colleague);
    for (const pc of [office, colleague]) {
      expect(conflictList(pc)).toEqual([]);
      expect(figureOf(pc, PERIOD, "T01-2").value).toBe("45");
    }
  });

  it("who entered the same value do not disagree", async () => {
    const [office, colleague] = [scene.office(), scene.laptop("colleague")];
    await recorded(office, "48");
    scene.clock.set("2025-03-20T02:05:00.000Z");
    await recorded(colleague, "48");
    await handOver(colleague, office);
    expect(conflictList(office)).toEqual([]);
    expect(figureOf(office, PERIOD, "T01-2").value).toBe("48");
  });
});

describe("on the command line", () => {
  it("entries are set, checked and submitted in an office workspace; the page's own verifier admits the file", async () => {
    const office = scene.office();
    const entries = join(scene.out(), "entries.json");
    const indicators = [{ indicator: "T01-2", inputs: { rank: "48" } }];
    writeFileSync(entries, JSON.stringify({ period: PERIOD, indicators }));
    const at = ["-w", office.dir, "--period", PERIOD, "--json"];
    expect((await taizhang(["entry", "set", entries, "-w", office.dir, "--json"])).json).toMatchObject({
      saved: 1,
    });
    expect((await taizhang(["check", ...at])).exit).toBe(0);
    const names = ["--filler", "市级填报人丁", "--reviewer", "审核人乙", "--head", "负责人丙"];
    const clock = ["--at", "2025-03-20T01:05:00.000Z"];
    const out = scene.out();
    const said = await taizhang(["submit", ...at, ...names, "--out", out, "--plain", ...clock]);
    expect(said.json).toMatchObject({ sequence: 1, revisions: 1 });
    const { file, digest } = JSON.parse(said.out);
    const shown = await taizhang(["entry", "show", ...at]);
    expect(JSON.stringify(shown.json)).toContain('"state":"accepted"');
    const rolled = await taizhang(["rollup", ...at]);
    expect(rolled.out).toContain('"value":"48"');
    const judged = await taizhang(["verify", file, "--trust", city.fingerprint, "--json"]);
    expect(judged.json).toMatchObject({ ok: true, kind: "submission", unit: OFFICE, digest });
    const script = join(import.meta.dirname, "..", "..", "..", "docs", "verify-bundle.py");
    const second = execFileSync(
      "python3",
      [script, file, "--trust", city.fingerprint, "--known", city.planFile, "--json"],
      { encoding: "utf8" },
    );
    expect(JSON.parse(second)).toMatchObject({
      status: "admitted",
      kind: "submission",
      unit: OFFICE,
      digest,
    });
  });

  it("an encrypted one opens on the other PC of the office", async () => {
    const [office, colleague] = [scene.office(), scene.laptop("colleague")];
    await handOver(office, colleague);
    save(office, PERIOD, { [RANK]: rank("48") });
    const request = { ...PEOPLE, period: PERIOD, dir: scene.out(), encrypt: true };
    const { file } = must(await recordAndHandOut(office, request));
    const [report] = await take(colleague, [file]);
    expect(report).toMatchObject({ status: "merged", warnings: [] });
    expect(figureOf(colleague, PERIOD, "T01-2").value).toBe("48");
  });
});
