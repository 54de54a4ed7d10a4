import { beforeAll, describe, expect, test } from "vitest";
import type { BundleContent, RecordBytes, SealInput, Trust } from "#main/bundle/types.ts";
import { verifyBundle } from "#main/bundle/verify.ts";
import { bytesSource } from "#main/bundle/byte-source.ts";
import { selfSignedRoot } from "#main/keys/certificate.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import {
  decisionBytes,
  grantInput,
  makeOffice,
  OTHER_UNIT,
  planInput,
  planOf,
  PLAN_DIGEST,
  PLAN_ID,
  receiptInput,
  recordBytes,
  requestInput,
  revisionBytes,
  signerOf,
  submission,
  submissionInput,
  VALIDITY,
  type Office,
  type RecordChanges,
} from "../../support/bundles.ts";
import { resealed, textOf, type Entries } from "../../support/rezip.ts";
import { assembled } from "../../support/in-memory.ts";

let office: Office;
beforeAll(async () => {
  office = await makeOffice();
});

async function reasonOf(file: Uint8Array, trust: Partial<Trust> = {}): Promise<string> {
  const verdict = await verifyBundle(file, { ...office.trust, ...trust });
  return verdict.status === "admitted" ? "admitted" : verdict.reason;
}
const reasonOfInput = async (input: SealInput, trust: Partial<Trust> = {}): Promise<string> =>
  reasonOf((await assembled(input)).bytes, trust);

const plans = (versions: [number, string][], id = PLAN_ID) => ({
  plans: { id, versions: new Map(versions) },
});

describe("wrong-plan", () => {
  test("another plan than the one worked under", async () => {
    expect(await reasonOfInput(submissionInput(office), plans([[1, PLAN_DIGEST]], "other-plan"))).toBe(
      "wrong-plan",
    );
    expect(await reasonOfInput(planInput(office), plans([], "other-plan"))).toBe("wrong-plan");
  });

  test("a manifest, a record, a plan or a request of another plan than the certificate's", async () => {
    const other = { id: "other-plan", version: 1 };
    expect(await reasonOfInput(submissionInput(office, { plan: other, content: {} }), { plans: null })).toBe(
      "wrong-plan",
    );
    const revisions = [revisionBytes(office.unit, "1", { plan: "other-plan" })];
    expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe("wrong-plan");
    const { input } = await requestInput();
    const request = input.content.request && { ...input.content.request, plan: other };
    expect(await reasonOfInput({ ...input, content: request ? { request } : {} })).toBe("wrong-plan");
  });

  test("a root's certificate of another plan", async () => {
    const { root } = office;
    const { encryption, officers, unit } = root.certificate.certificate;
    const subject = { encryption, officers, unit, plan: "other-plan", ...VALIDITY };
    const certificate = selfSignedRoot({ suite: root.suite.name, privateKey: root.privateKey }, subject);
    const signer = { ...signerOf(office.unit, root), root: certificate };
    expect(await reasonOfInput(submissionInput(office, { signer }))).toBe("wrong-plan");
  });

  test("plan.json of another version than the manifest's", async () => {
    expect(await reasonOfInput(planInput(office, { plan: { id: PLAN_ID, version: 2 } }))).toBe("wrong-plan");
  });

  test("a different plan under a version already held is an alarm", async () => {
    const plan = toCanonicalBytes({ ...planOf(), officeUnit: "360981" });
    const verdict = await verifyBundle(
      (await assembled(planInput(office, { content: { plan } }))).bytes,
      office.trust,
    );
    expect(verdict).toMatchObject({ reason: "wrong-plan", detail: "a different plan under version 1" });
  });

  test("the same plan again, an older and a newer version are welcome", async () => {
    expect(await reasonOfInput(planInput(office))).toBe("admitted");
    const second = toCanonicalBytes(planOf(2));
    const newer = planInput(office, { plan: { id: PLAN_ID, version: 2 }, content: { plan: second } });
    expect(await reasonOfInput(newer)).toBe("admitted");
    expect(await reasonOfInput(planInput(office), plans([[2, `sha256:${sha256Hex(second)}`]]))).toBe(
      "admitted",
    );
  });
});

