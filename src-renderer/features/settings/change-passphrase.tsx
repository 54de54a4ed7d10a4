import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { isPassphraseReady, NewPassphraseFields } from "../../components/new-passphrase.tsx";
import { PassphraseInput } from "../../components/passphrase-input.tsx";

const EMPTY = { first: "", second: "" };

/** The same keys under a new passphrase; the old one is asked for even while the key is unlocked. */
export function ChangePassphrase() {
  const t = useT();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [next, setNext] = useState(EMPTY);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    setOpen(false);
    setPassphrase("");
    setNext(EMPTY);
    setError(undefined);
  };
  const isReady = passphrase !== "" && isPassphraseReady(next) && !busy;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    const reply = await callEngine("keys.changePassphrase", { passphrase, newPassphrase: next.first });
    setBusy(false);
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    tell.done(t("settings:passphraseChanged"));
    invalidate("app.info");
    close();
  };
  if (!open) {
    return (
      <div>
        <Button icon="key" onClick={() => setOpen(true)}>
          {t("settings:changePassphrase")}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="settings-form settings-form--boxed"
      aria-label={t("settings:changePassphrase")}
      onSubmit={(event) => void submit(event)}
    >
      <p className="t-13 muted">{t("settings:changePassphraseText")}</p>
      <Field label={t("settings:oldPassphrase")} error={error}>
        {(ids) => (
          <PassphraseInput
            {...ids}
            autoFocus
            value={passphrase}
            invalid={error !== undefined}
            onChange={(event) => {
              setPassphrase(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <NewPassphraseFields className="stack stack--3" value={next} onChange={setNext} />
      <div className="row">
        <Button type="submit" variant="primary" disabled={!isReady}>
          {t("settings:changePassphraseDo")}
        </Button>
        <Button onClick={close}>{t("common:cancel")}</Button>
      </div>
    </form>
  );
}
