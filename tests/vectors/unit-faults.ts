import { bytesSource } from "#main/bundle/byte-source.ts";
import { decisionBytes, OTHER_UNIT, revisionBytes, signerOf, UNIT, type Laptop } from "../support/bundles.ts";
import { assembled } from "../support/in-memory.ts";
import { jsonOf } from "../support/rezip.ts";
import { setJson } from "./changes.ts";
import { admitted, refused, type Drafts } from "./draft.ts";
import { bytesOf, resealedBy, small, smallInput, type Scene } from "./scene.ts";
import { planBundle, receiptWith, requestOf, type SoundBundles } from "./sound-bundles.ts";

/** `wrong-unit`: the ways in which one unit, or one laptop, may try to speak for another. */
export async function* unitFaults(scene: Scene, sound: SoundBundles): Drafts {
  yield* onesOwnBundle(scene, sound);
  yield* theOfficesBundles(scene);
  yield* documents(scene, sound);
  yield* bundlesOfOthersWithin(scene, sound);
}

const wrongUnit = (name: string, what: string, bytes: Uint8Array) => refused("wrong-unit", name, what, bytes);

async function* onesOwnBundle(scene: Scene, { submission }: SoundBundles): Drafts {
  const { unit, otherUnit, sister } = scene;
  const own = revisionBytes(unit, "1");
  yield wrongUnit(
    "manifest",
    "A unit submits in another unit's name.",
    (await small(scene, { unit: OTHER_UNIT })).bytes,
  );
  yield wrongUnit("nobody", "A unit submits in nobody's name.", (await small(scene, { unit: null })).bytes);
  yield wrongUnit(
    "manifest-and-records",
    "A unit submits in another unit's name, its records too.",
    (
      await small(scene, {
        unit: OTHER_UNIT,
        content: { revisions: [revisionBytes(unit, "1", { unit: OTHER_UNIT })] },
      })
    ).bytes,
  );
  const records = [
    ["record", "A record of another unit beside one's own.", revisionBytes(unit, "2", { unit: OTHER_UNIT })],
    [
      "record-of-sister",
      "A record under a sister laptop's device.",
      revisionBytes(unit, "2", { device: sister.device }),
    ],
    [
      "record-of-other",
      "A record of another unit under that unit's device.",
      revisionBytes(unit, "2", { unit: OTHER_UNIT, device: otherUnit.device }),
    ],
    [
      "record-of-other-laptop",
      "A record of one's own unit under another unit's device.",
      revisionBytes(unit, "2", { device: otherUnit.device }),
    ],
  ] as const;
  for (const [name, what, record] of records) {
    const content = { revisions: [own, record] };
    yield wrongUnit(name, what, (await small(scene, { content })).bytes);
    const input = smallInput(scene, { content });
    yield wrongUnit(
      `exchange-${name}`,
      `In an exchange: ${what}`,
      await bytesOf({ ...input, kind: "exchange" }),
    );
  }
  const resigned = await resealedBy(otherUnit, submission.bytes, (entries, manifest) => {
    entries.set("signer.json", otherUnit.certificate.bytes);
    entries.set("signer.sig", otherUnit.certificate.signature);
    manifest["device"] = otherUnit.device;
  });
  yield wrongUnit("resigned", "A unit signs another unit's submission under its own certificate.", resigned);
  const sisterly = await resealedBy(sister, submission.bytes, (entries, manifest) => {
    entries.set("signer.json", sister.certificate.bytes);
    entries.set("signer.sig", sister.certificate.signature);
    manifest["device"] = sister.device;
  });
  yield wrongUnit("resigned-by-sister", "A laptop signs a sister laptop's submission as its own.", sisterly);
}

