import { useState } from "react";
import { contactDraftSchema, type ContactDraft } from "#shared/checks/draft.ts";
import type { GridView, ItemView } from "#shared/ipc/views.ts";
import { contactItem } from "#shared/plan/item.ts";
import { Button } from "../../components/button.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { saveChanges, showDrafts, type Change } from "../../app/grid-cache.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";
import { ContactCopy } from "./contact-copy.tsx";

const members = ["department", "leader", "person", "phone"] as const;

/** Who answers for the task in this unit: typed once, it stands from period to period until it is changed. */
export function ContactForm({ no, grid }: { readonly no: number; readonly grid: GridView }) {
  const t = useT();
  const tell = useTell();
  const [copying, setCopying] = useState(false);
  const contact = contactOf(grid, no);
  const save = async (changes: readonly Change[]): Promise<void> => {
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
            onSave={(value) => void save([changeOf(grid, no, { [member]: value })])}
          />
        ))}
      </div>
      <div>
        <Button
          size="sm"
          icon="copy"
          aria-haspopup="dialog"
          disabled={grid.locked || Object.keys(contact).length === 0}
          onClick={() => setCopying(true)}
        >
          {t("tasks:copy")}
        </Button>
      </div>
      {copying && (
        <ContactCopy
          no={no}
          contactOf={(task) => contactOf(grid, task)}
          onTake={(tasks) => void save(tasks.map((task) => changeOf(grid, task, contact)))}
          onClose={() => setCopying(false)}
        />
      )}
    </section>
  );
}

const viewOf = (grid: GridView, no: number): ItemView | undefined =>
  grid.items.find(({ item }) => item === contactItem(no));

function contactOf(grid: GridView, no: number): ContactDraft {
  const view = viewOf(grid, no);
  const read = contactDraftSchema.safeParse(view?.draft ?? view?.body ?? {});
  return read.success ? read.data : {};
}

/** What is blank is left out; where nothing was ever reported and nothing is said, there is no draft either. */
function changeOf(grid: GridView, no: number, change: ContactDraft): Change {
  const said = Object.entries({ ...contactOf(grid, no), ...change }).filter(([, value]) => value !== "");
  const body = viewOf(grid, no)?.body ?? null;
  return {
    item: contactItem(no),
    draft: said.length === 0 && body === null ? null : Object.fromEntries(said),
  };
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
