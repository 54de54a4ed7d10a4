import type { HeldReason, RejectionReason } from "#shared/bundle/reasons.ts";

/** A vector before it has a folder: a file, what stands in it, and the verdict that the format page demands. */
export interface Draft {
  /** Without its ending; two drafts of one name are one file under two circumstances. */
  readonly name: string;
  /** null: admitted. */
  readonly reason: RejectionReason | HeldReason | null;
  /** One plain English sentence. */
  readonly what: string;
  readonly bytes: Uint8Array;
  /** Names of drafts known before, in order; version 1 of the plan unless given. */
  readonly known?: readonly string[];
  /** Roots pinned; the scene's unless given. */
  readonly trust?: readonly string[];
  /** File with the age identity to decrypt with. */
  readonly identity?: string;
}
export type Drafts = AsyncGenerator<Draft, void>;

type Circumstances = Pick<Draft, "known" | "trust" | "identity">;

export const admitted = (
  name: string,
  what: string,
  bytes: Uint8Array,
  circumstances: Circumstances = {},
): Draft => ({ name, reason: null, what, bytes, ...circumstances });

export const refused = (
  reason: RejectionReason | HeldReason,
  name: string,
  what: string,
  bytes: Uint8Array,
  circumstances: Circumstances = {},
): Draft => ({ name: `${reason}-${name}`, reason, what, bytes, ...circumstances });

/** The same file under other circumstances. */
export const again = (
  { name, bytes }: Draft,
  reason: Draft["reason"],
  what: string,
  circumstances: Circumstances,
): Draft => ({ name, reason, what, bytes, ...circumstances });
