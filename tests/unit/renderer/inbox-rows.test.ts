import { describe, expect, it } from "vitest";
import { bundleReportSchema, type BundleReport } from "#shared/ipc/views.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import { REJECTION_REASONS } from "#shared/bundle/reasons.ts";
import { baseName, groupsOf, isShown, loadNow, rowsOf } from "../../../src-renderer/features/inbox/rows.ts";
import {
  hasGenuine,
  reasonWord,
  sentenceForCounty,
} from "../../../src-renderer/features/inbox/what-to-say.ts";

const report = (change: Record<string, unknown> = {}): BundleReport =>
  bundleReportSchema.parse({
    file: "/media/usb/a.tzb",
    digest: `sha256:${"a".repeat(64)}`,
    kind: "submission",
    unit: "360981",
    device: null,
    sequence: 4,
    createdAt: null,
    receivedAt: null,
    status: "mergeable",
    reason: null,
    warnings: [],
    steps: [],
    counts: { added: 0, superseding: 0, unchanged: 0, conflicts: 0, decisions: 0 },
    ...change,
  });

describe("rowsOf", () => {
  it("does not list twice what has been taken in", () => {
    const merged = report({ status: "merged", receivedAt: "2025-07-11T00:00:00.000Z" });
    expect(rowsOf([report({ status: "merged" })], [merged])).toHaveLength(1);
  });
  it("knows a refused file without a digest by its name", () => {
    const refused = { digest: null, status: "rejected", reason: "not-a-bundle" };
    expect(rowsOf([report(refused)], [report({ ...refused, file: "a.tzb" })])).toHaveLength(1);
  });
  it("keeps a fresh duplicate beside the merged one", () => {
    expect(rowsOf([report({ status: "duplicate" })], [report({ status: "merged" })])).toHaveLength(2);
  });
  it("keeps a bundle on one line from its verification to the list, and every line apart", () => {
    const [fresh] = rowsOf([report()], []);
    const [merged] = rowsOf([report({ status: "merged" })], [report({ status: "merged", file: "a.tzb" })]);
    expect(merged?.id).toBe(fresh?.id);
    const refused = { digest: null, status: "rejected", reason: "damaged" };
    const rows = rowsOf(
      [report({ status: "duplicate" })],
      [report({ status: "merged" }), report(refused), report(refused)],
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
  });
  it("puts refused files in front of what they were read with, the rest by unit and number", () => {
    const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
    const refused = report({ status: "rejected", digest: digest("d"), unit: "360983", reason: "damaged" });
    const load = [
      report({ digest: digest("b"), unit: "360982", sequence: 1 }),
      report({ digest: digest("a"), unit: "360981", sequence: 1 }),
      report({ digest: digest("c"), unit: "360981", sequence: 2 }),
      refused,
    ];
    const rows = rowsOf(load, [report({ status: "merged", digest: digest("e") }), refused]);
    expect(rows.map((row) => [row.report.digest?.at(-1), row.fresh])).toEqual([
      ["d", true],
      ["c", true],
      ["a", true],
      ["b", true],
      ["e", false],
    ]);
  });
  it("counts a refused file as merged once it was lifted, not while a genuine one of its digest is here", () => {
    const refused = report({ status: "rejected", reason: "wrong-plan" });
    const merged = report({ status: "merged" });
    expect(loadNow([refused], [merged])).toMatchObject([{ status: "merged" }]);
    expect(rowsOf(loadNow([refused], [merged]), [merged])).toHaveLength(1);
    expect(loadNow([refused], [merged, refused])).toMatchObject([{ status: "rejected" }]);
  });
  it("knows of a file read just now whether its county was told, by its bytes and not by what it claims", () => {
    const [one, other] = ["1".repeat(64), "2".repeat(64)];
    const refused = { status: "rejected", reason: "digest-mismatch" };
    const told = { by: "市级汇总员丁", at: "2025-03-20T01:00:00.000Z" };
    const listed = [
      report({ ...refused, quarantine: one, told, file: "a.tzb" }),
      report({ ...refused, quarantine: other, file: "b.tzb" }),
    ];
    const fresh = [report({ ...refused, quarantine: other }), report({ ...refused, quarantine: one })];
    expect(loadNow(fresh, listed).map((each) => each.told)).toEqual([undefined, told]);
    // Taken back since.
    const untold = listed.map((each) => ({ ...each, told: undefined }));
    expect(loadNow(loadNow(fresh, listed), untold).map((each) => each.told)).toEqual([undefined, undefined]);
    // Withdrawn at the end of its own load: only the list knows its bytes.
    const [revoked] = loadNow(
      [report({ ...refused, reason: "revoked" })],
      [report({ ...refused, quarantine: one, told })],
    );
    expect([revoked?.quarantine, revoked?.told]).toEqual([one, told]);
  });
  it("groups by day of receipt, fresh ones apart", () => {
    const at = (receivedAt: string) => report({ status: "merged", digest: null, receivedAt });
    const rows = rowsOf([report()], [at("2025-07-11T01:00:00.000Z"), at("2025-07-10T01:00:00.000Z")]);
    expect(groupsOf(rows, (time) => time.slice(0, 10)).map(({ fresh, day }) => [fresh, day])).toEqual([
      [true, null],
      [false, "2025-07-11"],
      [false, "2025-07-10"],
    ]);
  });
  it("counts held bundles among those that wait", () => {
    const [row] = rowsOf([report({ status: "held", reason: "newer-plan" })], []);
    expect(row !== undefined && isShown(row, "waiting")).toBe(true);
  });
});

describe("baseName", () => {
  it("reads paths of both kinds of system", () => {
    expect([baseName("/media/usb/a.tzb"), baseName("E:\\报送\\a.tzb")]).toEqual(["a.tzb", "a.tzb"]);
  });
});

describe("what the county is told", () => {
  const t = createTranslator("zh-CN");
  const names = { office: "市汇总办", plan: "“869”行动计划", day: "7月11日", isHere: false };

  it("says what came, what was wrong and whom to phone", () => {
    const said = sentenceForCounty(t, report({ status: "rejected", reason: "bad-signature" }), names);
    expect(said).toContain("7月11日收到你单位第4包，签名不符，未予合并");
    expect(said).toContain("立即电话告知市汇总办");
  });
  it("asks for nothing again where the genuine one of that device and number is merged", () => {
    const forged = report({ status: "rejected", reason: "digest-mismatch", device: "d1" });
    const genuine = report({ status: "merged", device: "d1" });
    expect(hasGenuine(forged, [genuine])).toBe(true);
    expect(hasGenuine(forged, [report({ status: "merged", device: "d2" }), forged])).toBe(false);
    const said = sentenceForCounty(t, forged, { ...names, isHere: true });
    expect(said).toContain("不用再送");
    expect(said).toContain("电话告知市汇总办");
    expect(said).not.toContain("重新写出");
  });
  it.each(REJECTION_REASONS)("has words and advice for %s", (reason) => {
    expect(reasonWord(t, reason)).not.toBe(reasonWord(t, null));
    expect(sentenceForCounty(t, report({ reason }), names)).not.toContain("{{");
  });
  it("names the file where the bundle's number could not be read", () => {
    expect(sentenceForCounty(t, report({ sequence: null, reason: "not-a-bundle" }), names)).toContain(
      "a.tzb",
    );
  });
});
