import type { DeviceView } from "#shared/ipc/device-views.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { buttonClass, IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { Status } from "./bundle-row.tsx";
import { BundleTechnical } from "./bundle-technical.tsx";
import { bundleName, contentText, orderRemark, originOf, resultOf, stepNames } from "./bundle-words.ts";
import { Remarks } from "./remarks.tsx";
import { Say } from "./say.tsx";
import { reasonWord } from "./what-to-say.ts";

type Props = {
  readonly report: BundleReport;
  /** Others of the same unit, newest first. */
  readonly earlier: readonly BundleReport[];
  /** Of a refused one: the genuine one of its number is merged. */
  readonly isHere: boolean;
  /** Of a request: what became of it. */
  readonly enrolled: DeviceView["state"];
  readonly onClose: () => void;
};

export function BundlePanel({ report, earlier, isHere, enrolled, onClose }: Props) {
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
        <Status report={report} chip />
        <IconButton icon="x" label={t("inbox:close")} small onClick={onClose} />
      </header>
      <div className="panel__body">
        <Verdict report={report} enrolled={enrolled} />
        {report.kind === "enrol-request" && report.status === "merged" && enrolled === "requested" && (
          <ToDevices />
        )}
        <Steps report={report} />
        <Remarks report={report} />
        {refused && <Say report={report} origin={origin} isHere={isHere} />}
        {report.unit !== null && earlier.length > 0 && <Earlier unit={origin} reports={earlier} />}
        <BundleTechnical report={report} />
      </div>
    </aside>
  );
}

function Verdict({ report, enrolled }: Pick<Props, "report" | "enrolled">) {
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
      return report.kind === "enrol-request" ? (
        <Banner kind="accepted" title={t("inbox:bannerRequest")}>
          {t(enrolled === "requested" ? "inbox:bannerRequestText" : `inbox:enrolled.${enrolled}`)}
        </Banner>
      ) : (
        <Merged closedPeriods={report.closedPeriods} />
      );
    case "duplicate":
      return <Banner title={t("inbox:bannerDuplicate")}>{t("inbox:bannerDuplicateText")}</Banner>;
    case "mergeable":
      return (
        <Banner title={t("inbox:bannerMergeable")}>
          {t(report.kind === "enrol-request" ? "inbox:requestText" : "inbox:bannerMergeableText")}
        </Banner>
      );
  }
}

/** A request is not done with once it is read: its device is compared on another page. */
function ToDevices() {
  const t = useT();
  return (
    <div>
      <Link page="devices" className={buttonClass({ variant: "primary" })}>
        <Icon name="key" />
        {t("inbox:goDevices")}
      </Link>
    </div>
  );
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

const stepMarks = { ok: "check", warning: "st-warned", failed: "x" } as const;

function Steps({ report }: { report: BundleReport }) {
  const t = useT();
  const textOf = (step: (typeof stepNames)[number]): string => {
    const result = resultOf(report, step);
    if (result === "ok" && step === "device" && report.kind === "enrol-request")
      return t("inbox:stepOk.request");
    if (result === "ok") return t(`inbox:stepOk.${step}`);
    if (result === "not-done") return t("inbox:stepResult.not-done");
    if (step === "order") return orderRemark(t, report) ?? t("inbox:stepResult.warning");
    return report.reason === null ? t(`inbox:stepResult.${result}`) : reasonSentence(t, report.reason);
  };
  return (
    <ol className="vsteps">
      {stepNames.map((step, index) => {
        const result = resultOf(report, step);
        return (
          <li key={step} className={`is-${result}`}>
            <i aria-hidden="true">{result === "not-done" ? index + 1 : <Icon name={stepMarks[result]} />}</i>
            <b>{t(`inbox:step.${step}`)}</b>
            <span>{textOf(step)}</span>
          </li>
        );
      })}
    </ol>
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
            <span>{contentText(t, report)}</span>
            <Status report={report} />
            <time>{report.receivedAt === null ? "" : formats.day(report.receivedAt)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