describe("held: newer-plan", () => {
  test("until that version or a later one is present", async () => {
    const revisions = [revisionBytes(office.unit, "1", { planVersion: 3 })];
    const input = submissionInput(office, { plan: { id: PLAN_ID, version: 3 }, content: { revisions } });
    for (const [versions, expected] of [
      [[1], "newer-plan"],
      [[1, 2], "newer-plan"],
      [[3], "admitted"],
      [[1, 4], "admitted"],
    ] as const) {
      const known = versions.map((version): [number, string] => [version, PLAN_DIGEST]);
      expect(await reasonOfInput(input, plans(known))).toBe(expected);
    }
    expect(await reasonOfInput(input, { plans: null })).toBe("newer-plan");
  });

  test("a held bundle is opened, its faults are not held back", async () => {
    const plan = { id: PLAN_ID, version: 3 };
    const good = await assembled(submissionInput(office, { plan }));
    const verdict = await verifyBundle(good.bytes, office.trust);
    expect(verdict).toMatchObject({
      status: "held",
      bundle: { digest: good.digest },
      steps: { plan: "held" },
    });
    const revisions = [revisionBytes(office.unit, "1", { type: "nonsense" })];
    expect(await reasonOfInput(submissionInput(office, { plan, content: { revisions } }))).toBe(
      "malformed-record",
    );
  });

  test("requests and grants wait for no plan", async () => {
    const plan = { id: PLAN_ID, version: 9 };
    const { input } = await requestInput({ plan });
    expect(await reasonOfInput(input)).toBe("admitted");
    expect(await reasonOfInput(grantInput(office, await assembled(input), { plan }))).toBe("admitted");
  });
});

describe("malformed-record: one revision", () => {
  const task = { item: "task:2", type: "task-progress" };
  test.each<[string, RecordChanges]>([
    ["an unknown type", { type: "nonsense" }],
    [
      "a decision among revisions",
      { type: "decision", body: { outcome: "accepted", revisions: ["0".repeat(64)] } },
    ],
    ["a body of another type", { body: { status: "completed" } }],
    ["a type that the item does not take", { item: "task:2" }],
    [
      "a register row without a key",
      { item: "register:chain-leaders", type: "register-row", body: { fields: {}, state: "in-force" } },
    ],
    [
      "a confirmation of a row",
      { item: "register:chain-leaders/a", type: "register-confirmation", body: { confirm: "nil" } },
    ],
    ["a period as item", { item: "period" }],
    [
      "a line end in a row key",
      { item: "register:chain-leaders/a\nb", type: "register-row", body: { fields: {}, state: "in-force" } },
    ],
    ["a period not listed", { period: "2024-04" }],
    ["a newer plan than the manifest's", { planVersion: 2 }],
    ["parents not ascending", { parents: ["b".repeat(64), "a".repeat(64)] }],
    ["a parent twice", { parents: ["a".repeat(64), "a".repeat(64)] }],
    ["65 parents", { parents: Array.from({ length: 65 }, (_, i) => i.toString(16).padStart(64, "0")) }],
    ["a line end in a line", { body: { noData: { source: "甲\n乙", expected: "2024-05-01" } } }],
    ["a bidi override in a text", { ...task, body: { progress: "甲\u202e乙" } }],
    [
      "evidence without its file",
      { ...task, body: { evidence: [{ name: "a", sha256: "a".repeat(64), size: 1, type: "" }] } },
    ],
  ])("%s", async (_, changes) => {
    const revisions = [revisionBytes(office.unit, "1", changes)];
    expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe("malformed-record");
  });

  test("an unknown member, another format, a newer version, numbers as numbers", async () => {
    const good: Record<string, unknown> = JSON.parse(
      Buffer.from(revisionBytes(office.unit, "1").bytes).toString(),
    );
    for (const changes of [
      { note: "x" },
      { format: "taizhang-bundle" },
      { v: 2 },
      { body: { inputs: { revenue: 1 } } },
    ]) {
      const revisions = [recordBytes({ ...good, ...changes })];
      expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe(
        "malformed-record",
      );
    }
  });

  test("a record malformed in itself gives no other reason, another beside it still does", async () => {
    const malformed = revisionBytes(office.unit, "1", { unit: OTHER_UNIT, item: "task:2" });
    const foreign = revisionBytes(office.unit, "2", { unit: OTHER_UNIT });
    const reason = (...revisions: RecordBytes[]) =>
      reasonOfInput(submissionInput(office, { content: { revisions } }));
    expect(await reason(malformed)).toBe("malformed-record");
    expect(await reason(malformed, foreign)).toBe("wrong-unit");
  });

  test("long texts hold LF and TAB", async () => {
    const revisions = [revisionBytes(office.unit, "1", { ...task, body: { progress: "一\n二\t三" } })];
    expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe("admitted");
  });

  test("NEL, zero-width and tag characters are refused wherever they stand", async () => {
    for (const character of ["\u0085", "\u200b", "\ufeff", "\u2028", "\u{e0041}", "\u0000"]) {
      const revisions = [revisionBytes(office.unit, "1", { ...task, body: { progress: `甲${character}` } })];
      expect(await reasonOfInput(submissionInput(office, { content: { revisions } }))).toBe(
        "malformed-record",
      );
    }
  });
});

