import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { isPassphraseReady, NewPassphraseFields } from "../../components/new-passphrase.tsx";

/** Makes this laptop's key under a passphrase that nobody can recover. */
export function EnrolKey() {
  const t = useT();
  const tell = useTell();
  const [passphrase, setPassphrase] = useState({ first: "", second: "" });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !isPassphraseReady(passphrase)) return;
    setBusy(true);
    const reply = await callEngine("keys.create", { passphrase: passphrase.first });
    setBusy(false);
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    tell.done(t("submission:enrol.keyDone"));
    invalidate("app.info");
  };
  return (
    <form className="stack stack--3 enrol-form" onSubmit={(event) => void submit(event)}>
      <NewPassphraseFields className="stack stack--3" value={passphrase} onChange={setPassphrase} />
      {error !== null && <Banner kind="invalid">{error}</Banner>}
      <div>
        <Button
          type="submit"
          variant="primary"
          icon="key"
          busy={busy}
          disabled={!isPassphraseReady(passphrase)}
        >
          {t("submission:enrol.keyDo")}
        </Button>
      </div>
    </form>
  );
}
