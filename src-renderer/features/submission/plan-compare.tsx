import { useEffect, useState } from "react";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { ReadOut } from "./read-out.tsx";

type Facts = ChannelOutput<"workspace.inspectPlan">;
type Props = {
  readonly file: string;
  readonly onTrusted: (file: string) => void;
  readonly onOther: () => void;
};

/** A plan bundle whose office a person compares by telephone before its root is kept and the plan taken in. */
export function PlanCompare({ file, onTrusted, onOther }: Props) {
  const t = useT();
  const { workspace } = useSession();
  const [facts, setFacts] = useState<Facts | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [compared, setCompared] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let current = true;
    void callEngine("workspace.inspectPlan", { file }).then((reply) => {
      if (!current) return;
      if (reply.ok) setFacts(reply.value);
      else setError(errorSentence(t, reply.error));
    });
    return () => {
      current = false;
    };
  }, [file, t]);

  const fingerprint = facts?.fingerprint ?? null;
  const known = workspace.fingerprint !== null && workspace.fingerprint === fingerprint;
  const trust = async (): Promise<void> => {
    if (fingerprint === null || busy) return;
    setBusy(true);
    const reply = known ? null : await callEngine("workspace.trust", { fingerprint });
    setBusy(false);
    if (reply === null || reply.ok) onTrusted(file);
    else setError(errorSentence(t, reply.error));
  };
  return (
    <div className="plan-compare">
      {error !== null && <Banner kind="invalid">{error}</Banner>}
      {facts !== null && fingerprint !== null && (
        <>
          <b>{t("submission:trust.plan", { title: facts.title, version: facts.version })}</b>
          {known ? (
            <p className="hint">{t("submission:trust.known")}</p>
          ) : (
            <>
              {workspace.fingerprint !== null && (
                <Banner kind="warned">{t("submission:trust.differs")}</Banner>
              )}
              <p className="strong">{t("submission:trust.title")}</p>
              <p className="hint">{t("submission:trust.text")}</p>
              <ReadOut label={t("submission:trust.code")} groups={hexGroups(fingerprint)} />
              <Checkbox checked={compared} onChange={setCompared}>
                {t("submission:trust.compared")}
              </Checkbox>
            </>
          )}
        </>
      )}
      <div className="row row--wrap">
        {fingerprint !== null && (
          <Button
            variant="primary"
            icon="shield"
            busy={busy}
            disabled={!(known || compared)}
            onClick={() => void trust()}
          >
            {t(known ? "submission:trust.import" : "submission:trust.do")}
          </Button>
        )}
        <Button variant="quiet" onClick={onOther}>
          {t("submission:trust.other")}
        </Button>
      </div>
    </div>
  );
}
