import { useState, type FormEvent } from "react";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { isPassphraseReady, NewPassphraseFields } from "../../components/new-passphrase.tsx";

/** Makes this laptop's key under a passphrase that nobody can recover. */
export function PassphraseForm() {
  const t = useT();
  const tell = useTell();
  const [passphrase, setPassphrase] = useState({ first: "", second: "" });
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isPassphraseReady(passphrase)) return;
    setBusy(true);
    const reply = await callEngine("keys.create", { passphrase: passphrase.first });
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    tell.done(t("settings:passphraseDone"));
    invalidate("app.info");
  };
  return (
    <form className="settings-form" onSubmit={(event) => void submit(event)}>
      <NewPassphraseFields value={passphrase} onChange={setPassphrase} />
      <div>
        <Button
          type="submit"
          variant="primary"
          icon="key"
          busy={busy}
          disabled={!isPassphraseReady(passphrase)}
        >
          {t("settings:setPassphrase")}
        </Button>
      </div>
    </form>
  );
}
