import { enrolGrantSchema } from "#shared/bundle/enrolment.ts";
import { GRANT } from "#shared/bundle/entries.ts";
import { digestSchema, hexOf } from "#shared/bundle/identifiers.ts";
import { bundleKindSchema } from "#shared/bundle/manifest.ts";
import { appError } from "#shared/errors.ts";
import { assertNever, fail, ok } from "#shared/result.ts";
import { entryBytes, openArchive } from "../../bundle/open.ts";
import { bundlesOnRecord, saveBundleFile } from "../../store/bundles.ts";
import type { BundleRow } from "../../store/tables.ts";
import { archivedBundle, writeOut } from "./archive.ts";
import {
  colleagueRecipients,
  officeRecipients,
  sisterRecipients,
  unitRecipients,
} from "../trust/recipients.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface Resent {
  readonly file: string;
  readonly size: number;
  readonly digest: string;
}

/** Digits that a person may leave out behind the first ones; file names show sixteen. */
const LEAST_DIGITS = 8;

/**
 * Writes a bundle of the archive once more, the very same bytes, encrypted for those whom its kind is for. `wanted`
 * is its digest, or the first digits of it. Needs no passphrase: nothing is signed.
 */
export async function resendBundle(
  session: Session,
  wanted: string,
  dir: string,
  { encrypt }: { readonly encrypt: boolean },
): Promise<Answer<Resent>> {
  const row = rowOf(session, wanted);
  if (row === undefined) return fail(appError("unknown-bundle", { digest: wanted }));
  const digest = digestSchema.parse(row.digest);
  const recipients = encrypt ? await recipientsFor(session, row) : [];
  if (recipients === null) return fail(appError("no-recipient", { digest }));
  const written = await writeOut(session, dir, digest, recipients);
  if (!written.ok) return written;
  if (row.status === "own") saveBundleFile(session.db, digest, written.value.file);
  return ok({ ...written.value, digest });
}

function rowOf({ db }: Session, wanted: string): BundleRow | undefined {
  const text = wanted.trim().toLowerCase();
  const hex = text.slice(text.indexOf(":") + 1);
  if (hex.length < LEAST_DIGITS) return undefined;
  const found = bundlesOnRecord(db).filter(({ digest }) => hexOf(digestSchema.parse(digest)).startsWith(hex));
  return found.length === 1 ? found[0] : undefined;
}

/** Ascending; empty for what is public, null where nobody is known who could open it. */
async function recipientsFor(session: Session, row: BundleRow): Promise<string[] | null> {
  const kind = bundleKindSchema.parse(row.kind);
  switch (kind) {
    case "plan":
    case "enrol-request":
      return [];
    case "enrol-grant":
      return orNobody(await granteeOf(session, row.digest));
    case "submission":
      return orNobody(session.role === "office" ? colleagueRecipients(session) : officeRecipients(session));
    case "exchange":
      return orNobody(session.role === "office" ? colleagueRecipients(session) : sisterRecipients(session));
    case "receipt":
    case "recovery":
      return orNobody(
        session.role === "office"
          ? unitRecipients(session, row.unit ?? "")
          : // Back to an office that lost it, or on to a sister laptop.
            [...officeRecipients(session), ...sisterRecipients(session)],
      );
    case "office-exchange":
      return orNobody(colleagueRecipients(session));
    default:
      return assertNever(kind);
  }
}

const orNobody = (recipients: string[]): string[] | null => (recipients.length === 0 ? null : recipients);

/** Whom a grant is for: it alone can open it. */
async function granteeOf(session: Session, digest: string): Promise<string[]> {
  const source = archivedBundle(session, digest);
  const archive = source && (await openArchive(source));
  const bytes = archive?.ok ? entryBytes(archive.value, GRANT) : null;
  if (bytes === null) return [];
  const grant = enrolGrantSchema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  return grant.success ? [grant.data.certificate.encryption] : [];
}
