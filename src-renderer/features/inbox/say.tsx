import type { BundleReport } from "#shared/ipc/views.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { ToldMark } from "./told-mark.tsx";
import { sentenceForCounty } from "./what-to-say.ts";

type Props = {
  readonly report: BundleReport;
  readonly origin: string;
  /** The genuine one of its number is merged. */
  readonly isHere: boolean;
};

/** The words for the county about a refused bundle, ready to be copied. */
export function Say({ report, origin, isHere }: Props) {
  const t = useT();
  const formats = useFormats();
  const copy = useCopy();
  const { plan, workspace, today } = useSession();
  const day = formats.day(report.receivedAt ?? today);
  const text = sentenceForCounty(t, report, {
    office: workspace.name,
    plan: plan.document.shortTitle,
    day,
    isHere,
  });
  return (
    <section>
      <h3 className="subh">
        {report.unit === null ? t("inbox:tellAnyone") : t("inbox:tell", { unit: origin })}
      </h3>
      <blockquote className="say">{text}</blockquote>
      <div className="row row--wrap">
        <Button size="sm" icon="copy" onClick={() => copy(text)}>
          {t("inbox:copy")}
        </Button>
        {report.quarantine !== undefined && (
          <ToldMark key={report.quarantine} quarantine={report.quarantine} told={report.told} />
        )}
      </div>
    </section>
  );
}
