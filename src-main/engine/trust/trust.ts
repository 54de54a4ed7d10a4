import { fingerprintSchema } from "#shared/bundle/identifiers.ts";
import { revocationListSchema, type RootRevocations } from "#shared/bundle/revocations.ts";
import type { Trust } from "../../bundle/types.ts";
import { suiteByName } from "../../keys/suites.ts";
import { allPlanDigests, signedPlanDigests } from "../../store/plans.ts";
import { certificates, pinnedRoots, revocationLists } from "../../store/trust.ts";
import { signedFromRow } from "./stored-certificate.ts";
import type { Session } from "../session.ts";

/** Everything a verdict depends on beside a bundle's bytes, as this workspace knows it now. */
export function trustOf(session: Session): Trust {
  const { db, plan, role } = session;
  return {
    roots: pinnedRoots(db).map((root) => fingerprintSchema.parse(root)),
    revocations: knownRevocations(session),
    plans: {
      id: plan.id,
      // The plan that only came with the program vouches for nothing on a reporter's laptop.
      versions: role === "office" ? allPlanDigests(db, plan.id) : signedPlanDigests(db, plan.id),
    },
    identities: identitiesOf(session),
  };
}

/** What opens files that are encrypted for this workspace; none while its keys are locked. */
export const identitiesOf = ({ keys }: Session): string[] =>
  keys === null ? [] : [keys.device, keys.root].flatMap((secrets) => secrets?.ageIdentity ?? []);

/** Every list ever seen, with the root that signed it. */
export function knownRevocations({ db }: Session): RootRevocations[] {
  const roots = certificates(db).filter(({ serial }) => serial === 0);
  return revocationLists(db).flatMap(({ canonical, signature }) => {
    const bytes = Buffer.from(canonical, "utf8");
    const list = revocationListSchema.parse(JSON.parse(canonical));
    return roots.flatMap((row) => {
      const { certificate } = signedFromRow(row);
      const suite = suiteByName(certificate.suite);
      const key = suite?.readPublicKey(certificate.publicKey);
      const signed = suite && key?.ok === true && suite.verify(key.value, bytes, signature);
      return signed ? [{ root: fingerprintSchema.parse(row.root), list }] : [];
    });
  });
}

/** Whether a certificate is revoked by the root that issued it. */
export function isRevokedHere(session: Session): (row: { root: string; serial: number }) => boolean {
  const gone = new Set(
    knownRevocations(session).flatMap(({ root, list }) =>
      list.revoked.map(({ serial }) => `${root} ${serial}`),
    ),
  );
  return ({ root, serial }) => gone.has(`${root} ${serial}`);
}
