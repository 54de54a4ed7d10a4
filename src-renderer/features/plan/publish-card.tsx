import { useState } from "react";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { useChoose } from "../../components/choose.ts";
import { Digest } from "../../components/digest.tsx";
import { Technical } from "../../components/technical.tsx";
import { Written } from "../../components/written.tsx";
import { hexGroups } from "../../app/figures.ts";

type WrittenPlan = { readonly file: string; readonly digest: string };

/** The office signs the plan and hands it to the units, who compare the fingerprint on the phone. */
export function PublishCard() {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const choose = useChoose();
  const { workspace } = useSession();
  const [written, setWritten] = useState<WrittenPlan | null>(null);
  const [busy, setBusy] = useState(false);
  const publish = async (): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir === undefined || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("plan.publish", { dir });
    setBusy(false);
    if (reply.ok) setWritten(reply.value);
    else tell.failed(reply.error);
  };
  return (
    <Card title={t("plan:publish")}>
      <div className="card__body stack stack--3">
        <p className="t-13 muted">{t("plan:publishText")}</p>
        {workspace.fingerprint !== null && (
          <>
            <Digest label={t("plan:fingerprint")} value={workspace.fingerprint} />
            <p className="hint">{t("plan:fingerprintText")}</p>
          </>
        )}
        {written !== null && (
          <>
            <Written title={t("plan:published")} file={written.file} />
            <Technical
              lines={[{ label: t("plan:bundleDigest"), value: hexGroups(written.digest).join(" ") }]}
            />
          </>
        )}
        <Button
          variant={written === null ? "primary" : "normal"}
          icon="send"
          busy={busy}
          onClick={() => void publish()}
        >
          {t("plan:publishDo")}
        </Button>
      </div>
    </Card>
  );
}
