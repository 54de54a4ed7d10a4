import { appError } from "#shared/errors.ts";
import type { DecisionEntry } from "#shared/ledger/entry.ts";
import { decisionSchema, deviceIdSchema, type DeviceId, type RecordId } from "#shared/ledger/record.ts";
import { fail, ok } from "#shared/result.ts";
import { eraseFact, writeFact } from "../../store/facts.ts";
import { renameInStep } from "../../store/decision-steps.ts";
import { deleteRecord, insertRecord, undeliveredDecisions } from "../../store/records.ts";
import { projectSubject } from "../../store/subjects.ts";
import { pinRoot } from "../../store/trust.ts";
import { certifyOffice } from "../trust/certificates.ts";
import { readDeviceId, rememberDeviceId } from "../trust/device-id.ts";
import { changeTrust } from "../inbox/judge-again.ts";
import { createKeys, hasRootKey, putKeysAside, weakness } from "./key-files.ts";
import { newEntry } from "../bundles/own-bundle.ts";
import { identityOf, suiteInUse } from "./session-keys.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface RenewedKeys {
  readonly device: DeviceId;
  /** 校验码 of the new root, where one was made. */
  readonly fingerprint: string | null;
  /** Decisions that nobody had received yet, made again under the new keys. */
  readonly decisions: number;
}

/**
 * New keys where the passphrase of the old ones is lost: to the others it is a new computer, to be enrolled anew.
 * Everything in the workspace stays. The PC that had the root gets a new one beside the old, which stays pinned;
 * `withRoot` makes one on another PC of the office, where the first is gone. The old key files are put aside.
 */
export async function renewKeys(
  session: Session,
  { passphrase, withRoot }: { readonly passphrase: string; readonly withRoot: boolean },
): Promise<Answer<RenewedKeys>> {
  const { db, dir, role, name, plan } = session;
  if (withRoot && role !== "office") return fail(appError("wrong-role"));
  const weak = weakness(passphrase);
  if (weak) return fail(weak);
  const old = readDeviceId(db);
  if (old === null) return fail(appError("no-key"));
  const makesRoot = withRoot || hasRootKey(dir);
  putKeysAside(dir, old);
  session.keys = null;
  const keys = await createKeys(dir, { suite: suiteInUse(session), withRoot: makesRoot }, passphrase);
  if (!keys.ok) return keys;
  const { device: secrets, root } = keys.value;
  const device = deviceIdSchema.parse(identityOf(secrets).device);
  let decisions = 0;
  const adopt = (): void => {
    rememberDeviceId(db, device);
    eraseFact(db, "request-at");
    decisions = decideAgain(session, device);
  };
  if (root === null) {
    db.transaction(adopt);
  } else {
    const { fingerprint } = identityOf(root);
    const office = { name, plan, at: session.clock() };
    const certify = await certifyOffice({ root, device: secrets }, office);
    await changeTrust(session, [], () => {
      certify(db);
      pinRoot(db, fingerprint, now(session));
      writeFact(db, "root", fingerprint);
      adopt();
    });
  }
  session.keys = keys.value;
  return ok({ device, fingerprint: root === null ? null : identityOf(root).fingerprint, decisions });
}

/** The same decisions in the new device's name, each over the same ones before it. */
function decideAgain({ db }: Session, device: DeviceId): number {
  const successors = new Map<RecordId, RecordId>();
  const waiting = new Map(undeliveredDecisions(db, device).map((entry) => [entry.id, entry]));
  const isReady = ({ record }: DecisionEntry): boolean =>
    !record.parents.some((parent) => waiting.has(parent));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(isReady);
    if (ready.length === 0) throw new Error("decisions supersede each other in a circle");
    for (const { id, record } of ready) {
      const parents = record.parents.map((parent) => successors.get(parent) ?? parent).toSorted();
      const again = newEntry(decisionSchema.parse({ ...record, device, parents }));
      waiting.delete(id);
      deleteRecord(db, id);
      insertRecord(db, again, true);
      renameInStep(db, id, again.id);
      projectSubject(db, record.subject);
      successors.set(id, again.id);
    }
  }
  return successors.size;
}