describe("malformed-record: decisions", () => {
  const judged = ["0".repeat(64)];
  test.each<[string, unknown, string]>([
    ["accepted without revisions", { outcome: "accepted" }, "task:2"],
    ["returned without a comment", { outcome: "returned", revisions: judged }, "task:2"],
    [
      "verified without a comment",
      { outcome: "verified", revisions: judged, value: { status: "completed" } },
      "task:2",
    ],
    [
      "verified with a body of another type",
      { outcome: "verified", revisions: judged, comment: "核", value: { status: "completed" } },
      "indicator:T02-1",
    ],
    ["verified without a value", { outcome: "verified", revisions: judged, comment: "核" }, "task:2"],
    ["published without a value", { outcome: "published" }, "indicator:T02-1"],
    ["a lock of an item", { outcome: "locked" }, "task:2"],
    ["a lock that judges revisions", { outcome: "locked", revisions: judged }, "period"],
    ["an acceptance of a period", { outcome: "accepted", revisions: judged }, "period"],
    [
      "revisions not ascending",
      { outcome: "accepted", revisions: ["b".repeat(64), "a".repeat(64)] },
      "task:2",
    ],
    ["an unknown outcome", { outcome: "forgotten", revisions: judged }, "task:2"],
  ])("%s", async (_, body, item) => {
    expect(await reasonOfInput(withDecision(body, item))).toBe("malformed-record");
  });

  test.each<[string, unknown, string]>([
    ["accepted", { outcome: "accepted", revisions: judged }, "indicator:T02-1"],
    ["returned", { outcome: "returned", revisions: judged, comment: "请核对" }, "task:2"],
    [
      "verified",
      { outcome: "verified", revisions: judged, comment: "核", value: { inputs: { revenue: "3" } } },
      "indicator:T02-1",
    ],
    [
      "published",
      { outcome: "published", value: { value: "3", source: "样例", date: "2025-01-01", use: true } },
      "indicator:T02-1",
    ],
    ["locked", { outcome: "locked" }, "period"],
    ["snapshot", { outcome: "snapshot", value: { digest: "样例" } }, "period"],
  ])("%s is well-formed", async (_, body, item) => {
    expect(await reasonOfInput(withDecision(body, item))).toBe("admitted");
  });

  const withDecision = (body: unknown, item: string): SealInput => {
    const receipt = { format: "taizhang-receipt" as const, v: 1 as const, bundles: [] };
    return receiptInput(office, {
      content: { receipt, decisions: [decisionBytes(office.desk, "", { body, item })] },
    });
  };
});

