import { Card } from "../../components/card.tsx";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import type { PeriodProgress } from "../../app/period-progress.ts";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";

type Step = { readonly label: string; readonly text: string; readonly mark: "" | "is-now" | "is-part" };

/** From entry to receipt: where the period stands. */
export function FlowCard({ progress }: { progress: PeriodProgress }) {
  const t = useT();
  const formats = useFormats();
  const { period } = useSession();
  const list = useEngine("submission.list", {});
  const { expected, filled, counts } = progress;
  const own = list.status === "ready" ? list.value.filter(({ periods }) => periods.includes(period)) : [];
  const last = own[0];
  const answered = own.find(({ receipt }) => receipt === "merged");
  const isClean = counts.invalid + counts.warned + counts.returned + counts.conflict === 0;
  const isFull = filled === expected;
  const steps: readonly Step[] = [
    {
      label: t("reporterHome:flowEntry"),
      text: t("reporterHome:flowEntryText", { filled, expected }),
      mark: isFull ? "" : "is-now",
    },
    {
      label: t("reporterHome:flowCheck"),
      text: isClean
        ? t("reporterHome:flowCheckDone")
        : t("reporterHome:flowCheckText", { invalid: counts.invalid, warned: counts.warned }),
      mark: isFull && !isClean ? "is-now" : "",
    },
    {
      label: t("reporterHome:flowSign"),
      text: t("reporterHome:flowSignText"),
      mark: isFull && isClean && counts.draft > 0 ? "is-now" : "",
    },
    {
      label: t("reporterHome:flowSubmit"),
      text:
        last === undefined
          ? t("reporterHome:flowSubmitNone")
          : t("reporterHome:flowSubmitText", {
              sequence: last.sequence,
              count: last.revisions,
              date: formats.day(last.createdAt),
            }),
      mark: last === undefined ? "" : "is-part",
    },
    {
      label: t("reporterHome:flowReceipt"),
      text:
        answered === undefined
          ? t("reporterHome:flowReceiptNone")
          : t("reporterHome:flowReceiptText", answered),
      mark: answered === undefined ? "" : "is-part",
    },
  ];
  return (
    <Card title={t("reporterHome:flow")}>
      <ol className="flow">
        {steps.map(({ label, text, mark }) => (
          <li key={label} className={mark}>
            <b>{label}</b>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
