import { decisionBytes, recordBytes, revisionBytes, type RecordChanges } from "../support/bundles.ts";
import { textOf } from "../support/rezip.ts";
import { setJson, type Members } from "./changes.ts";
import { refused, type Drafts } from "./draft.ts";
import { fewOf } from "./few-of.ts";
import { bytesOf, resealedBy, small, type Scene } from "./scene.ts";
import { attached, citing, EVIDENCE, evidenceOf, receiptWith, type SoundBundles } from "./sound-bundles.ts";

/** `malformed-record`: single records, records files as a whole, and what manifest and records say of each other. */
export async function* recordFaults(scene: Scene, sound: SoundBundles): Drafts {
  yield* revisions(scene);
  yield* decisions(scene);
  yield* recordsFiles(scene, sound);
  yield* countsAndCitations(scene, sound);
}

const malformed = (name: string, what: string, bytes: Uint8Array) =>
  refused("malformed-record", name, what, bytes);

async function* revisions(scene: Scene): Drafts {
  for (const [name, what, changes] of fewOf(scene.suite, REVISIONS)) {
    const content = { revisions: [revisionBytes(scene.unit, "1", changes)] };
    yield malformed(name, `A revision with ${what}.`, (await small(scene, { content })).bytes);
  }
  const good: Members = JSON.parse(Buffer.from(revisionBytes(scene.unit, "1").bytes).toString());
  for (const [name, what, changes] of fewOf(scene.suite, ENVELOPES)) {
    const content = { revisions: [recordBytes({ ...good, ...changes })] };
    yield malformed(name, `A revision with ${what}.`, (await small(scene, { content })).bytes);
  }
}

async function* decisions(scene: Scene): Drafts {
  for (const [name, what, body, item] of fewOf(scene.suite, DECISIONS)) {
    const made = [decisionBytes(scene.desk, "", { body, item })];
    yield malformed(
      `decision-${name}`,
      `A decision: ${what}.`,
      await bytesOf(receiptWith(scene, { decisions: made })),
    );
  }
}

async function* recordsFiles(scene: Scene, { submission }: SoundBundles): Drafts {
  const file = "records/revisions.ndjson";
  const three = await small(scene, {
    content: { revisions: ["1", "2", "3"].map((amount) => revisionBytes(scene.unit, amount)) },
  });
  for (const [name, what, change, counted] of fewOf(scene.suite, FILES)) {
    const bytes = await resealedBy(scene.unit, three.bytes, (entries, manifest) => {
      const lines = textOf(entries, file).trimEnd().split("\n");
      entries.set(file, Buffer.from(change(lines)));
      manifest["counts"] = { attachments: 0, decisions: 0, revisions: counted };
    });
    yield malformed(`file-${name}`, `A records file ${what}.`, bytes);
  }
  yield malformed(
    "not-canonical",
    "A record whose members stand in another order.",
    await resealedBy(scene.unit, submission.bytes, (entries) => {
      const record: Members = JSON.parse(textOf(entries, file));
      entries.set(
        file,
        Buffer.from(`${JSON.stringify(Object.fromEntries(Object.entries(record).toReversed()))}\n`),
      );
    }),
  );
  yield malformed(
    "nine-deep",
    "A record that nests nine deep.",
    await bytesOf(
      receiptWith(scene, {
        decisions: [
          decisionBytes(scene.desk, "", {
            item: "period",
            body: { outcome: "snapshot", value: [[[[[[[]]]]]]] },
          }),
        ],
      }),
    ),
  );
}

