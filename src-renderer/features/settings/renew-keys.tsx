import { useState } from "react";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { RenewForm } from "./renew-form.tsx";
import { RenewedDialog } from "./renewed-dialog.tsx";

type Renewed = ChannelOutput<"keys.renew">;

/** 更换密钥: the way out of a forgotten passphrase, for both roles. */
export function RenewKeysCard() {
  const t = useT();
  const { workspace } = useSession();
  const [asking, setAsking] = useState(false);
  const [renewed, setRenewed] = useState<Renewed | null>(null);
  if (workspace.device === null) return null;
  const settle = (made: Renewed): void => {
    setAsking(false);
    setRenewed(made);
    // What the system keeps opens the old keys.
    void callEngine("keystore.forget", {}).then(() => invalidate());
  };
  return (
    <Card title={t("settings:renew")}>
      <div className="card__body">
        <p className="muted t-13">{t("settings:renewText")}</p>
        <div>
          <Button variant="danger" icon="key" onClick={() => setAsking(true)}>
            {t("settings:renewDo")}
          </Button>
        </div>
      </div>
      {asking && <RenewForm onClose={() => setAsking(false)} onRenewed={settle} />}
      {renewed !== null && <RenewedDialog renewed={renewed} onClose={() => setRenewed(null)} />}
    </Card>
  );
}
