import { PLAN_ID, revisionBytes, revocationsOf } from "../support/bundles.ts";
import { setJson } from "./changes.ts";
import { refused, type Drafts } from "./draft.ts";
import { planExcerpt } from "./plan-excerpt.ts";
import { bytesOf, recertified, resealedBy, signedBy, signerWith, small, type Scene } from "./scene.ts";
import { planBundle, receiptWith, requestOf, type SoundBundles } from "./sound-bundles.ts";

const OTHER = "other-plan";
const other = { id: OTHER, version: 1 };

/** `wrong-plan`. */
export async function* planFaults(scene: Scene, sound: SoundBundles): Drafts {
  const { root, unit } = scene;
  const wrongPlan = (name: string, what: string, bytes: Uint8Array, more = {}) =>
    refused("wrong-plan", name, what, bytes, more);
  yield wrongPlan(
    "held-version",
    "A different plan under a version that is held: an alarm.",
    await bytesOf(
      planBundle(scene, 1, {
        plan: planExcerpt(1, { lights: { yellowFrom: "20", redFrom: "40", basis: "assumed" } }),
      }),
    ),
  );
  yield wrongPlan(
    "version",
    "A plan of another version than the manifest's.",
    await bytesOf({ ...planBundle(scene, 1), plan: { id: PLAN_ID, version: 2 } }),
    { known: [] },
  );
  yield wrongPlan(
    "plan-id",
    "A plan of another id than the manifest's.",
    await bytesOf(planBundle(scene, 1, { plan: planExcerpt(1, { id: OTHER }) })),
    { known: [] },
  );
  yield wrongPlan(
    "plan-of-others",
    "A sound plan bundle of another plan than the one worked under.",
    await bytesOf({
      ...planBundle(scene, 1, { plan: planExcerpt(1, { id: OTHER }) }),
      plan: other,
      signer: signerWith(root, root, recertified(root, root, { plan: OTHER })),
    }),
  );
  yield wrongPlan(
    "manifest",
    "A submission under another plan than the signer's certificate.",
    (await small(scene, { plan: other, content: {} })).bytes,
    { known: [] },
  );
  yield wrongPlan(
    "worked-under",
    "A submission all of another plan than the one worked under.",
    (
      await small(scene, {
        plan: other,
        signer: signerWith(unit, root, recertified(unit, root, { plan: OTHER })),
        content: { revisions: [revisionBytes(unit, "1", { plan: OTHER })] },
      })
    ).bytes,
  );
  yield wrongPlan(
    "certificate",
    "A certificate of another plan than the manifest's.",
    (await small(scene, { signer: signerWith(unit, root, recertified(unit, root, { plan: OTHER })) })).bytes,
  );
  yield wrongPlan(
    "record",
    "A record of another plan.",
    (await small(scene, { content: { revisions: [revisionBytes(unit, "1", { plan: OTHER })] } })).bytes,
  );
  yield* documentsOfOtherPlans(scene, sound);
}

async function* documentsOfOtherPlans(scene: Scene, { grant }: SoundBundles): Drafts {
  const { root, unit, applicant } = scene;
  const none = { known: [] };
  yield refused(
    "wrong-plan",
    "request",
    "A request for another plan than the manifest's.",
    await resealedBy(applicant, await bytesOf(requestOf(scene)), (entries) =>
      setJson(entries, "request.json", { plan: other }),
    ),
    none,
  );
  yield refused(
    "wrong-plan",
    "grant",
    "A grant for another plan than the manifest's.",
    await resealedBy(root, grant.bytes, (entries) => setJson(entries, "grant.json", { plan: other })),
  );
  yield refused(
    "wrong-plan",
    "granted",
    "A granted certificate of another plan.",
    await resealedBy(root, grant.bytes, (entries) => {
      const certificate = recertified(unit, root, { plan: OTHER });
      const certificateSignature = Buffer.from(certificate.signature).toString("base64");
      setJson(entries, "grant.json", { certificate: certificate.certificate, certificateSignature });
    }),
  );
  const list = { ...JSON.parse(Buffer.from(revocationsOf(root, 9).bytes).toString()), plan: OTHER };
  yield refused(
    "wrong-plan",
    "revocations",
    "Revocations of another plan.",
    await bytesOf(receiptWith(scene, { revocations: signedBy(root, list) })),
  );
}
