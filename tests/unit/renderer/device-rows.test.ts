import { describe, expect, it } from "vitest";
import { createTranslator } from "#shared/i18n/translator.ts";
import { deviceViewSchema, type DeviceView } from "#shared/ipc/device-views.ts";
import { deviceRows, stateOf } from "../../../src-renderer/features/devices/device-rows.ts";
import { gapWord, seriesRemarks } from "../../../src-renderer/features/devices/series-words.ts";
import { plan } from "../plan/bundled-plan.ts";

const device = (change: object = {}): DeviceView =>
  deviceViewSchema.parse({
    device: "a".repeat(32),
    unit: "360981",
    role: "reporter",
    serial: 2,
    root: "b".repeat(64),
    officers: ["填报人甲"],
    state: "granted",
    at: "2024-04-01T01:00:00.000Z",
    notAfter: "2027-12-31T15:59:59.000Z",
    lastBundle: null,
    series: [],
    refused: null,
    revoked: null,
    ...change,
  });
const series = (change: object = {}) => ({
  kind: "submission",
  unit: "360981",
  last: { sequence: 5, receivedAt: "2024-04-03T01:00:00.000Z" },
  gaps: [],
  forks: [],
  ...change,
});
const fork = { sequence: 4, digests: ["sha256:1", "sha256:2"], here: 2 };

describe("a laptop's state", () => {
  it("names a certificate that ends soon sixty days before, and one that ended the day after", () => {
    expect(stateOf(device(), "2027-10-31")).toBe("granted");
    expect(stateOf(device(), "2027-11-01")).toBe("expiring");
    expect(stateOf(device(), "2027-12-31")).toBe("expiring");
    expect(stateOf(device(), "2028-01-01")).toBe("expired");
  });

  it("puts two bundles of one number before a certificate that ends soon", () => {
    const forked = device({ series: [series({ forks: [fork] })] });
    expect(stateOf(forked, "2024-04-03")).toBe("forked");
    expect(stateOf(forked, "2027-12-30")).toBe("forked");
    expect(stateOf(device({ state: "revoked", series: [series({ forks: [fork] })] }), "2024-04-03")).toBe(
      "revoked",
    );
  });
});

describe("the list", () => {
  it("numbers laptops within their unit, with one number for all that belongs to one", () => {
    const other = "c".repeat(32);
    const rows = deviceRows(
      plan,
      [
        device({ serial: null, root: null, state: "requested", at: "2024-05-01T01:00:00.000Z" }),
        device({ serial: 3, device: other }),
        device({ state: "revoked" }),
      ],
      "2024-05-02",
    );
    expect(rows.map(({ no, state, first }) => [no, state, first])).toEqual([
      [1, "revoked", true],
      [1, "requested", false],
      [2, "granted", false],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  });
});

describe.each(["zh-CN", "en"] as const)("what is said of a series in %s", (language) => {
  const t = createTranslator(language);
  const office = { office: "样例汇总办" };

  it("names a missing bundle, its digest where a later one gives it, and what to ask for", () => {
    const gaps = [{ from: 4, to: 4, digest: `sha256:${"ab12".repeat(16)}` }];
    const missing = device({ series: [series({ gaps })] });
    const [remark] = seriesRemarks(t, missing, office);
    expect(remark?.kind).toBe("gap");
    expect(remark?.title).toContain("4");
    expect(remark?.say).toContain("ab12 ab12 ab12 ab12");
    expect(gapWord(t, missing)).toContain("4");
    expect(gapWord(t, device({ series: [series()] }))).toBeNull();
  });

  it("tells a fork that is here from one that a later bundle gives away", () => {
    const seen = seriesRemarks(t, device({ series: [series({ forks: [fork] })] }), office);
    const unseen = seriesRemarks(t, device({ series: [series({ forks: [{ ...fork, here: 1 }] })] }), office);
    expect(seen[0]?.kind).toBe("fork");
    expect(seen[0]?.text).not.toBe(unseen[0]?.text);
  });

  it("asks for nothing where an exchange between two laptops did not pass here", () => {
    const gaps = [{ from: 1, to: 2, digest: null }];
    const [remark] = seriesRemarks(t, device({ series: [series({ kind: "exchange", gaps })] }), office);
    expect(remark).toMatchObject({ kind: "note", say: null });
  });
});
