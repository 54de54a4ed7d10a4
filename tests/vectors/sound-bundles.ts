import { bytesSource } from "#main/bundle/byte-source.ts";
import type { BundleContent, SealInput } from "#main/bundle/types.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import type { Receipt } from "#shared/bundle/receipt.ts";
import {
  decisionBytes,
  grantInput,
  OFFICE_UNIT,
  PLAN_ID,
  planInput,
  receiptInput,
  requestWith,
  revisionBytes,
  revocationsOf,
  signerOf,
  submissionInput,
  type InputChanges,
} from "../support/bundles.ts";
import { assembled, type BundleInMemory } from "../support/in-memory.ts";
import { admitted, type Drafts } from "./draft.ts";
import { planExcerpt } from "./plan-excerpt.ts";
import { smallInput, type Scene } from "./scene.ts";

/** One sound bundle of every kind; the faulty ones are made from them. */
export interface SoundBundles {
  readonly plan: BundleInMemory;
  readonly request: BundleInMemory;
  readonly grant: BundleInMemory;
  readonly submission: BundleInMemory;
  readonly exchange: BundleInMemory;
  readonly receipt: BundleInMemory;
  readonly receiptWithBundle: BundleInMemory;
  readonly recovery: BundleInMemory;
  readonly officeExchange: BundleInMemory;
}

export const planBundle = (scene: Scene, version: number, content: BundleContent = {}): SealInput =>
  planInput(scene, {
    plan: { id: PLAN_ID, version },
    sequence: version,
    content: { plan: planExcerpt(version), ...content },
  });

export const emptyReceipt: Receipt = { format: "taizhang-receipt", v: 1, bundles: [] };

export const receiptWith = (scene: Scene, content: BundleContent, changes: InputChanges = {}): SealInput =>
  receiptInput(scene, { content: { receipt: emptyReceipt, ...content }, ...changes });

export const requestOf = (scene: Scene, changes: InputChanges = {}): SealInput =>
  requestWith(scene.applicant, scene.suite, changes).input;

/** The evidence that a submission cites, and the revision that cites it. */
export const EVIDENCE = Buffer.from("样例证明材料\n");
export const evidenceOf = (bytes: Uint8Array, size = bytes.length) => ({
  name: "样例.txt",
  sha256: sha256Hex(bytes),
  size,
  type: "text/plain",
});
export const citing = (scene: Scene, evidence: readonly object[]) =>
  revisionBytes(scene.unit, "", {
    item: "task:2",
    type: "task-progress",
    body: { evidence, progress: "样例：\n已开工\t两项", status: "in-progress" },
  });
export const attached = (bytes: Uint8Array) => ({ sha256: sha256Hex(bytes), source: bytesSource(bytes) });

export async function makeSoundBundles(scene: Scene): Promise<SoundBundles> {
  const { desk, sister, root } = scene;
  const plan = await assembled(planBundle(scene, 1));
  const request = await assembled(requestOf(scene));
  const grant = await assembled(grantInput(scene, request));
  const submission = await assembled(smallInput(scene));
  const exchange = await assembled({
    ...smallInput(scene, {
      signer: signerOf(sister, root),
      content: { revisions: [revisionBytes(sister, "2", { item: "indicator:T03-1" })] },
    }),
    kind: "exchange",
  });
  const merged = {
    digest: submission.digest,
    receivedAt: "2024-04-05T00:00:00.000Z",
    status: "merged",
  } as const;
  const decision = decisionBytes(desk, revisionBytes(scene.unit, "1").id);
  const revocations = revocationsOf(root, 9);
  const receipt = await assembled(receiptWith(scene, { decisions: [decision], revocations }));
  const receiptWithBundle = await assembled(
    receiptWith(scene, {
      receipt: { ...emptyReceipt, bundles: [merged] },
      decisions: [decision],
      bundles: [submission],
    }),
  );
  const recovery = await assembled({
    ...receiptWith(scene, {}),
    kind: "recovery",
    content: { decisions: [decision], bundles: [submission, exchange] },
  });
  const officeExchange = await assembled({
    ...receiptWith(scene, {}),
    kind: "office-exchange",
    unit: desk.certificate.certificate.unit,
    periods: [],
    content: {
      decisions: [decision, decisionBytes(desk, "0".repeat(64), { unit: "360982", period: "2023-12" })],
      bundles: [receiptWithBundle],
    },
  });
  return {
    plan,
    request,
    grant,
    submission,
    exchange,
    receipt,
    receiptWithBundle,
    recovery,
    officeExchange,
  };
}