async function* countsAndCitations(
  scene: Scene,
  { submission, plan, request, receipt }: SoundBundles,
): Drafts {
  const { unit, root, desk, applicant } = scene;
  const zero = { attachments: 0, decisions: 0, revisions: 0 };
  const counting = (counts: Members) => (_: unknown, manifest: Members) =>
    void (manifest["counts"] = { ...zero, ...counts });
  yield malformed(
    "counts-more",
    "A manifest that counts two revisions where there is one.",
    await resealedBy(unit, submission.bytes, counting({ revisions: 2 })),
  );
  yield malformed(
    "counts-fewer",
    "A manifest that counts no revision where there is one.",
    await resealedBy(unit, submission.bytes, counting({})),
  );
  yield malformed(
    "counts-attachments",
    "A manifest that counts an attachment where there is none.",
    await resealedBy(unit, submission.bytes, counting({ revisions: 1, attachments: 1 })),
  );
  yield malformed(
    "counts-decisions",
    "A receipt that counts no decision where there is one.",
    await resealedBy(desk, receipt.bytes, counting({})),
  );
  yield malformed(
    "counts-plan",
    "A plan bundle that counts a revision.",
    await resealedBy(root, plan.bytes, counting({ revisions: 1 })),
  );
  const attachments = [attached(EVIDENCE)];
  const one = revisionBytes(unit, "1");
  for (const [name, what, content] of [
    ["cited-nowhere", "An attachment that no revision cites.", { revisions: [one], attachments }],
    [
      "cited-missing",
      "Evidence whose file is missing.",
      { revisions: [citing(scene, [evidenceOf(EVIDENCE)])] },
    ],
    [
      "cited-size",
      "Evidence cited with another size.",
      { revisions: [citing(scene, [evidenceOf(EVIDENCE, 1)])], attachments },
    ],
    [
      "cited-twice",
      "Evidence cited twice, once with another size.",
      { revisions: [citing(scene, [evidenceOf(EVIDENCE), evidenceOf(EVIDENCE, 1)])], attachments },
    ],
  ] as const) {
    yield malformed(name, what, (await small(scene, { content })).bytes);
  }
  for (const [name, what, changes] of [
    ["request-officers", "other officers", { officers: ["审核人乙"] }],
    ["request-role", "another role", { role: "office" }],
    ["request-device", "another device", { device: unit.device }],
    ["request-recipient", "another recipient", { encryption: unit.age.recipient }],
    ["request-key", "another key", { publicKey: unit.publicKey }],
  ] as const) {
    const bytes = await resealedBy(applicant, request.bytes, (entries) =>
      setJson(entries, "request.json", changes),
    );
    yield { ...malformed(name, `A request for ${what} than its certificate says.`, bytes), known: [] };
  }
}

const task = { item: "task:2", type: "task-progress" };
const row = { item: "register:chain-leaders/a", type: "register-row" };
const inForce = { fields: {}, state: "in-force" };
const REVISIONS: readonly (readonly [name: string, what: string, changes: RecordChanges])[] = [
  ["type", "a type that nobody knows", { type: "nonsense" }],
  [
    "decision",
    "the type of a decision",
    { type: "decision", body: { outcome: "accepted", revisions: ["0".repeat(64)] } },
  ],
  ["body", "a body of another type", { body: { status: "completed" } }],
  ["item-type", "a type that its item does not take", { item: "task:2" }],
  ["item-period", "a period as its item", { item: "period" }],
  ["item-unknown", "an item of no kind", { item: "figure:T02-1" }],
  [
    "row-without-key",
    "a register row without a key",
    { ...row, item: "register:chain-leaders", body: inForce },
  ],
  [
    "row-key-solidus",
    "a solidus in its row key",
    { ...row, item: "register:chain-leaders/a/b", body: inForce },
  ],
  [
    "row-key-line-end",
    "a line end in its row key",
    { ...row, item: "register:chain-leaders/a\nb", body: inForce },
  ],
  [
    "row-confirmed",
    "a confirmation of a row",
    { ...row, type: "register-confirmation", body: { confirm: "nil" } },
  ],
  ["row-state", "a row in no state", { ...row, body: { fields: {} } }],
  [
    "row-date",
    "a row ended on a day that does not exist",
    { ...row, body: { ...inForce, state: "ended", date: "2023-02-29" } },
  ],
  ["period", "a period that the manifest does not list", { period: "2024-04" }],
  ["plan-version", "a newer plan than the manifest's", { planVersion: 2 }],
  ["parents-order", "parents out of order", { parents: ["b".repeat(64), "a".repeat(64)] }],
  ["parents-twice", "a parent twice", { parents: ["a".repeat(64), "a".repeat(64)] }],
  [
    "parents-65",
    "65 parents",
    { parents: Array.from({ length: 65 }, (_, i) => i.toString(16).padStart(64, "0")) },
  ],
  ["parent-capitals", "a parent in capitals", { parents: ["A".repeat(64)] }],
  [
    "line",
    "a line end where one line is meant",
    { body: { noData: { source: "甲\n乙", expected: "2024-05-01" } } },
  ],
  ["bidi", "a bidi override", { ...task, body: { progress: "甲\u202e乙" } }],
  ["tag", "a tag character", { ...task, body: { progress: "甲\u{e0041}" } }],
  ["mark", "a byte order mark", { ...task, body: { progress: "甲\ufeff" } }],
  ["nul", "a NUL", { ...task, body: { progress: "甲\u0000" } }],
  ["number", "a figure as a number", { body: { inputs: { revenue: 1 } } }],
  ["two-answers", "both inputs and a reason for none", { body: { inputs: {}, notApplicable: "样例" } }],
  ["no-answer", "neither inputs nor a reason for none", { body: { note: "样例" } }],
  ["device", "a shortened device id", { device: "a".repeat(31) }],
];

