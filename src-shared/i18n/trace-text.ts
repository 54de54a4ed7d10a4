import type {
  TracedBundle,
  TracedRecord,
  TraceVerification,
  TraceView,
  VerificationReason,
} from "../ipc/trace-view.ts";
import { paperMinute } from "../paper/sheet-time.ts";
import { itemTitle, parseItem } from "../plan/item.ts";
import { periodLabel } from "../plan/calendar.ts";
import type { Language } from "../plan/language.ts";
import type { Indicator, Plan } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import { bodyText } from "./body-text.ts";
import { computationText } from "./computation-text.ts";
import { reasonSentence } from "./sentences.ts";
import { provisionalText } from "./side-text.ts";
import type { Translate } from "./words.ts";

/** What a trace is put into words with. */
export interface TraceWords {
  readonly t: Translate;
  readonly language: Language;
  readonly plan: Plan;
  readonly indicator: Indicator;
}

/** The whole trace as lines of text: the command line's answer, and what the window puts on the clipboard. */
export function traceText(
  words: TraceWords,
  trace: TraceView,
  verification: TraceVerification | null,
): string[] {
  const { t, language, plan, indicator } = words;
  const chain = plan.chains.find(({ id }) => id === trace.chain);
  const name = [indicator.name, ...(chain ? [chain.name] : [])].join(" · ");
  const figure = trace.value === null ? "—" : `${trace.display} ${trace.unit}`.trimEnd();
  return [
    `${trace.indicator} ${name}  ${periodLabel(plan, trace.period, language)}  ${figure}`,
    computationText(t, plan, indicator, trace),
    ...trace.units
      .filter(({ records }) => records.length > 0)
      .flatMap((unit) => [
        "",
        `${unitName(plan, unit.unit)}  ${t(`rollup:state.${unit.state}`)}  ${unit.display}`,
        ...unit.records.flatMap((record) => recordLines(words, trace, unit.unit, record, verification)),
      ]),
    ...(verification === null ? [] : ["", verificationText(t, verification)]),
  ];
}

function recordLines(
  { t, language, plan }: TraceWords,
  trace: TraceView,
  unit: string,
  record: TracedRecord,
  verification: TraceVerification | null,
): string[] {
  const { revision, decision, verified } = record;
  const line = (label: string, ...said: readonly string[]): string =>
    `  ${t("common:labelled", { label, text: said.join(t("common:sentenceSeparator")) })}`;
  const held = record.bundles.flatMap((digest) => trace.bundles.find((each) => each.digest === digest) ?? []);
  return [
    ...(parseItem(record.item).kind === "indicator" ? [] : [`  ${itemTitle(plan, record.item, language)}`]),
    line(
      t("trace:record"),
      t("trace:byAt", { by: revision.author.name, at: paperMinute(revision.at) }),
      bodyText(t, plan, record.item, revision.body),
      ...(record.period === trace.period
        ? []
        : [t("trace:earlier", { period: periodLabel(plan, record.period, language) })]),
      ...(record.provisional === null ? [] : [provisionalText(t, [record.provisional])]),
      ...(record.used ? [] : [t("trace:notUsed", { state: t(`trace:status.${record.status}`) })]),
      ...(verified === null
        ? []
        : [t("trace:verifiedValue", { value: bodyText(t, plan, record.item, verified) })]),
    ),
    line(t("trace:recordId"), revision.id),
    line(t("trace:decision"), decisionText(t, decision, paperMinute, unit === plan.officeUnit)),
    ...(decision === null ? [] : [line(t("trace:decisionId"), decision.id)]),
    ...(held.length === 0 ? [line(t("trace:bundle"), t("trace:noBundle"))] : []),
    ...held.flatMap((bundle) => [
      line(t("trace:bundle"), bundleText(t, plan, bundle, paperMinute)),
      line(t("trace:bundleDigest"), bundle.digest),
      ...signerLines(t, plan, bundle).map(({ label, text }) => line(label, text)),
      line(t("trace:signature"), signatureText(t, bundle, verification)),
    ]),
  ];
}

type FormatTime = (time: string) => string;

