import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { Field, TextInput } from "../../components/field.tsx";

type Props = { readonly again: boolean; readonly onWritten: (file: string) => void };

/** Asks the office to enrol this laptop: a file for the stick or the mail. */
export function EnrolRequest({ again, onWritten }: Props) {
  const t = useT();
  const unlock = useUnlock();
  const choose = useChoose();
  const { workspace } = useSession();
  const [officer, setOfficer] = useState(workspace.name);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || officer.trim() === "") return;
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
    <form className="stack stack--3 enrol-form" onSubmit={(event) => void submit(event)}>
      <Field label={t("submission:enrol.officer")} required>
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
      <div>
        <Button
          type="submit"
          variant={again ? "normal" : "primary"}
          icon="send"
          busy={busy}
          disabled={officer.trim() === ""}
        >
          {t(again ? "submission:enrol.requestAgain" : "submission:enrol.requestDo")}
        </Button>
      </div>
    </form>
  );
}
