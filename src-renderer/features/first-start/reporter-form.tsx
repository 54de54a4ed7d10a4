import { useState, type FormEvent } from "react";
import type { UnitKey } from "#shared/plan/ids.ts";
import { Field, TextInput } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";
import { CreateBar } from "./create-bar.tsx";
import { PlanQuestion } from "./plan-question.tsx";
import { usePlanSource } from "./plan-source.ts";
import { Question } from "./question.tsx";
import { useFolder } from "./use-folder.ts";

/** A county's second and third question. */
export function ReporterForm({ workspacesDir, onCreated }: { workspacesDir: string; onCreated: () => void }) {
  const t = useT();
  const tell = useTell();
  const { source, compared, setCompared, chooseBundle, takeBuiltIn } = usePlanSource();
  const [unit, setUnit] = useState<UnitKey | null>(null);
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const units = source?.units ?? [];
  const { dir, choose } = useFolder(workspacesDir, units.find(({ key }) => key === unit)?.name ?? "");
  const isPlanSettled = source !== null && (source.file === null || compared);
  const ready = isPlanSettled && unit !== null && name.trim() !== "";
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    const from =
      source.file === null || source.fingerprint === null
        ? {}
        : { from: { file: source.file, fingerprint: source.fingerprint } };
    const reply = await callEngine("workspace.create", { role: "reporter", dir, unit, name, ...from });
    setBusy(false);
    if (reply.ok) onCreated();
    else tell.failed(reply.error);
  };
  return (
    <form className="start__rest" onSubmit={(event) => void create(event)}>
      <PlanQuestion
        source={source}
        compared={compared}
        onBundle={() => void chooseBundle()}
        onBuiltIn={() => void takeBuiltIn()}
        onCompared={setCompared}
      />
      {isPlanSettled && (
        <Question no={3} title={t("firstStart:personTitle")} done={unit !== null && name.trim() !== ""}>
          <div className="two">
            <Field label={t("firstStart:unit")} hint={t("firstStart:nameHint")}>
              {(ids) => (
                <Select
                  {...ids}
                  size="lg"
                  label={t("firstStart:unit")}
                  placeholder={t("firstStart:unitChoose")}
                  value={unit}
                  onChange={setUnit}
                  options={units.map(({ key, name: label, on }) => ({
                    value: key,
                    label,
                    aux: on ? key : t("firstStart:unitOff"),
                  }))}
                />
              )}
            </Field>
            <Field label={t("firstStart:name")}>
              {(ids) => (
                <TextInput
                  {...ids}
                  size="lg"
                  maxLength={60}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
          </div>
        </Question>
      )}
      <CreateBar dir={dir} onChoose={() => void choose()} ready={ready} busy={busy} />
    </form>
  );
}
