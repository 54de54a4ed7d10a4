import { useState, type FormEvent } from "react";
import { Field, TextInput } from "../../components/field.tsx";
import { isPassphraseReady, NewPassphraseFields } from "../../components/new-passphrase.tsx";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";
import { CreateBar } from "./create-bar.tsx";
import { OfficeQuestion, type OfficeWay } from "./office-question.tsx";
import { usePlanSource } from "./plan-source.ts";
import { Question } from "./question.tsx";
import { useFolder } from "./use-folder.ts";

type Props = {
  readonly way: OfficeWay;
  readonly onWay: (way: OfficeWay) => void;
  readonly workspacesDir: string;
  readonly onCreated: () => void;
};

/** The office's second and third question. */
export function OfficeForm({ way, onWay, workspacesDir, onCreated }: Props) {
  const t = useT();
  const tell = useTell();
  const { source, compared, setCompared, chooseBundle } = usePlanSource();
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState({ first: "", second: "" });
  const [busy, setBusy] = useState(false);
  const { dir, choose } = useFolder(workspacesDir, name);
  const from =
    way === "join" && compared && source?.file != null && source.fingerprint !== null
      ? { file: source.file, fingerprint: source.fingerprint }
      : null;
  const isNamed = name.trim() !== "";
  const ready = isNamed && isPassphraseReady(passphrase) && (way === "found" || from !== null);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    const input = { role: "office", dir, name, passphrase: passphrase.first } as const;
    const reply = await callEngine("workspace.create", { ...input, ...(from && { from }) });
    setBusy(false);
    if (reply.ok) onCreated();
    else tell.failed(reply.error);
  };
  return (
    <form className="start__rest" onSubmit={(event) => void create(event)}>
      <OfficeQuestion
        way={way}
        source={source}
        compared={compared}
        onWay={(next) => {
          onWay(next);
          if (next === "join" && source === null) void chooseBundle();
        }}
        onChoose={() => void chooseBundle()}
        onCompared={setCompared}
      />
      <Question no={3} title={t("firstStart:officeTitle")} done={isNamed && isPassphraseReady(passphrase)}>
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
        <NewPassphraseFields
          className="two office-passphrase"
          value={passphrase}
          onChange={setPassphrase}
          size="lg"
        />
      </Question>
      <CreateBar dir={dir} onChoose={() => void choose()} ready={ready} busy={busy} />
    </form>
  );
}
