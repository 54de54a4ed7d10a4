import type { SubmissionView } from "#shared/ipc/views.ts";
import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";
import type { Translate } from "#shared/i18n/words.ts";

export const signers = ["filler", "reviewer", "head"] as const;
export type Signer = (typeof signers)[number];

/** What the person has given so far. `confirmed` holds the check code that was confirmed: other data need it anew. */
export type SignFields = Readonly<Record<Signer, string>> & {
  readonly confirmed: string | null;
  readonly dir: string | null;
  readonly encrypt: boolean;
  readonly passphrase: string;
};

/** Whoever works now, the names of the last submission; before the first one, who filled in. */
export function startFields(
  packages: readonly SubmissionView[],
  { certificate, name, officer }: WorkspaceView,
): SignFields {
  const last = packages.find(({ people }) => people !== null && people.filler !== "")?.people;
  return {
    // Whoever took over here fills in, whoever did last time.
    filler: officer !== name ? officer : (last?.filler ?? certificate?.officers[0] ?? name),
    reviewer: last?.reviewer ?? "",
    head: last?.head ?? "",
    confirmed: null,
    dir: null,
    encrypt: true,
    passphrase: "",
  };
}

/** What is still missing, in the order of the form. */
export function missingFields(
  t: Translate,
  fields: SignFields,
  checkCode: string,
  unlocked: boolean,
): string[] {
  const names = signers
    .filter((signer) => fields[signer].trim() === "")
    .map((signer) => t(`submission:${signer}`));
  return [
    ...names,
    ...(fields.confirmed === checkCode ? [] : [t("submission:missing.confirm")]),
    ...(fields.dir === null ? [t("submission:missing.folder")] : []),
    ...(unlocked || fields.passphrase !== "" ? [] : [t("submission:passphrase")]),
  ];
}