/** The office's word on one record; its own entries (`isOffice`) need none. */
export function decisionText(
  t: Translate,
  decision: TracedRecord["decision"],
  time: FormatTime,
  isOffice: boolean,
): string {
  if (decision === null) return t(isOffice ? "trace:ownEntry" : "trace:undecided");
  const { outcome, comment, bundles } = decision;
  const fills = { by: decision.by, at: time(decision.at) };
  const said = isSpoken(outcome) ? t(`trace:decided.${outcome}`, fills) : t("trace:decided.other", fills);
  return [
    said,
    ...(comment === null ? [] : [comment]),
    ...(bundles.length === 0 ? [t("trace:notSent")] : []),
  ].join(t("common:sentenceSeparator"));
}

const SPOKEN = ["accepted", "returned", "closed", "verified"] as const;
const isSpoken = (outcome: string): outcome is (typeof SPOKEN)[number] =>
  SPOKEN.some((known) => known === outcome);

export function bundleText(t: Translate, plan: Plan, bundle: TracedBundle, time: FormatTime): string {
  const { unit, kind, sequence, status, receivedAt, createdAt } = bundle;
  const fills = {
    unit: unitName(plan, unit ?? plan.officeUnit),
    kind: t(`inbox:kind.${kind}`),
    sequence,
    count: bundle.revisions,
  };
  const line =
    status === "own"
      ? t("trace:bundleOwn", { ...fills, at: time(createdAt) })
      : t("trace:bundleLine", { ...fills, at: time(receivedAt) });
  const original = t(bundle.signature === null ? "trace:originalMissing" : "trace:originalKept");
  return [line, original].join(t("common:sentenceSeparator"));
}

/** What experts compare: algorithm, certificate, device, root. */
export function signerLines(
  t: Translate,
  plan: Plan,
  { signature, device }: TracedBundle,
): { readonly label: string; readonly text: string }[] {
  if (signature === null) return [{ label: t("trace:deviceId"), text: device }];
  const { suite, serial, root } = signature;
  return [
    {
      label: t("trace:laptop"),
      text: laptopText(t, plan, signature, (time) => paperMinute(time).slice(0, 10)),
    },
    { label: t("trace:deviceId"), text: device },
    {
      label: t("trace:algorithm"),
      text: t("trace:algorithmText", { suite: suiteNames[suite], serial }),
    },
    { label: t("trace:root"), text: root },
  ];
}

export const suiteNames = {
  "ed25519-sha256": "Ed25519 / SHA-256",
  "sm2-sm3": "SM2 / SM3",
} as const satisfies Record<NonNullable<TracedBundle["signature"]>["suite"], string>;

export function laptopText(
  t: Translate,
  plan: Plan,
  signature: NonNullable<TracedBundle["signature"]>,
  day: FormatTime,
): string {
  const { unit, officers, notAfter, revoked, pinned } = signature;
  return [
    t("trace:laptopLine", {
      unit: unitName(plan, unit),
      officers: officers.join(t("common:listSeparator")),
      date: day(notAfter),
    }),
    ...(revoked ? [t("trace:laptopRevoked")] : []),
    ...(pinned ? [] : [t("trace:unpinned")]),
  ].join(t("common:sentenceSeparator"));
}

/** Whether the signature holds: as verified now, else as it was when the bundle was taken. */
export function signatureText(
  t: Translate,
  { digest, status }: TracedBundle,
  verification: TraceVerification | null,
): string {
  const checked = verification?.bundles.find((each) => each.digest === digest);
  if (checked === undefined) return t(status === "own" ? "trace:signatureOwn" : "trace:signatureTaken");
  return checked.reason === null
    ? t("trace:holds")
    : t("trace:broken", { reason: verificationReason(t, checked.reason) });
}

function verificationReason(t: Translate, reason: VerificationReason): string {
  switch (reason) {
    case "bundle-missing":
    case "record-missing":
    case "record-changed":
      return t(`trace:reason.${reason}`);
    default:
      return reasonSentence(t, reason);
  }
}

/** The verdict over all bundles in one sentence. */
export function verificationText(
  t: Translate,
  { bundles, checkedAt }: TraceVerification,
  time: FormatTime = paperMinute,
): string {
  const broken = bundles.filter(({ holds }) => !holds).length;
  if (bundles.length === 0) return t("trace:nothingSigned");
  return broken > 0
    ? t("trace:someBroken", { count: broken, at: time(checkedAt) })
    : t("trace:allHold", { count: bundles.length, at: time(checkedAt) });
}
