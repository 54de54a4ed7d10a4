import { bundleReportSchema } from "#shared/ipc/views.ts";
import type { BundleLine, RevocationView } from "#shared/ipc/device-views.ts";
import { appError } from "#shared/errors.ts";
import { deviceIdSchema } from "#shared/ledger/record.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { heldBundles } from "../../store/bundles.ts";
import { quarantined } from "../../store/quarantined.ts";
import { readFact } from "../../store/facts.ts";
import type { BundleRow } from "../../store/tables.ts";
import { certificates } from "../../store/trust.ts";
import { mergedFrom } from "./revocations.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** What revoking a certificate of this office's root does to bundles, or did: what stays, and what is refused. */
export function revocationView(session: Session, serial: number): Answer<RevocationView> {
  const { db, role } = session;
  if (role !== "office") return fail(appError("wrong-role"));
  const root = readFact(db, "root");
  const row = certificates(db).find((known) => known.root === root && known.serial === serial);
  if (row === undefined || row.role === "root")
    return fail(appError("unknown-device", { device: String(serial) }));
  const device = deviceIdSchema.parse(row.device);
  const held = heldBundles(db).filter((bundle) => bundle.device === device);
  return ok({
    serial,
    device,
    unit: unitKeySchema.parse(row.unit),
    kept: inOrder(mergedFrom(session, device).map(lineOf)),
    aside: inOrder([...held.map(lineOf), ...refusedAsRevoked(session, device)]),
  });
}

const inOrder = (lines: readonly BundleLine[]): BundleLine[] =>
  lines.toSorted((a, b) => (a.kind === b.kind ? a.sequence - b.sequence : a.kind < b.kind ? 1 : -1));

const lineOf = (row: BundleRow): BundleLine => ({
  digest: row.digest,
  kind: row.kind,
  sequence: row.sequence,
  revisions: row.revisions,
  createdAt: row.created_at,
  receivedAt: row.received_at,
});

/** Only what was refused for the revocation: its signature held, and keeping it by name lifts the refusal. */
function refusedAsRevoked({ db }: Session, device: string): BundleLine[] {
  return quarantined(db)
    .filter(({ reason }) => reason === "revoked")
    .flatMap(({ report, receivedAt }) => {
      const { digest, kind, sequence, createdAt, ...claimed } = bundleReportSchema.parse(JSON.parse(report));
      if (claimed.device !== device || digest === null || kind === null || sequence === null) return [];
      return [{ digest, kind, sequence, revisions: 0, createdAt: createdAt ?? "", receivedAt }];
    });
}
