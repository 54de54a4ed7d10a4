import { REASON_LIMIT, TEXT_LIMIT } from "#shared/checks/limits.ts";
import type { TaskDraft } from "#shared/checks/draft.ts";
import { Button } from "../../../components/button.tsx";
import { Checkbox } from "../../../components/checkbox.tsx";
import { useT } from "../../../app/language.tsx";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { Attachments } from "./attachments.tsx";
import { ContactFields, useContact } from "./contact-fields.tsx";
import { taskOf, withMembers } from "../../../app/drafts.ts";
import { useEditing } from "../edits/editing-context.ts";
import { ExtensionFields } from "./extension-fields.tsx";
import { Fold } from "./fold.tsx";
import { canType, useGrid } from "../grid/grid-context.ts";
import { History } from "./history.tsx";
import { LongText } from "./long-text.tsx";
import type { TaskRow } from "../grid/rows.ts";
import type { PanelFocus } from "../use-entry.ts";

type Props = { readonly progress: PeriodProgress; readonly row: TaskRow; readonly focus: PanelFocus };

export function TaskPanel({ progress, row, focus }: Props) {
  const t = useT();
  const { saving } = useEditing();
  const { isLocked } = useGrid();
  const { view } = row;
  const draft = taskOf(view);
  const readOnly = !canType(row, isLocked);
  const set = (change: Partial<TaskDraft>): void =>
    saving.save([{ item: view.item, draft: withMembers(view, draft, change) }]);
  const previous = previousText(row);
  const needsReason =
    draft.status === "not-applicable" || view.state === "warned" || draft.reason !== undefined;
  const contact = useContact(progress, row);
  const { date, reason } = draft.extension ?? {};
  const extensionText = [date, reason].filter(Boolean).join(t("common:listSeparator"));
  return (
    <>
      {needsReason && (
        <LongText
          label={t(draft.status === "not-applicable" ? "entry:notApplicableReason" : "entry:noteNeeded")}
          value={draft.reason ?? ""}
          onSave={(reason) => set({ reason })}
          limit={REASON_LIMIT}
          readOnly={readOnly}
          short
          focus={focus?.at === "note" ? focus : null}
          hint={draft.status === "not-applicable" ? undefined : t("entry:noteHint")}
        />
      )}
      <LongText
        label={t("entry:progress")}
        value={draft.progress ?? ""}
        onSave={(progressText) => set({ progress: progressText })}
        limit={TEXT_LIMIT}
        readOnly={readOnly || draft.noProgress === true}
        focus={focus?.at === "text" ? focus : null}
      />
      <div className="row row--wrap">
        <Checkbox
          checked={draft.noProgress === true}
          disabled={readOnly}
          onChange={(checked) =>
            set(checked ? { noProgress: true, progress: "" } : { noProgress: undefined })
          }
        >
          {t("entry:noProgress")}
        </Checkbox>
        <span className="grow" />
        {previous !== null && !readOnly && (
          <Button
            size="sm"
            variant="quiet"
            icon="prefill"
            title={previous}
            onClick={() => set({ progress: previous, noProgress: undefined })}
          >
            {t("entry:takePrevious")}
          </Button>
        )}
      </div>
      <div className="folds">
        <Fold label={t("entry:problems")} preview={draft.problems}>
          <LongText
            label={t("entry:problems")}
            value={draft.problems ?? ""}
            onSave={(problems) => set({ problems })}
            limit={TEXT_LIMIT}
            readOnly={readOnly}
            short
          />
        </Fold>
        <Fold label={t("entry:next")} preview={draft.next}>
          <LongText
            label={t("entry:next")}
            value={draft.next ?? ""}
            onSave={(next) => set({ next })}
            limit={TEXT_LIMIT}
            readOnly={readOnly}
            short
          />
        </Fold>
        <Fold label={t("answers:task.extension")} preview={extensionText}>
          <ExtensionFields
            extension={draft.extension ?? {}}
            findings={view.findings}
            readOnly={readOnly}
            onSave={(extension) => set({ extension })}
          />
        </Fold>
        <Fold label={t("entry:contact")} preview={contact.preview}>
          <ContactFields contact={contact} />
        </Fold>
      </div>
      <Attachments
        files={draft.evidence ?? []}
        readOnly={readOnly}
        onChange={(evidence) => set({ evidence: evidence.length === 0 ? undefined : [...evidence] })}
      />
      <History view={view} />
    </>
  );
}

function previousText({ view }: TaskRow): string | null {
  const body = view.previous.find((past) => past.body !== null)?.body ?? null;
  return body !== null && "progress" in body && body.progress !== undefined ? body.progress : null;
}
