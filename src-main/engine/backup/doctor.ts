import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { certificateSchema } from "#shared/bundle/certificate.ts";
import { readKeyFileHeader } from "../../keys/key-file.ts";
import { readFact } from "../../store/facts.ts";
import { pinnedRoots } from "../../store/trust.ts";
import { ownCertificate } from "../trust/certificates.ts";
import { attachmentSource } from "../attachments/attachment-sources.ts";
import { citationsOf } from "../attachments/cited-attachments.ts";
import { cleanAttachments } from "../attachments/clean-attachments.ts";
import { verifyLedger } from "../ledger/ledger-audit.ts";
import { hasKeys, hasRootKey } from "../workspace/key-files.ts";
import { now, workspacePaths, type Session } from "../session.ts";

/** What can be wrong with a workspace, each with what to do about it in `i18n`. */
export const ailments = [
  "database",
  "ledger",
  "no-keys",
  "damaged-key",
  "no-office",
  "no-certificate",
  "certificate-over",
  "clock",
  "restored",
  "attachment",
] as const;
export type Ailment = (typeof ailments)[number];

export interface Diagnosis {
  readonly ailment: Ailment;
  /** Technical: what exactly. */
  readonly detail: string;
}

/** Looks through the whole workspace; changes nothing but a projection that differs from the ledger, which it rebuilds. */
export async function examine(session: Session): Promise<Diagnosis[]> {
  const { db } = session;
  const found: Diagnosis[] = db.faults().map((detail) => ({ ailment: "database", detail }));
  if (found.length > 0) return found;
  const audited = await verifyLedger(session);
  if (!audited.ok)
    found.push(
      ...audited.error.map(({ kind, what }) => ({ ailment: "ledger" as const, detail: `${kind} ${what}` })),
    );
  return [
    ...found,
    ...keyAilments(session),
    ...trustAilments(session),
    ...restoredAilment(session),
    ...(await attachmentAilments(session)),
  ];
}

/** Files that are cited and are not here, or not what they were; what nothing cites any more is cleared away. */
async function attachmentAilments(session: Session): Promise<Diagnosis[]> {
  cleanAttachments(session);
  const found = new Map<string, Diagnosis>();
  const seen = new Set<string>();
  for (const { item, file } of citationsOf(session)) {
    if (seen.has(file.sha256)) continue;
    seen.add(file.sha256);
    if ((await attachmentSource(session, file)) === null)
      found.set(file.sha256, { ailment: "attachment", detail: `${item} ${file.name}` });
  }
  return [...found.values()];
}

function keyAilments({ dir }: Session): Diagnosis[] {
  if (!hasKeys(dir)) return [{ ailment: "no-keys", detail: "keys/device.json" }];
  const names = ["device.json", ...(hasRootKey(dir) ? ["root.json"] : [])];
  return names
    .filter((name) => {
      const path = join(workspacePaths(dir).keys, name);
      return !existsSync(path) || !readKeyFileHeader(readFileSync(path, "utf8"));
    })
    .map((name) => ({ ailment: "damaged-key", detail: `keys/${name}` }));
}

function trustAilments(session: Session): Diagnosis[] {
  if (pinnedRoots(session.db).length === 0) return [{ ailment: "no-office", detail: "" }];
  const row = ownCertificate(session);
  if (row === undefined) return [{ ailment: "no-certificate", detail: "" }];
  const { notBefore, notAfter } = certificateSchema.parse(JSON.parse(row.certificate));
  const at = now(session);
  if (at > notAfter) return [{ ailment: "certificate-over", detail: notAfter }];
  return at < notBefore ? [{ ailment: "clock", detail: `${at} < ${notBefore}` }] : [];
}

const restoredAilment = ({ db }: Session): Diagnosis[] => {
  const at = readFact(db, "restored-at");
  return at === undefined ? [] : [{ ailment: "restored", detail: at }];
};
