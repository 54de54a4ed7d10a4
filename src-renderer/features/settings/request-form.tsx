import { useState, type FormEvent } from "react";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { Field, TextInput } from "../../components/field.tsx";
import { Written } from "../../components/written.tsx";

/** This computer asks the office to enrol it, for the first time or again. */
export function RequestForm({ again }: { again: boolean }) {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const choose = useChoose();
  const { workspace } = useSession();
  const [officer, setOfficer] = useState(workspace.name);
  const [file, setFile] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const [dir] = await choose("folder");
    if (dir === undefined || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("enrol.request", { officer: officer.trim(), dir });
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    setFile(reply.value.file);
    invalidate("app.info");
  };
  return (
    <form className="settings-form" onSubmit={(event) => void submit(event)}>
      <Field
        label={t("settings:officerName")}
        required
        hint={t(again ? "settings:requestAgainText" : "settings:requestText")}
      >
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={60}
            value={officer}
            onChange={(event) => setOfficer(event.target.value)}
          />
        )}
      </Field>
      {file !== null && <Written title={t("settings:requestDone")} file={file} />}
      <div>
        <Button
          type="submit"
          variant={again ? "normal" : "primary"}
          icon="send"
          busy={busy}
          disabled={officer.trim() === ""}
        >
          {t(again ? "settings:requestAgain" : "settings:requestDo")}
        </Button>
      </div>
    </form>
  );
}
