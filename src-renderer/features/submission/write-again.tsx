import type { SubmissionView } from "#shared/ipc/views.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { WriteDialog } from "../../components/write-dialog.tsx";

/** A package that was handed over already, byte for byte once more. */
export function WriteAgain({ sent, onClose }: { sent: SubmissionView; onClose: () => void }) {
  const t = useT();
  const { digest, sequence } = sent;
  return (
    <WriteDialog
      title={t("submission:writeAgainNo", { sequence })}
      text={t("submission:writeAgainText")}
      write={(dir, encrypt) => callEngine("bundle.resend", { digest, dir, encrypt })}
      nobody={{
        code: "no-recipient",
        title: t("submission:nobodyKnown"),
        text: t("submission:nobodyKnownText"),
      }}
      done={{ title: t("submission:writeAgainDone", { sequence }) }}
      onClose={onClose}
    />
  );
}
