import type { BundleReport } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { Icon } from "../../components/icon.tsx";
import { Technical } from "../../components/technical.tsx";
import { Status } from "./bundle-row.tsx";
import { bundleName, kindWord, originOf, resultOf, stepNames } from "./bundle-words.ts";
import { baseName, contentCount } from "./rows.ts";
import { reasonWord, sentenceForCounty } from "./what-to-say.ts";

type Props = {
  readonly report: BundleReport;
  /** Others of the same unit, newest first. */
  readonly earlier: readonly BundleReport[];
  readonly onClose: () => void;
};

export function BundlePanel({ report, earlier, onClose }: Props) {
  const t = useT();
  const { plan } = useSession();
  const origin = originOf(t, plan, report);
  const refused = report.status === "rejected" || report.status === "held";
  return (
    <aside className="panel" aria-label={t("inbox:details")}>
      <header className="panel__head">
        <div className="grow">
          <div className="panel__title">
            {report.unit === null
              ? t("inbox:unknownUnit")
              : t(refused ? "inbox:claims" : "inbox:from", { unit: origin })}
          </div>
          <h2>
            {origin} {bundleName(t, report)}
          </h2>
        </div>
        <Status status={report.status} chip />
        <IconButton icon="x" label={t("inbox:close")} small onClick={onClose} />
      </header>
      <div className="panel__body">
        <Verdict report={report} />
        <Steps report={report} />
        {refused && <Say report={report} origin={origin} />}
        {report.unit !== null && earlier.length > 0 && <Earlier unit={origin} reports={earlier} />}
        <Details report={report} refused={refused} />
      </div>
    </aside>
  );
}

function Verdict({ report }: { report: BundleReport }) {
  const t = useT();
  switch (report.status) {
    case "rejected":
      return (
        <Banner kind="invalid" title={t("inbox:bannerRejected", { reason: reasonWord(t, report.reason) })}>
          {t("inbox:bannerRejectedText")}
        </Banner>
      );
    case "held":
      return (
        <Banner kind="warned" title={t("inbox:bannerHeld")}>
          {report.reason === null ? undefined : reasonSentence(t, report.reason)}
        </Banner>
      );
    case "merged":
      return <Merged closedPeriods={report.closedPeriods} />;
    case "duplicate":
      return <Banner title={t("inbox:bannerDuplicate")}>{t("inbox:bannerDuplicateText")}</Banner>;
    case "mergeable":
      return <Banner title={t("inbox:bannerMergeable")}>{t("inbox:bannerMergeableText")}</Banner>;
  }
}

/** What came for a period that was closed by then is merged all the same, and says so. */
function Merged({ closedPeriods }: Pick<BundleReport, "closedPeriods">) {
  const t = useT();
  const formats = useFormats();
  if (closedPeriods.length === 0) return <Banner kind="accepted" title={t("inbox:bannerMerged")} />;
  const periods = closedPeriods.map(formats.period).join(t("common:listSeparator"));
  return (
    <Banner kind="warned" title={t("inbox:afterLock")}>
      {t("inbox:afterLockText", { periods })}
    </Banner>
  );
}

function Steps({ report }: { report: BundleReport }) {
  const t = useT();
  const textOf = (step: (typeof stepNames)[number]): string => {
    const result = resultOf(report, step);
    if (result === "ok") return t(`inbox:stepOk.${step}`);
    if (result === "not-done") return t("inbox:stepResult.not-done");
    if (step === "order") return report.warnings.map((warning) => reasonSentence(t, warning)).join("");
    return report.reason === null ? t(`inbox:stepResult.${result}`) : reasonSentence(t, report.reason);
  };
  return (
    <ol className="vsteps">
      {stepNames.map((step, index) => {
        const result = resultOf(report, step);
        return (
          <li key={step} className={`is-${result}`}>
            <i aria-hidden="true">
              {result === "not-done" ? index + 1 : <Icon name={result === "failed" ? "x" : "check"} />}
            </i>
            <b>{t(`inbox:step.${step}`)}</b>
            <span>{textOf(step)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Say({ report, origin }: { report: BundleReport; origin: string }) {
  const t = useT();
  const formats = useFormats();
  const copy = useCopy();
  const { plan, workspace, today } = useSession();
  const day = formats.day(report.receivedAt ?? today);
  const text = sentenceForCounty(t, report, { office: workspace.name, plan: plan.document.shortTitle, day });
  return (
    <section>
      <h3 className="subh">
        {report.unit === null ? t("inbox:tellAnyone") : t("inbox:tell", { unit: origin })}
      </h3>
      <blockquote className="say">{text}</blockquote>
      <Button size="sm" icon="copy" onClick={() => copy(text)}>
        {t("inbox:copy")}
      </Button>
    </section>
  );
}

function Earlier({ unit, reports }: { unit: string; reports: readonly BundleReport[] }) {
  const t = useT();
  const formats = useFormats();
  return (
    <section>
      <h3 className="subh">{t("inbox:previous", { unit })}</h3>
      <ul className="earlier">
        {reports.map((report, index) => (
          <li key={report.digest ?? index}>
            <b>{bundleName(t, report)}</b>
            <span>{t("inbox:items", { count: contentCount(report) })}</span>
            <Status status={report.status} />
            <time>{report.receivedAt === null ? "" : formats.day(report.receivedAt)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Details({ report, refused }: { report: BundleReport; refused: boolean }) {
  const t = useT();
  const formats = useFormats();
  const lines = [
    ...(report.reason === null ? [] : [{ label: t("inbox:reasonCode"), value: report.reason }]),
    { label: t("inbox:kindWord"), value: kindWord(t, report.kind) },
    ...(report.digest === null
      ? []
      : [{ label: t("inbox:digest"), value: hexGroups(report.digest).join(" ") }]),
    ...(report.device === null
      ? []
      : [
          {
            label: refused ? t("inbox:claimedDevice") : t("inbox:device"),
            value: hexGroups(report.device).join(" "),
          },
        ]),
    ...(report.createdAt === null
      ? []
      : [{ label: t("inbox:created"), value: formats.dayTime(report.createdAt) }]),
    ...(report.receivedAt === null
      ? []
      : [{ label: t("inbox:receivedAt"), value: formats.dayTime(report.receivedAt) }]),
    { label: t("inbox:file"), value: baseName(report.file) },
  ];
  return <Technical lines={lines} />;
}
