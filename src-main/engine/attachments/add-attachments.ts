import { statSync } from "node:fs";
import { basename } from "node:path";
import { ATTACHMENT_LIMITS } from "#shared/attachments/attachment-limits.ts";
import { attachmentKind, endingOf } from "#shared/attachments/attachment-kind.ts";
import { safeFileName } from "#shared/attachments/file-name.ts";
import { appError, type AppError } from "#shared/errors.ts";
import type { AddedAttachments } from "#shared/ipc/attachment-views.ts";
import type { Evidence } from "#shared/ledger/record.ts";
import { chinaTime } from "#shared/plan/china-day.ts";
import { fail, ok } from "#shared/result.ts";
import { bytesSource, fileSource, type ByteSource } from "../../bundle/byte-source.ts";
import { keepAttachment } from "./attachment-store.ts";
import { fileFailure } from "../file-failures.ts";
import { now, workspacePaths, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Takes copies of files into the workspace, to be cited by drafts. One that cannot be taken hinders no other. */
export function addAttachments(session: Session, files: readonly string[]): AddedAttachments {
  const added: Evidence[] = [];
  const refused: AddedAttachments["refused"] = [];
  for (const file of files) {
    const name = basename(file);
    const taken = addFile(session, file, name);
    if (taken.ok) added.push(taken.value);
    else refused.push({ name, error: { code: taken.error.code, params: { ...taken.error.params } } });
  }
  return { added, refused };
}

function addFile(session: Session, file: string, name: string): Answer<Evidence> {
  try {
    if (!statSync(file).isFile()) return fail(appError("file-unreadable", { path: file }));
    return addBytes(session, name, fileSource(file));
  } catch (error) {
    const failure = fileFailure(error, file);
    if (failure) return fail(failure);
    // NOTE: it shrank while it was read: another program is writing it.
    if (error instanceof RangeError) return fail(appError("file-unreadable", { path: file }));
    throw error;
  }
}

interface Picture {
  readonly label: string;
  /** `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The same of a pasted picture, named by what it is and when: `截图 2025-07-07 14-03.png`. */
export function pasteAttachment(session: Session, { label, type, bytes }: Picture): Answer<Evidence> {
  const time = chinaTime(now(session)).slice(0, 16).replace("T", " ").replace(":", "-");
  const name = `${label} ${time}.${endingOf(type)}`;
  try {
    return addBytes(session, name, bytesSource(bytes));
  } catch (error) {
    const failure = fileFailure(error, workspacePaths(session.dir).attachments);
    if (failure) return fail(failure);
    throw error;
  }
}

function addBytes(session: Session, given: string, source: ByteSource): Answer<Evidence> {
  const refusal = sizeRefusal(source.size);
  if (refusal) return fail(refusal);
  const name = safeFileName(given);
  const sha256 = keepAttachment(session, source);
  return ok({ name, sha256, size: source.size, type: attachmentKind(name).type });
}

function sizeRefusal(size: number): AppError | null {
  if (size === 0) return appError("attachment-empty");
  return size > ATTACHMENT_LIMITS.bytes ? appError("attachment-too-large") : null;
}