const ENVELOPES: readonly (readonly [name: string, what: string, changes: Members])[] = [
  ["unknown-member", "a member that the format does not have", { note: "x" }],
  ["format", "another format", { format: "taizhang-bundle" }],
  ["version", "the version 2", { v: 2 }],
  ["no-day", "a day that does not exist", { at: "2023-02-29T00:00:00.000Z" }],
  ["author-role", "an author of no role", { author: { name: "填报人甲", role: "mayor" } }],
  ["author-name", "an author without a name", { author: { name: "", role: "filler" } }],
];

const judged = ["0".repeat(64)];
const DECISIONS: readonly (readonly [name: string, what: string, body: unknown, item: string])[] = [
  ["no-revisions", "accepted without revisions", { outcome: "accepted" }, "task:2"],
  ["no-comment", "returned without a comment", { outcome: "returned", revisions: judged }, "task:2"],
  [
    "verified-no-comment",
    "verified without a comment",
    { outcome: "verified", revisions: judged, value: { status: "completed" } },
    "task:2",
  ],
  [
    "verified-no-value",
    "verified without a value",
    { outcome: "verified", revisions: judged, comment: "核" },
    "task:2",
  ],
  [
    "verified-other-body",
    "verified with a body of another type",
    { outcome: "verified", revisions: judged, comment: "核", value: { status: "completed" } },
    "indicator:T02-1",
  ],
  ["published-no-value", "published without a value", { outcome: "published" }, "indicator:T02-1"],
  ["locked-item", "an item locked", { outcome: "locked" }, "task:2"],
  ["locked-revisions", "a lock that judges revisions", { outcome: "locked", revisions: judged }, "period"],
  ["accepted-period", "a period accepted", { outcome: "accepted", revisions: judged }, "period"],
  [
    "order",
    "revisions out of order",
    { outcome: "accepted", revisions: ["b".repeat(64), "a".repeat(64)] },
    "task:2",
  ],
  ["outcome", "an outcome that nobody knows", { outcome: "forgotten", revisions: judged }, "task:2"],
];

type Lines = readonly string[];
const FILES: readonly (readonly [
  name: string,
  what: string,
  change: (lines: Lines) => string,
  counted: number,
])[] = [
  ["no-line-end", "without its last line end", (lines) => lines.join("\n"), 3],
  ["crlf", "with CR LF", (lines) => `${lines.join("\r\n")}\r\n`, 3],
  ["empty-line", "with an empty line", (lines) => `${lines.join("\n")}\n\n`, 3],
  ["empty", "that is empty", () => "", 0],
  ["descending", "whose ids descend", (lines) => `${lines.toReversed().join("\n")}\n`, 3],
  ["twice", "with a record twice", (lines) => `${[lines[0], ...lines].join("\n")}\n`, 4],
  ["space", "with spaces after records", (lines) => `${lines.join(" \n")} \n`, 3],
  ["no-json", "that holds no JSON", () => "甲\n", 1],
  ["mark", "that starts with a byte order mark", (lines) => `\ufeff${lines.join("\n")}\n`, 3],
  ["fewer", "with fewer records than the manifest counts", (lines) => `${lines.slice(1).join("\n")}\n`, 3],
];
