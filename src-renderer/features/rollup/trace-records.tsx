import type { ReactNode } from "react";
import { bodyText } from "#shared/i18n/body-text.ts";
import { provisionalText } from "#shared/i18n/side-text.ts";
import { bundleText, decisionText, laptopText, signatureText, suiteNames } from "#shared/i18n/trace-text.ts";
import type {
  TracedBundle,
  TracedRecord,
  TracedUnit,
  TraceVerification,
  TraceView,
} from "#shared/ipc/trace-view.ts";
import { itemTitle, parseItem } from "#shared/plan/item.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Technical } from "../../components/technical.tsx";
import { partOf } from "./trace-parts.ts";

type Props = {
  readonly trace: TraceView;
  readonly unit: TracedUnit;
  readonly indicator: Indicator;
  readonly verification: TraceVerification | null;
};

/** One unit's part walked back: each record, the office's word on it, the bundle, the laptop, the signature. */
export function TraceRecords({ trace, unit, indicator, verification }: Props) {
  const t = useT();
  const { plan } = useSession();
  const name = unitName(plan, unit.unit);
  return (
    <div className="trace__records" tabIndex={0} role="region" aria-label={name}>
      <div className="subh">
        {unit.value === null
          ? t("trace:whereNone", { unit: name, state: t(`rollup:state.${unit.state}`) })
          : t("trace:where", { unit: name, value: partOf(unit, indicator) })}
      </div>
      {unit.records.map((record) => (
        <Walk
          key={record.revision.id}
          trace={trace}
          unit={unit.unit}
          record={record}
          verification={verification}
        />
      ))}
    </div>
  );
}

type WalkProps = {
  readonly trace: TraceView;
  readonly unit: string;
  readonly record: TracedRecord;
  readonly verification: TraceVerification | null;
};

function Walk({ trace, unit, record, verification }: WalkProps) {
  const t = useT();
  const formats = useFormats();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const { revision, decision, verified, item } = record;
  const held = record.bundles.flatMap((digest) => trace.bundles.find((each) => each.digest === digest) ?? []);
  const [bundle] = held;
  const isRow = parseItem(item).kind !== "indicator";
  const says = (value: typeof revision.body): string => bodyText(t, plan, item, value);
  return (
    <section className="walk">
      {isRow && <h3>{itemTitle(plan, item, language)}</h3>}
      <ol>
        <Step icon="note" label={t("trace:record")}>
          {t("trace:byAt", { by: revision.author.name, at: formats.dayTime(revision.at) })}
          {record.period !== trace.period && (
            <span className="muted">{t("trace:earlier", { period: formats.period(record.period) })}</span>
          )}
          {record.provisional !== null && (
            <span className="walk__unused">{provisionalText(t, [record.provisional])}</span>
          )}
          {!record.used && (
            <span className="walk__unused">
              {t("trace:notUsed", { state: t(`trace:status.${record.status}`) })}
            </span>
          )}
          <span className="muted">{says(revision.body)}</span>
          {verified !== null && <span>{t("trace:verifiedValue", { value: says(verified) })}</span>}
        </Step>
        <Step icon="review" label={t("trace:decision")}>
          {decisionText(t, decision, formats.dayTime, unit === plan.officeUnit)}
        </Step>
        <Step icon="inbox" label={t("trace:bundle")}>
          {bundle === undefined ? t("trace:noBundle") : bundleText(t, plan, bundle, formats.dayTime)}
          {held.length > 1 && (
            <span className="muted">{t("trace:moreBundles", { count: held.length - 1 })}</span>
          )}
        </Step>
        {bundle?.signature && (
          <Step icon="laptop" label={t("trace:laptop")}>
            {laptopText(t, plan, bundle.signature, formats.fullDay)}
          </Step>
        )}
        <SignatureStep held={held} verification={verification} />
      </ol>
      <Technical lines={technicalLines(t, record, held)} />
    </section>
  );
}

type StepProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly tone?: "holds" | "broken";
  readonly children: ReactNode;
};

function Step({ icon, label, tone, children }: StepProps) {
  return (
    <li className={tone === undefined ? undefined : `is-${tone}`}>
      <i>
        <Icon name={icon} size={14} />
      </i>
      <b>{label}</b>
      <span>{children}</span>
    </li>
  );
}

/** Of several bundles that hold the record, one that does not hold speaks for all. */
function SignatureStep({
  held,
  verification,
}: {
  held: readonly TracedBundle[];
  verification: TraceVerification | null;
}) {
  const t = useT();
  const isBroken = ({ digest }: TracedBundle): boolean =>
    verification?.bundles.some((each) => each.digest === digest && !each.holds) === true;
  const broken = held.find(isBroken);
  const spoken = broken ?? held[0];
  if (spoken === undefined) {
    return (
      <Step icon="shield" label={t("trace:signature")}>
        {t("trace:signatureNone")}
      </Step>
    );
  }
  const isVouched = verification !== null && broken === undefined;
  return (
    <Step
      icon={broken === undefined ? "shield" : "st-invalid"}
      label={t("trace:signature")}
      {...(broken === undefined ? (isVouched ? { tone: "holds" } : {}) : { tone: "broken" })}
    >
      {signatureText(t, spoken, verification)}
    </Step>
  );
}

const grouped = (hex: string): string => hexGroups(hex).join(" ");

/** Numbers that experts compare. */
function technicalLines(t: ReturnType<typeof useT>, record: TracedRecord, held: readonly TracedBundle[]) {
  const { revision, decision } = record;
  const signature = held[0]?.signature;
  return [
    { label: t("trace:recordId"), value: grouped(revision.id) },
    ...(decision === null ? [] : [{ label: t("trace:decisionId"), value: grouped(decision.id) }]),
    ...held.map(({ digest }, index) => ({
      label: index === 0 ? t("trace:bundleDigest") : t("trace:bundleDigestNo", { no: index + 1 }),
      value: grouped(digest),
    })),
    { label: t("trace:deviceId"), value: grouped(revision.device) },
    ...(signature
      ? [
          {
            label: t("trace:algorithm"),
            value: t("trace:algorithmText", {
              suite: suiteNames[signature.suite],
              serial: signature.serial,
            }),
          },
          { label: t("trace:root"), value: grouped(signature.root) },
        ]
      : []),
  ];
}
