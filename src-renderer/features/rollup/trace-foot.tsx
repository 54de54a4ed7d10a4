import { traceText, verificationText } from "#shared/i18n/trace-text.ts";
import type { TraceView } from "#shared/ipc/trace-view.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { useLedgerExport, type Verifying } from "./use-trace.ts";

type Props = {
  readonly trace: TraceView;
  readonly indicator: Indicator;
  readonly verifying: Verifying;
};

/** What can be done with a trace: verify it now, take it along as text, hand the ledger to an auditor. */
export function TraceFoot({ trace, indicator, verifying }: Props) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const formats = useFormats();
  const { plan } = useSession();
  const copy = useCopy();
  const exportLedger = useLedgerExport();
  const { verification, running, verify } = verifying;
  const isBroken = verification?.bundles.some(({ holds }) => !holds) === true;
  return (
    <footer className="trace__foot">
      <Button size="sm" icon="shield" disabled={running !== null} onClick={verify}>
        {t("trace:verify")}
      </Button>
      <Button
        size="sm"
        icon="copy"
        onClick={() => copy(traceText({ t, language, plan, indicator }, trace, verification).join("\n"))}
      >
        {t("trace:copy")}
      </Button>
      <Button size="sm" icon="download" onClick={exportLedger}>
        {t("trace:export")}
      </Button>
      <span role="status" className={`trace__said push${isBroken ? " is-broken" : ""}`}>
        {running !== null
          ? t("trace:verifying", running)
          : verification === null
            ? t("trace:anyone")
            : verificationText(t, verification, formats.clock)}
      </span>
    </footer>
  );
}
