import { useState, type FormEvent } from "react";
import { Field, TextInput } from "../../components/field.tsx";
import { isPassphraseReady, NewPassphraseFields } from "../../components/new-passphrase.tsx";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";
import { CreateBar } from "./create-bar.tsx";
import { Question } from "./question.tsx";
import { useFolder } from "./use-folder.ts";

/** The office's second and third question. */
export function OfficeForm({ workspacesDir, onCreated }: { workspacesDir: string; onCreated: () => void }) {
  const t = useT();
  const tell = useTell();
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState({ first: "", second: "" });
  const [busy, setBusy] = useState(false);
  const { dir, choose } = useFolder(workspacesDir, name);
  const isNamed = name.trim() !== "";
  const ready = isNamed && isPassphraseReady(passphrase);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    const input = { role: "office", dir, name, passphrase: passphrase.first } as const;
    const reply = await callEngine("workspace.create", input);
    setBusy(false);
    if (reply.ok) onCreated();
    else tell.failed(reply.error);
  };
  return (
    <form className="start__rest" onSubmit={(event) => void create(event)}>
      <Question no={2} title={t("firstStart:officeTitle")} done={isNamed}>
        <Field label={t("firstStart:officeName")}>
          {(ids) => (
            <TextInput
              {...ids}
              size="lg"
              maxLength={60}
              placeholder={t("firstStart:officePlaceholder")}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </Question>
      <Question no={3} title={t("firstStart:passphraseTitle")} done={isPassphraseReady(passphrase)}>
        <NewPassphraseFields value={passphrase} onChange={setPassphrase} size="lg" />
      </Question>
      <CreateBar dir={dir} onChoose={() => void choose()} ready={ready} busy={busy} />
    </form>
  );
}
