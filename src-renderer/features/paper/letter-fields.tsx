import type { ReminderLetter } from "#shared/paper/reminder-letter.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { updateQuery, useEngine } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Field } from "../../components/field.tsx";
import { SavedInput } from "../../components/saved-input.tsx";
import { Select } from "../../components/select.tsx";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** What every 催报单 says: whom to ask, and until when to answer. Kept on this PC. */
export function LetterFields({ onSaved }: { onSaved: () => void }) {
  const t = useT();
  const tell = useTell();
  const letter = useEngine("paper.letter", {});
  if (letter.status !== "ready") return null;
  const { contact, phone, day, hour } = letter.value;
  const save = async (change: Partial<ReminderLetter>): Promise<void> => {
    const reply = await callEngine("paper.putLetter", { ...letter.value, ...change });
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    updateQuery("paper.letter", {}, () => reply.value);
    onSaved();
  };
  return (
    <section className="stack stack--3">
      <div className="paper-form__pair">
        <Field label={t("paper:contact")}>
          {(ids) => <SavedInput {...ids} value={contact} onSave={(next) => void save({ contact: next })} />}
        </Field>
        <Field label={t("paper:phone")}>
          {(ids) => <SavedInput {...ids} value={phone} onSave={(next) => void save({ phone: next })} />}
        </Field>
      </div>
      <div className="paper-form__pair">
        <Field label={t("paper:replyDay")}>
          {(ids) => (
            <SavedInput
              {...ids}
              type="date"
              value={day}
              onSave={(next) => void (next !== "" && save({ day: next }))}
            />
          )}
        </Field>
        <Field label={t("paper:replyHour")}>
          {(ids) => (
            <Select
              {...ids}
              size="sm"
              options={HOURS.map((each) => ({
                value: String(each),
                label: t("paper:hour", { hour: each }),
              }))}
              value={String(hour)}
              onChange={(next) => void save({ hour: Number(next) })}
            />
          )}
        </Field>
      </div>
      <p className="hint">{t("paper:letterText")}</p>
    </section>
  );
}
