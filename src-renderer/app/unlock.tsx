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
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { PassphraseInput } from "../components/passphrase-input.tsx";
import { callEngine } from "./bridge.ts";
import { useT } from "./language.tsx";
import { invalidate } from "./queries.ts";
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
  const ensure = useCallback<EnsureUnlocked>(() => {
    if (workspace.unlocked) return Promise.resolve(true);
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

function UnlockDialog({ onSettled }: { onSettled: (unlocked: boolean) => void }) {
  const t = useT();
  const [passphrase, setPassphrase] = useState("");
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reply = await callEngine("keys.unlock", { passphrase });
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    invalidate("app.info");
    onSettled(true);
  };
  const footer = (
    <>
      <span className="grow" />
      <Button onClick={() => onSettled(false)}>{t("common:cancel")}</Button>
      <Button variant="primary" type="submit" form="unlock" disabled={passphrase === ""}>
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
      </form>
    </Dialog>
  );
}

export function useUnlock(): EnsureUnlocked {
  const ensure = useContext(UnlockContext);
  if (ensure === null) throw new Error("no UnlockProvider above");
  return ensure;
}