async function* theOfficesBundles(scene: Scene): Drafts {
  const { desk, unit } = scene;
  const ofOther = [decisionBytes(desk, "0".repeat(64), { unit: OTHER_UNIT })];
  yield wrongUnit(
    "receipt-decision",
    "A receipt to one unit with a decision on another's item.",
    await bytesOf(receiptWith(scene, { decisions: ofOther })),
  );
  yield wrongUnit(
    "receipt-to-nobody",
    "A receipt to nobody.",
    await bytesOf(receiptWith(scene, {}, { unit: null })),
  );
  yield wrongUnit(
    "recovery-decision",
    "A recovery for one unit with a decision on another's item.",
    await bytesOf({ ...receiptWith(scene, {}), kind: "recovery", content: { decisions: ofOther } }),
  );
  yield wrongUnit(
    "decision-of-other-device",
    "A receipt with a decision under another device.",
    await bytesOf(receiptWith(scene, { decisions: [decisionBytes(unit, "0".repeat(64))] })),
  );
  yield wrongUnit(
    "office-exchange",
    "An office exchange in a unit's name.",
    await bytesOf({ ...receiptWith(scene, {}), kind: "office-exchange", unit: UNIT, content: {} }),
  );
  yield wrongUnit(
    "office-exchange-device",
    "An office exchange with a decision under another device: of any unit, but of the signing laptop.",
    await bytesOf({
      ...receiptWith(scene, {}),
      kind: "office-exchange",
      unit: desk.certificate.certificate.unit,
      content: { decisions: [decisionBytes(unit, "0".repeat(64))] },
    }),
  );
}

async function* documents(scene: Scene, { grant }: SoundBundles): Drafts {
  const none = { known: [] };
  const asked = requestOf(scene);
  yield wrongUnit(
    "plan",
    "A plan addressed to one unit.",
    await bytesOf({ ...planBundle(scene, 1), unit: UNIT }),
  );
  yield wrongUnit(
    "grant",
    "A grant addressed to another unit than its certificate names.",
    await resealedBy(scene.root, grant.bytes, (_, manifest) => void (manifest["unit"] = OTHER_UNIT)),
  );
  yield wrongUnit(
    "grant-to-nobody",
    "A grant addressed to nobody.",
    await resealedBy(scene.root, grant.bytes, (_, manifest) => void (manifest["unit"] = null)),
  );
  yield {
    ...wrongUnit(
      "request-manifest",
      "A request in another unit's name than its certificate says.",
      await bytesOf({ ...asked, unit: OTHER_UNIT }),
    ),
    ...none,
  };
  yield {
    ...wrongUnit(
      "request",
      "A request for another unit than its certificate says.",
      await resealedBy(scene.applicant, await bytesOf(asked), (entries) =>
        setJson(entries, "request.json", { ...jsonOf(entries, "request.json"), unit: OTHER_UNIT }),
      ),
    ),
    ...none,
  };
}

/** What lies within is judged as if handed over separately: the verdict on the outer bundle is its own. */
async function* bundlesOfOthersWithin(scene: Scene, { submission }: SoundBundles): Drafts {
  const { unit, otherUnit, root } = scene;
  const embedding = async (inner: { digest: typeof submission.digest; source: typeof submission.source }) =>
    (await small(scene, { content: { bundles: [inner] } })).bytes;
  const ofLaptop = (laptop: Laptop) =>
    assembled(
      smallInput(scene, {
        signer: signerOf(laptop, root),
        unit: OTHER_UNIT,
        content: { revisions: [revisionBytes(laptop, "9", { unit: OTHER_UNIT })] },
      }),
    );
  yield admitted(
    "embeds-forged",
    "A submission that embeds a forgery in another unit's name: admitted itself, the forgery is refused as wrong-unit.",
    await embedding(await ofLaptop(unit)),
  );
  yield admitted(
    "embeds-other-unit",
    "A submission that embeds another unit's genuine submission: each is judged by itself.",
    await embedding(await ofLaptop(otherUnit)),
  );
  yield admitted(
    "embeds-no-bundle",
    "A submission that embeds what is no bundle: admitted itself, what is within is refused as not-a-bundle.",
    await embedding({ ...submission, source: bytesSource(Buffer.from("台账")) }),
  );
}
