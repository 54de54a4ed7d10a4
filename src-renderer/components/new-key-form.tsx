import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { invalidate } from "../app/queries.ts";
import { useTell } from "../app/toasts.tsx";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { isPassphraseReady, NewPassphraseFields } from "./new-passphrase.tsx";

type Props = {
  readonly className: string;
  readonly fields?: string;
  /** Words of the button, and what is said once it is done. */
  readonly action: string;
  readonly done: string;
};

/** Makes this computer's key under a passphrase that nobody can recover. */
export function NewKeyForm({ className, fields, action, done }: Props) {
  const t = useT();
  const tell = useTell();
  const [passphrase, setPassphrase] = useState({ first: "", second: "" });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isReady = isPassphraseReady(passphrase) && !busy;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    setError(null);
    const reply = await callEngine("keys.create", { passphrase: passphrase.first });
    setBusy(false);
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    tell.done(done);
    invalidate("app.info");
  };
  return (
    <form className={className} onSubmit={(event) => void submit(event)}>
      <NewPassphraseFields
        {...(fields !== undefined && { className: fields })}
        value={passphrase}
        onChange={setPassphrase}
      />
      {error !== null && <Banner kind="invalid">{error}</Banner>}
      <div>
        <Button type="submit" variant="primary" icon="key" busy={busy} disabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
