import { describe, expect, it } from "vitest";
import { bundleReportSchema, type BundleReport } from "#shared/ipc/views.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import { REJECTION_REASONS } from "#shared/bundle/reasons.ts";
import { baseName, groupsOf, isShown, rowsOf } from "../../../src-renderer/features/inbox/rows.ts";
import { reasonWord, sentenceForCounty } from "../../../src-renderer/features/inbox/what-to-say.ts";

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
  const names = { office: "市汇总办", plan: "“869”行动计划", day: "7月11日" };

  it("says what came, what was wrong and whom to phone", () => {
    const said = sentenceForCounty(t, report({ status: "rejected", reason: "bad-signature" }), names);
    expect(said).toContain("7月11日收到你单位第4包，签名不符，未予合并");
    expect(said).toContain("立即电话告知市汇总办");
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
