import type { BundleReport, VerificationStep } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Icon } from "../../components/icon.tsx";
import {
  bundleName,
  contentText,
  hasRecords,
  orderRemark,
  originOf,
  resultOf,
  statusLook,
  stepIcons,
  stepNames,
  toldLook,
} from "./bundle-words.ts";
import type { Row } from "./rows.ts";
import type { Enrolled } from "./use-enrolled.ts";
import { reasonWord } from "./what-to-say.ts";

type Props = {
  readonly row: Row;
  readonly selected: boolean;
  readonly enrolled: Enrolled;
  readonly onSelect: () => void;
};

export function BundleRow({ row: { id, report }, selected, enrolled, onSelect }: Props) {
  const t = useT();
  const { plan } = useSession();
  const [origin, name, note] = [
    originOf(t, plan, report),
    bundleName(t, report),
    noteOf(t, report, enrolled),
  ];
  return (
    <tr data-row={id} className={selected ? "is-selected" : undefined} onClick={onSelect}>
      <td>
        <button type="button" className="name" title={`${origin} ${name}`} aria-pressed={selected}>
          <b>{origin}</b>
          <span>{name}</span>
        </button>
      </td>
      <td className="muted t-12 tnum nowrap">{contentText(t, report)}</td>
      {stepNames.map((step) => (
        <td key={step} className="ctr">
          <Step result={resultOf(report, step)} remark={step === "order" ? orderRemark(t, report) : null} />
        </td>
      ))}
      <td>
        <Status report={report} />
      </td>
      <td className="note" title={note}>
        {note}
      </td>
    </tr>
  );
}

function Step({ result, remark }: { result: VerificationStep["result"]; remark: string | null }) {
  const t = useT();
  const icon = stepIcons[result];
  const word = t(`inbox:stepResult.${result}`);
  return (
    <span className={`vstep vstep--${result}`} title={word}>
      {icon === null ? word : <Icon name={icon} />}
      {icon !== null && <span className={remark === null ? "sr-only" : ""}>{remark ?? word}</span>}
    </span>
  );
}

type StatusProps = { readonly report: Pick<BundleReport, "status" | "told">; readonly chip?: boolean };

/** Where it stands; of a refused file, once the county knows, that it was told. */
export function Status({ report: { status, told }, chip = false }: StatusProps) {
  const t = useT();
  const { state, icon } = told === undefined ? statusLook[status] : toldLook;
  return (
    <span className={`state state--${state}${chip ? " state--chip" : ""}`}>
      <Icon name={icon} size={14} />
      {t(told === undefined ? `inbox:status.${status}` : "inbox:told")}
    </span>
  );
}

function noteOf(t: ReturnType<typeof useT>, report: BundleReport, enrolled: Enrolled): string {
  if (report.status === "duplicate") return t("inbox:duplicateOf");
  if (report.status === "rejected" || report.status === "held") return reasonWord(t, report.reason);
  if (report.status !== "merged") return "";
  if (report.kind === "enrol-request") return t(`inbox:enrolled.${enrolled(report)}`);
  if (!hasRecords(report)) return "";
  if (report.closedPeriods.length > 0) return t("inbox:afterLock");
  const { added, superseding, conflicts, decisions } = report.counts;
  const parts = [
    ...(added > 0 ? [t("inbox:addedCount", { count: added })] : []),
    ...(superseding > 0 ? [t("inbox:supersedingCount", { count: superseding })] : []),
    ...(decisions > 0 ? [t("inbox:decisionsCount", { count: decisions })] : []),
    ...(conflicts > 0 ? [t("inbox:conflictsCount", { count: conflicts })] : []),
  ];
  return parts.length === 0 ? t("inbox:nothingAdded") : parts.join(t("common:listSeparator"));
}