describe("malformed-record: the file as a whole", () => {
  const FILE = "records/revisions.ndjson";
  const changed = async (change: (lines: string[]) => string, counts?: number): Promise<Uint8Array> => {
    const sealed = await submission(office);
    return resealed(sealed.bytes, office.unit.privateKey, (entries: Entries, manifest) => {
      const lines = textOf(entries, FILE).trimEnd().split("\n");
      entries.set(FILE, Buffer.from(change(lines)));
      if (counts !== undefined) manifest["counts"] = { attachments: 0, decisions: 0, revisions: counts };
    });
  };

  test("unchanged it is admitted", async () => {
    expect(await reasonOf(await changed((lines) => `${lines.join("\n")}\n`))).toBe("admitted");
  });

  test.each<[string, (lines: string[]) => string, number?]>([
    ["no LF at the end", (lines) => lines.join("\n")],
    ["CR LF", (lines) => `${lines.join("\r\n")}\r\n`],
    ["an empty line", (lines) => `${lines.join("\n")}\n\n`],
    ["an empty file", () => "", 0],
    ["ids descending", (lines) => `${lines.toReversed().join("\n")}\n`],
    ["a record twice", (lines) => `${[lines[0], ...lines].join("\n")}\n`, 4],
    ["a space", (lines) => `${lines.join(" \n")}\n`],
    ["no JSON", () => "甲\n", 1],
    ["fewer records than counted", (lines) => `${lines.slice(1).join("\n")}\n`],
    ["more records than counted", (lines) => `${lines.join("\n")}\n`, 2],
  ])("%s", async (_, change, counts) => {
    expect(await reasonOf(await changed(change, counts))).toBe("malformed-record");
  });

  test("an attachment that no revision cites, a citation with another size", async () => {
    const bytes = Buffer.from("样例证明材料");
    const sha256 = sha256Hex(bytes);
    const attachments = [{ sha256, source: bytesSource(bytes) }];
    const cite = (size: number): BundleContent => {
      const evidence = [{ name: "样例.pdf", sha256, size, type: "application/pdf" }];
      const changes = { item: "task:2", type: "task-progress", body: { evidence } };
      return { attachments, revisions: [revisionBytes(office.unit, "", changes)] };
    };
    expect(await reasonOfInput(submissionInput(office, { content: { attachments } }))).toBe(
      "malformed-record",
    );
    expect(await reasonOfInput(submissionInput(office, { content: cite(bytes.length + 1) }))).toBe(
      "malformed-record",
    );
    expect(await reasonOfInput(submissionInput(office, { content: cite(bytes.length) }))).toBe("admitted");
  });

  test("a request that asks for something else than its certificate", async () => {
    const { input } = await requestInput();
    const request = input.content.request && { ...input.content.request, officers: ["审核人乙"] };
    expect(await reasonOfInput({ ...input, content: request ? { request } : {} })).toBe("malformed-record");
  });
});

describe("what a rejection tells", () => {
  test("what the bundle claims of itself and how far it came", async () => {
    const sealed = await assembled(submissionInput(office, { sequence: 7 }));
    const verdict = await verifyBundle(sealed.bytes, { ...office.trust, roots: [] });
    expect(verdict).toMatchObject({
      status: "rejected",
      reason: "unknown-root",
      claimed: {
        digest: sealed.digest,
        kind: "submission",
        unit: "360981",
        device: office.unit.device,
        sequence: 7,
        createdAt: "2024-04-03T01:05:00.000Z",
      },
      steps: { complete: "passed", signature: "failed", authorisation: "not-reached", plan: "not-reached" },
    });
  });

  test("nothing is claimed where nothing could be read", async () => {
    const verdict = await verifyBundle(Buffer.from("台账"), office.trust);
    expect(verdict).toMatchObject({ steps: { complete: "failed", signature: "not-reached" } });
    expect(verdict).not.toHaveProperty("claimed");
  });
});
