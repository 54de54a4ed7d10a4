import {
  createContext,
  useCallback,
  useContext,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { Button } from "../components/button.tsx";
import { Checkbox } from "../components/checkbox.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { PassphraseInput } from "../components/passphrase-input.tsx";
import { callEngine } from "./bridge.ts";
import { useT } from "./language.tsx";
import { invalidate, useEngine } from "./queries.ts";
import { useSession } from "./session.tsx";

/** Asks for the passphrase where the key is locked; false when the person changes their mind. */
export type EnsureUnlocked = () => Promise<boolean>;

const UnlockContext = createContext<EnsureUnlocked | null>(null);

export function UnlockProvider({ children }: { children: ReactNode }) {
  const { workspace } = useSession();
  const [open, setOpen] = useState(false);
  const answer = useRef<(unlocked: boolean) => void>(() => {});
  const settle = (unlocked: boolean): void => {
    setOpen(false);
    answer.current(unlocked);
  };
  const ensure = useCallback<EnsureUnlocked>(async () => {
    if (workspace.unlocked || (await unlockByKeyStore())) return true;
    setOpen(true);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, [workspace.unlocked]);
  return (
    <UnlockContext value={ensure}>
      {children}
      {open && <UnlockDialog onSettled={settle} />}
    </UnlockContext>
  );
}

/** With the passphrase that the system keeps, where the person asked for that. */
async function unlockByKeyStore(): Promise<boolean> {
  const reply = await callEngine("keystore.unlock", {});
  const unlocked = reply.ok && reply.value.unlocked;
  invalidate("keystore.state");
  if (unlocked) invalidate("app.info");
  return unlocked;
}

function UnlockDialog({ onSettled }: { onSettled: (unlocked: boolean) => void }) {
  const t = useT();
  const [passphrase, setPassphrase] = useState("");
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const keyStore = useEngine("keystore.state", {});
  const canRemember = keyStore.status === "ready" && keyStore.value.available;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const channel = canRemember && remember ? "keystore.remember" : "keys.unlock";
    setBusy(true);
    const reply = await callEngine(channel, { passphrase });
    setBusy(false);
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    invalidate("app.info", "keystore.state");
    onSettled(true);
  };
  const footer = (
    <>
      <span className="grow" />
      <Button onClick={() => onSettled(false)}>{t("common:cancel")}</Button>
      <Button variant="primary" type="submit" form="unlock" busy={busy} disabled={passphrase === ""}>
        {t("shell:unlock")}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={() => onSettled(false)} title={t("shell:unlockTitle")} size="sm" footer={footer}>
      <form id="unlock" className="stack stack--3" onSubmit={(event) => void submit(event)}>
        <p className="muted t-13">{t("shell:unlockText")}</p>
        <Field label={t("shell:passphrase")} error={error}>
          {(ids) => (
            <PassphraseInput
              {...ids}
              autoFocus
              value={passphrase}
              invalid={error !== undefined}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
        {canRemember && (
          <div className="stack stack--1">
            <Checkbox checked={remember} onChange={setRemember}>
              {t("shell:remember")}
            </Checkbox>
            <p className="hint">{t("shell:rememberText")}</p>
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** Whether signing asks for no passphrase: the key is open, or the system keeps what opens it. */
export function useCanUnlock(): boolean {
  const { workspace } = useSession();
  const keyStore = useEngine("keystore.state", workspace.unlocked ? null : {});
  return workspace.unlocked || (keyStore.status === "ready" && keyStore.value.remembered);
}

export function useUnlock(): EnsureUnlocked {
  const ensure = useContext(UnlockContext);
  if (ensure === null) throw new Error("no UnlockProvider above");
  return ensure;
}