export async function* soundBundles(scene: Scene, sound: SoundBundles): Drafts {
  const { root, desk, unit } = scene;
  const none = { known: [] };
  yield admitted(
    "plan-1",
    "A plan bundle, signed by the root, needs no plan to be known.",
    sound.plan.bytes,
    none,
  );
  const second = await assembled(planBundle(scene, 2));
  yield admitted("plan-2", "The next version of the plan.", second.bytes);
  yield admitted("plan-1", "The same plan once more.", sound.plan.bytes);
  yield admitted("plan-1", "An older version of the plan after a newer one.", sound.plan.bytes, {
    known: ["plan-2"],
  });
  yield admitted(
    "enrol-request",
    "A request for enrolment vouches for itself: no root is pinned.",
    sound.request.bytes,
    {
      known: [],
      trust: [],
    },
  );
  yield admitted("enrol-grant", "A grant answers a request with a certificate.", sound.grant.bytes, none);
  yield admitted("submission", "A submission with one revision.", sound.submission.bytes);
  yield admitted(
    "submission",
    "The same bundle once more: a duplicate is no fault.",
    sound.submission.bytes,
    {
      known: ["plan-1", "submission"],
    },
  );
  yield admitted("exchange", "An exchange of the unit's other laptop.", sound.exchange.bytes);
  yield admitted("receipt", "A receipt with a decision and revocations.", sound.receipt.bytes);
  yield admitted(
    "receipt-with-bundle",
    "A receipt that says what was merged and embeds it.",
    sound.receiptWithBundle.bytes,
  );
  yield admitted("recovery", "A recovery of all the unit's bundles.", sound.recovery.bytes);
  yield admitted(
    "office-exchange",
    "An office exchange: decisions on any unit and period, and an embedded receipt that embeds a submission.",
    sound.officeExchange.bytes,
  );
  const types = [
    citing(scene, [evidenceOf(EVIDENCE)]),
    revisionBytes(unit, "12.000001"),
    revisionBytes(unit, "", {
      item: "contact:2",
      type: "task-contact",
      body: { department: "样例科室", leader: "负责人丙", person: "填报人甲", phone: "0795-0000000" },
    }),
    revisionBytes(unit, "", {
      item: "register:chain-leaders/样例企业",
      type: "register-row",
      body: { fields: { amount: "-0.5", text: "样例" }, state: "ended", date: "2024-02-29", reason: "样例" },
    }),
    revisionBytes(unit, "", {
      item: "register:chain-leaders",
      type: "register-confirmation",
      body: { confirm: "unchanged" },
    }),
  ];
  yield admitted(
    "submission-with-attachment",
    "A submission with every type of revision and the evidence that one of them cites.",
    (
      await assembled(
        submissionInput(scene, {
          sequence: 2,
          previous: sound.submission.digest,
          content: { revisions: types, attachments: [attached(EVIDENCE)] },
        }),
      )
    ).bytes,
  );
  yield admitted(
    "submission-with-exchange",
    "A submission that embeds an exchange of its unit's other laptop.",
    (await assembled(smallInput(scene, { content: { bundles: [sound.exchange] } }))).bytes,
  );
  yield admitted(
    "submission-of-the-office",
    "The office reports for itself under its office certificate.",
    (
      await assembled(
        smallInput(scene, {
          signer: signerOf(desk, root),
          unit: desk.certificate.certificate.unit,
          content: { revisions: [revisionBytes(desk, "3", { unit: OFFICE_UNIT })] },
        }),
      )
    ).bytes,
  );
  yield admitted(
    "submission-without-content",
    "A submission that holds nothing at all.",
    (await assembled(smallInput(scene, { content: {}, periods: [] }))).bytes,
  );
}
