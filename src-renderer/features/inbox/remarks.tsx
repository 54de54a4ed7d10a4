import type { BundleReport } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { sayWarning } from "./what-to-say.ts";

/** What is worth knowing of a bundle that was taken or can be: missing ones before it, a number twice, a strange date. */
export function Remarks({ report }: { report: BundleReport }) {
  const t = useT();
  const copy = useCopy();
  const { workspace } = useSession();
  return report.warnings
    .filter((warning) => warning !== "duplicate")
    .map((warning) => {
      const say = sayWarning(t, warning, report, workspace.name);
      return (
        <Banner key={warning} kind="warned">
          <span className="remark">{reasonSentence(t, warning)}</span>
          {say !== null && (
            <Button size="sm" icon="copy" onClick={() => copy(say)}>
              {t("inbox:copySay")}
            </Button>
          )}
        </Banner>
      );
    });
}
