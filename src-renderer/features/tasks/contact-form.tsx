import { useState } from "react";
import type { ContactDraft } from "#shared/checks/draft.ts";
import type { GridView, ItemView } from "#shared/ipc/views.ts";
import { contactItem } from "#shared/plan/item.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { SavedInput } from "../../components/saved-input.tsx";
import { contactOf, withMembers } from "../../app/drafts.ts";
import { saveChanges, showDrafts, type Change } from "../../app/grid-cache.ts";
import { useT } from "../../app/language.tsx";
import { usePlaceWord } from "../../app/place-word.ts";
import { useTell } from "../../app/toasts.tsx";
import { ContactCopy } from "./contact-copy.tsx";

const members = ["department", "leader", "person", "phone"] as const;

/** Who answers for the task in this unit: typed once, it stands from period to period until it is changed. */
export function ContactForm({ no, grid }: { readonly no: number; readonly grid: GridView }) {
  const t = useT();
  const tell = useTell();
  const place = usePlaceWord();
  const [copying, setCopying] = useState(false);
  const contact = contactOf(viewOf(grid, no));
  const save = async (changes: readonly Change[]): Promise<void> => {
    showDrafts(grid.period, changes);
    const error = await saveChanges(grid.period, changes);
    if (error !== null) tell.failed(error);
  };
  return (
    <section className="stack">
      <div>
        <h3 className="label">{t("tasks:contact", { place })}</h3>
        <p className="hint">{t("tasks:contactHint")}</p>
      </div>
      <div className="tasks__contact">
        {members.map((member) => (
          <Field key={member} label={t(`answers:contact.${member}`)}>
            {(ids) => (
              <SavedInput
                {...ids}
                value={contact[member] ?? ""}
                readOnly={grid.locked}
                onSave={(value) => void save([changeOf(grid, no, { [member]: value })])}
              />
            )}
          </Field>
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
          contactOf={(task) => contactOf(viewOf(grid, task))}
          onTake={(tasks) => void save(tasks.map((task) => changeOf(grid, task, contact)))}
          onClose={() => setCopying(false)}
        />
      )}
    </section>
  );
}

const NONE = { draft: null, body: null };

const viewOf = (grid: GridView, no: number): Pick<ItemView, "draft" | "body"> =>
  grid.items.find(({ item }) => item === contactItem(no)) ?? NONE;

function changeOf(grid: GridView, no: number, change: ContactDraft): Change {
  const view = viewOf(grid, no);
  return { item: contactItem(no), draft: withMembers(view, contactOf(view), change) };
}
