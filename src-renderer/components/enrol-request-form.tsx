import { useState, type FormEvent, type ReactNode } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { invalidate } from "../app/queries.ts";
import { useSession } from "../app/session.tsx";
import { useUnlock } from "../app/unlock.tsx";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { useChoose } from "./choose.ts";
import { Field, TextInput } from "./field.tsx";

type Props = {
  readonly className: string;
  /** Words of the field and of the button. */
  readonly label: string;
  readonly hint?: string;
  readonly action: string;
  /** Asked before: then it is not what this page is for. */
  readonly again: boolean;
  readonly onWritten: (file: string) => void;
  /** Above the button. */
  readonly children?: ReactNode;
};

/** Asks the office to enrol this computer: a file for the stick or the mail. */
export function EnrolRequestForm({ className, label, hint, action, again, onWritten, children }: Props) {
  const t = useT();
  const unlock = useUnlock();
  const choose = useChoose();
  const { workspace } = useSession();
  const [officer, setOfficer] = useState(workspace.name);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isReady = officer.trim() !== "" && !busy;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    const [dir] = await choose("folder");
    if (dir === undefined || !(await unlock())) return;
    setBusy(true);
    setError(null);
    const reply = await callEngine("enrol.request", { officer: officer.trim(), dir });
    setBusy(false);
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    onWritten(reply.value.file);
    invalidate("app.info");
  };
  return (
    <form className={className} onSubmit={(event) => void submit(event)}>
      <Field label={label} required {...(hint !== undefined && { hint })}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={60}
            value={officer}
            onChange={(event) => setOfficer(event.target.value)}
          />
        )}
      </Field>
      {error !== null && <Banner kind="invalid">{error}</Banner>}
      {children}
      <div>
        <Button
          type="submit"
          variant={again ? "normal" : "primary"}
          icon="send"
          busy={busy}
          disabled={!isReady}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}
