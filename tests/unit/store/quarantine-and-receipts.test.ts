import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Database } from "#main/store/database.ts";
import { deleteBundle, insertBundle } from "#main/store/bundles.ts";
import {
  insertQuarantined,
  putTold,
  quarantined,
  removeQuarantined,
  removeTold,
} from "#main/store/quarantined.ts";
import { receiptLine, saveReceiptLine } from "#main/store/receipt-lines.ts";
import type { NewBundle } from "#main/store/tables.ts";
import { nextInSeries, seriesWarnings } from "#main/engine/bundles/sequence.ts";

let folder: string;
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-store-"));
  const opened = Database.open(join(folder, "workspace.sqlite3"), { create: true });
  if (!opened.ok) throw new Error(opened.error);
  db = opened.value;
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const DEVICE = "a".repeat(32);
const digestOf = (name: string): string => `sha256:${name.repeat(64)}`;

const bundleRow = (sequence: number, name: string, changes: Partial<NewBundle> = {}): NewBundle => ({
  digest: digestOf(name),
  kind: "submission",
  unit: "360981",
  device: DEVICE,
  sequence,
  previous: null,
  revisions: 0,
  plan_version: 1,
  created_at: "2024-04-03T01:00:00.000Z",
  received_at: "2024-04-03T01:00:00.000Z",
  status: "admitted",
  late: 0,
  manifest: "{}",
  file: null,
  report: "{}",
  ...changes,
});
describe("receipt lines", () => {
  const line = (status: "merged" | "rejected") => ({
    bundle: digestOf("1"),
    status,
    reason: status === "rejected" ? "damaged" : null,
    receivedAt: "2024-04-03T01:00:00.000Z",
  });

  it.each([
    ["rejected", "merged"],
    ["merged", "rejected"],
    ["merged", "merged"],
  ] as const)("say merged once any receipt said it: %s, %s", (...words) => {
    for (const [index, word] of words.entries())
      saveReceiptLine(db, insertBundle(db, bundleRow(index + 1, String(index + 2))), line(word));
    expect(receiptLine(db, digestOf("1"))).toEqual(line("merged"));
  });

  it("go with the receipt that said them", () => {
    const receipt = insertBundle(db, bundleRow(1, "2"));
    saveReceiptLine(db, receipt, line("merged"));
    deleteBundle(db, digestOf("2"));
    expect(receiptLine(db, digestOf("1"))).toBeUndefined();
  });
});

describe("the quarantine", () => {
  it("lists a file once, with its latest reason, until it is taken", () => {
    const file = { sha256: "1", name: "a.tzb", receivedAt: "2024-04-03", report: "{}" };
    insertQuarantined(db, { ...file, reason: "unknown-root" });
    insertQuarantined(db, { ...file, reason: "revoked", receivedAt: "2024-04-04" });
    expect(quarantined(db)).toEqual([{ ...file, reason: "revoked", receivedAt: "2024-04-04", told: null }]);
    removeQuarantined(db, "1");
    expect(quarantined(db)).toEqual([]);
  });

  it("counts as told for the reason that was told, and no longer once it is gone", () => {
    const file = { sha256: "1", name: "a.tzb", reason: "damaged", receivedAt: "2024-04-03", report: "{}" };
    const told = { by: "市级汇总员丁", at: "2024-04-04" };
    const marks = () => quarantined(db).map((row) => row.told);
    insertQuarantined(db, file);
    insertQuarantined(db, { ...file, sha256: "2" });
    putTold(db, { sha256: "1", reason: "damaged", told_by: told.by, told_at: told.at });
    expect(marks()).toEqual([told, null]);
    insertQuarantined(db, { ...file, receivedAt: "2024-04-05" });
    expect(marks()).toEqual([told, null]);
    insertQuarantined(db, { ...file, reason: "bad-signature", receivedAt: "2024-04-06" });
    expect(marks()).toEqual([null, null]);
    putTold(db, { sha256: "1", reason: "bad-signature", told_by: "市级汇总员戊", told_at: "2024-04-07" });
    expect(marks()).toEqual([{ by: "市级汇总员戊", at: "2024-04-07" }, null]);
    removeQuarantined(db, "1");
    insertQuarantined(db, { ...file, reason: "bad-signature" });
    expect(marks()).toEqual([null, null]);
    putTold(db, { sha256: "2", reason: "damaged", told_by: told.by, told_at: told.at });
    removeTold(db, "2");
    expect(marks()).toEqual([null, null]);
  });
});

describe("a series", () => {
  const warnings = (sequence: number, name: string) => {
    const { digest, device, kind, unit = null, created_at: createdAt } = bundleRow(sequence, name);
    const at = "2024-04-03T02:00:00.000Z";
    return seriesWarnings(db, { digest, device, kind, unit, sequence, createdAt }, at);
  };

  it("counts per device, kind and unit, and names the bundle before", () => {
    insertBundle(db, bundleRow(1, "1"));
    insertBundle(db, bundleRow(2, "2"));
    insertBundle(db, bundleRow(7, "3", { unit: "360982" }));
    insertBundle(db, bundleRow(8, "4", { kind: "exchange" }));
    insertBundle(db, bundleRow(9, "5", { device: "b".repeat(32) }));
    const series = { device: DEVICE, kind: "submission", unit: "360981" };
    expect(nextInSeries(db, series)).toEqual({ sequence: 3, previous: digestOf("2") });
    expect(nextInSeries(db, { ...series, unit: null })).toEqual({ sequence: 1, previous: null });
  });

  it("tells a gap and a fork, also of a number that no laptop could have reached", () => {
    insertBundle(db, bundleRow(1, "1"));
    expect(warnings(2, "2")).toEqual([]);
    expect(warnings(3, "3")).toEqual(["gap"]);
    expect(warnings(1, "1")).toEqual([]);
    expect(warnings(1, "4")).toEqual(["fork"]);
    expect(warnings(Number.MAX_SAFE_INTEGER, "5")).toEqual(["gap"]);
    insertBundle(db, bundleRow(1, "4"));
    expect(warnings(3, "3")).toEqual(["gap"]);
    insertBundle(db, bundleRow(2, "2"));
    expect(warnings(3, "3")).toEqual([]);
  });
});
