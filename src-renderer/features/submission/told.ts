import type { BundleReport, SubmissionView } from "#shared/ipc/views.ts";
import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Formats } from "../../app/formats.ts";

/** What an import brought, in words, with the page where it goes on. */
export type Told = {
  readonly kind: "accepted" | "warned" | "invalid";
  readonly text: string;
  readonly next: "returned" | "submit" | "conflicts" | null;
};

export type Exchange = { readonly packages: readonly SubmissionView[]; readonly workspace: WorkspaceView };
type Words = { readonly t: Translate; readonly formats: Formats };

export function toldOf(
  words: Words,
  reports: readonly BundleReport[],
  before: Exchange,
  after: Exchange,
): Told[] {
  const merged = reports.filter(({ status }) => status === "merged");
  const having = (...kinds: string[]): BundleReport[] =>
    merged.filter(({ kind }) => kinds.includes(kind ?? ""));
  const isEnded = after.workspace.enrolment === "revoked" && before.workspace.enrolment !== "revoked";
  return [
    ...(isEnded ? [{ kind: "invalid", text: words.t("submission:told.revoked"), next: null } as const] : []),
    ...(having("plan").length > 0 ? [planTold(words, before, after)] : []),
    ...(having("enrol-grant").length > 0 ? [grantTold(words, after)] : []),
    ...(having("receipt", "recovery").length > 0 ? receiptTold(words, before, after) : []),
    ...having("exchange", "recovery").flatMap((report) => exchangeTold(words, report)),
  ];
}

function planTold({ t }: Words, before: Exchange, after: Exchange): Told {
  const { version, bundled } = after.workspace.plan;
  const isNew = version !== before.workspace.plan.version || bundled !== before.workspace.plan.bundled;
  if (!isNew) return { kind: "accepted", text: t("submission:told.planKept", { version }), next: null };
  return before.workspace.plan.bundled
    ? { kind: "accepted", text: t("submission:told.planFirst", { version }), next: "submit" }
    : { kind: "accepted", text: t("submission:told.plan", { version }), next: null };
}

function grantTold({ t, formats }: Words, { workspace }: Exchange): Told {
  const date = formats.fullDay(workspace.certificate?.notAfter ?? "");
  return workspace.plan.bundled
    ? { kind: "warned", text: t("submission:told.grantPlan", { date }), next: "submit" }
    : { kind: "accepted", text: t("submission:told.grant", { date }), next: "submit" };
}

/** One line for each package that was answered. NOTE: a value that is reported again leaves the older package's counts. */
function receiptTold({ t }: Words, before: Exchange, after: Exchange): Told[] {
  const known = new Map(before.packages.map((sent) => [sent.digest, sent]));
  const changed = after.packages.filter((sent) => {
    const was = known.get(sent.digest);
    return was === undefined || isAnsweredAnew(was, sent);
  });
  if (changed.length === 0)
    return [{ kind: "accepted", text: t("submission:told.receiptNothing"), next: null }];
  return changed.map((sent) => receiptLine(t, sent));
}

const isAnsweredAnew = (was: SubmissionView, now: SubmissionView): boolean =>
  was.receipt !== now.receipt || now.accepted > was.accepted || now.returned > was.returned;

function receiptLine(t: Translate, sent: SubmissionView): Told {
  const { sequence, accepted, returned, receipt, receiptReason } = sent;
  if (receipt === "rejected") {
    const reason = reasonSentence(t, receiptReason ?? "");
    return { kind: "invalid", text: t("submission:told.receiptRejected", { sequence, reason }), next: null };
  }
  if (accepted + returned === 0) {
    return { kind: "accepted", text: t("submission:told.receiptSeen", { sequence }), next: null };
  }
  const text = t("submission:told.receipt", { sequence, accepted, returned });
  return returned === 0
    ? { kind: "accepted", text, next: null }
    : {
        kind: "warned",
        text: text + t("common:sentenceSeparator") + t("submission:told.returned"),
        next: "returned",
      };
}

function exchangeTold({ t }: Words, { counts }: BundleReport): Told[] {
  const count = counts.added + counts.superseding;
  const { conflicts } = counts;
  if (count === 0 && conflicts === 0) return [];
  const text = t("submission:told.exchange", { count });
  return conflicts === 0
    ? [{ kind: "accepted", text, next: null }]
    : [
        {
          kind: "warned",
          text: text + t("common:sentenceSeparator") + t("submission:told.conflicts", { count: conflicts }),
          next: "conflicts",
        },
      ];
}
