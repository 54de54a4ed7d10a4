import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { PassphraseInput } from "../../components/passphrase-input.tsx";

/** Characters; the engine judges the rest and has the last word. */
const SHORTEST = 10;

/** Makes this laptop's key under a passphrase that nobody can recover. */
export function PassphraseForm() {
  const t = useT();
  const tell = useTell();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [error, setError] = useState<string>();
  const missing = SHORTEST - [...first].length;
  const differs = second !== "" && second !== first;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reply = await callEngine("keys.create", { passphrase: first });
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    tell.done(t("settings:passphraseDone"));
    invalidate("app.info");
  };
  return (
    <form className="settings-form" onSubmit={(event) => void submit(event)}>
      <Field
        label={t("settings:newPassphrase")}
        error={error}
        hint={first !== "" && missing > 0 ? t("settings:passphraseShort", { count: missing }) : t("settings:passphraseRule")}
      >
        {(ids) => (
          <PassphraseInput
            {...ids}
            value={first}
            invalid={error !== undefined}
            onChange={(event) => {
              setFirst(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <Field label={t("settings:repeatPassphrase")} error={differs ? t("settings:passphraseDiffers") : undefined}>
        {(ids) => (
          <PassphraseInput
            {...ids}
            value={second}
            invalid={differs}
            onChange={(event) => setSecond(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" icon="key" disabled={missing > 0 || second !== first}>
          {t("settings:setPassphrase")}
        </Button>
      </div>
    </form>
  );
}
