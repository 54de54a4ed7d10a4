import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate, useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";

/** Whether the system keeps the passphrase, and the end of that. */
export function KeyStoreCard() {
  const t = useT();
  const tell = useTell();
  const { workspace } = useSession();
  const state = useEngine("keystore.state", {});
  if (workspace.device === null || state.status !== "ready") return null;
  const { available, remembered } = state.value;
  const forget = async (): Promise<void> => {
    const reply = await callEngine("keystore.forget", {});
    if (reply.ok) tell.done(t("settings:keyStoreForgotten"));
    else tell.failed(reply.error);
    invalidate("keystore.state");
  };
  return (
    <Card title={t("settings:keyStore")}>
      <div className="card__body">
        <p className="muted t-13">
          {t(
            remembered ? "settings:keyStoreOn" : available ? "settings:keyStoreOff" : "settings:keyStoreNone",
          )}
        </p>
        {remembered && (
          <div>
            <Button onClick={() => void forget()}>{t("settings:keyStoreForget")}</Button>
          </div>
        )}
      </div>
    </Card>
  );
}
