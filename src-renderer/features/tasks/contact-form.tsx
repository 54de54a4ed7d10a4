import { useState } from "react";
import { contactDraftSchema, type ContactDraft } from "#shared/checks/draft.ts";
import type { GridView } from "#shared/ipc/views.ts";
import { contactItem } from "#shared/plan/item.ts";
import { Field, TextInput } from "../../components/field.tsx";
import { saveChanges, showDrafts, type Change } from "../../app/grid-cache.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";

const members = ["department", "leader", "person", "phone"] as const;

/** Who answers for the task in this unit: typed once, it stands from period to period until it is changed. */
export function ContactForm({ no, grid }: { readonly no: number; readonly grid: GridView }) {
  const t = useT();
  const tell = useTell();
  const item = contactItem(no);
  const view = grid.items.find((each) => each.item === item);
  const read = contactDraftSchema.safeParse(view?.draft ?? view?.body ?? {});
  const contact: ContactDraft = read.success ? read.data : {};
  const save = async (change: ContactDraft): Promise<void> => {
    const said = Object.entries({ ...contact, ...change }).filter(([, value]) => value !== "");
    const isBlank = said.length === 0 && (view === undefined || view.body === null);
    const changes: readonly Change[] = [{ item, draft: isBlank ? null : Object.fromEntries(said) }];
    showDrafts(grid.period, changes);
    const error = await saveChanges(grid.period, changes);
    if (error !== null) tell.failed(error);
  };
  return (
    <section className="stack">
      <div>
        <h3 className="label">{t("tasks:contact")}</h3>
        <p className="hint">{t("tasks:contactHint")}</p>
      </div>
      <div className="tasks__contact">
        {members.map((member) => (
          <Member
            key={member}
            label={t(`answers:contact.${member}`)}
            value={contact[member] ?? ""}
            readOnly={grid.locked}
            onSave={(value) => void save({ [member]: value })}
          />
        ))}
      </div>
    </section>
  );
}

type MemberProps = {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onSave: (value: string) => void;
};

/** Saves when it is left or Enter is pressed. */
function Member({ label, value, readOnly, onSave }: MemberProps) {
  const [text, setText] = useState<string | null>(null);
  const settle = (): void => {
    const next = text?.trim();
    if (next !== undefined && next !== value) onSave(next);
    setText(null);
  };
  return (
    <Field label={label}>
      {(ids) => (
        <TextInput
          {...ids}
          size="sm"
          maxLength={200}
          readOnly={readOnly}
          value={text ?? value}
          onChange={(event) => setText(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) settle();
          }}
        />
      )}
    </Field>
  );
}
