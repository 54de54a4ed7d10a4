import { lockAfterSchema, type LockAfter } from "#shared/ipc/officer-views.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useLock } from "../../app/lock.ts";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Segmented } from "../../components/segmented.tsx";

/** 锁定窗口: after which pause, or now. */
export function LockCard() {
  const t = useT();
  const tell = useTell();
  const lock = useLock();
  const { lockAfter } = useSession().workspace;
  const change = async (after: LockAfter): Promise<void> => {
    const reply = await callEngine("workspace.lockAfter", { after });
    if (!reply.ok) tell.failed(reply.error);
    invalidate("app.info");
  };
  return (
    <Card title={t("officers:lockTitle")}>
      <div className="card__body">
        {lockAfter === null ? (
          <p className="hint">{t("officers:lockNothing")}</p>
        ) : (
          <>
            <div className="stack stack--1">
              <span className="label">{t("officers:lockAfter")}</span>
              <Segmented
                label={t("officers:lockAfter")}
                value={lockAfter}
                items={lockAfterSchema.options.map((value) => ({
                  value,
                  label: t(`officers:lockAfter_${value}`),
                }))}
                onChange={(after) => void change(after)}
              />
            </div>
            <p className="hint">{t("officers:lockText")}</p>
            <div>
              <Button icon="st-sealed" onClick={() => void lock()}>
                {t("officers:lock")}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
