import type { ContactDraft } from "#shared/checks/draft.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { Period } from "#shared/plan/ids.ts";
import { contactItem } from "#shared/plan/item.ts";
import { Field } from "../../../components/field.tsx";
import { SavedInput } from "../../../components/saved-input.tsx";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { usePlaceWord } from "../../../app/place-word.ts";
import { contactOf, withMembers } from "../../../app/drafts.ts";
import { useEditing } from "../edits/editing-context.ts";
import type { TaskRow } from "../grid/rows.ts";

const members = ["department", "leader", "person", "phone"] as const;

export type Contact = {
  readonly draft: ContactDraft;
  readonly preview: string;
  /** The period it stands from, where that is not this one. */
  readonly from: Period | null;
  readonly set: (change: Partial<ContactDraft>) => void;
};

/** Who answers for the task in this unit; stands from period to period until it is changed. */
export function useContact(progress: PeriodProgress, row: TaskRow): Contact {
  const t = useT();
  const { saving } = useEditing();
  const item = contactItem(row.asked.task.no);
  const found = progress.grid.items.find((each) => each.item === item);
  const view: Pick<ItemView, "draft" | "body"> = found ?? { draft: null, body: null };
  const draft = contactOf(view);
  return {
    draft,
    from: found?.carried?.from ?? null,
    preview: members.flatMap((member) => draft[member] || []).join(t("common:listSeparator")),
    set: (change) => saving.save([{ item, draft: withMembers(view, draft, change) }]),
  };
}

export function ContactFields({ contact }: { contact: Contact }) {
  const t = useT();
  const formats = useFormats();
  const place = usePlaceWord();
  return (
    <div className="stack">
      {contact.from !== null && (
        <p className="hint">{t("carried:contact", { period: formats.period(contact.from) })}</p>
      )}
      {members.map((member) => (
        <Field key={member} label={t(`entry:${member}`, { place })}>
          {(ids) => (
            <SavedInput
              {...ids}
              value={contact.draft[member] ?? ""}
              onSave={(value) => contact.set({ [member]: value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
