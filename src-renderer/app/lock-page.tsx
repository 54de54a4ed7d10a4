import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { PassphraseInput } from "../components/passphrase-input.tsx";
import { callEngine } from "./bridge.ts";
import { useT } from "./language.tsx";
import { invalidate } from "./queries.ts";

/** All that a locked window shows: whose it is, and where the passphrase goes. */
export function LockPage({ workspace }: { workspace: WorkspaceView }) {
  const t = useT();
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const reply = await callEngine("keys.unlock", { passphrase });
    setBusy(false);
    if (reply.ok) return invalidate();
    setPassphrase("");
    setError(errorSentence(t, reply.error));
  };
  return (
    <main className="lock">
      <form className="card lock__card" onSubmit={(event) => void unlock(event)}>
        <div className="lock__head">
          <Icon name="st-sealed" size={20} />
          <h1>{t("officers:lockedTitle")}</h1>
        </div>
        <p className="muted">
          {workspace.role === "office" ? workspace.name : workspace.unit.name}
          {workspace.role === "reporter" && ` · ${workspace.officer}`}
        </p>
        <p className="muted t-13">{t("officers:lockedText")}</p>
        <Field label={t("officers:passphrase")} error={error}>
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
        <Button type="submit" variant="primary" icon="key" busy={busy} disabled={passphrase === ""}>
          {t("officers:unlock")}
        </Button>
        <p className="hint">{t("officers:lockedForgotten")}</p>
      </form>
    </main>
  );
}
