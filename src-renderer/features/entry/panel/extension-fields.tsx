import type { TaskDraft } from "#shared/checks/draft.ts";
import type { Finding } from "#shared/checks/finding.ts";
import { REASON_LIMIT } from "#shared/checks/limits.ts";
import { readDate } from "#shared/checks/typed.ts";
import { Field, TextInput } from "../../../components/field.tsx";
import { useDescribeFinding } from "../../../app/findings.ts";
import { useT } from "../../../app/language.tsx";
import { LongText } from "./long-text.tsx";

type Extension = NonNullable<TaskDraft["extension"]>;
type Props = {
  readonly extension: Extension;
  readonly findings: readonly Finding[];
  readonly readOnly: boolean;
  /** Undefined: nothing is asked for any more. */
  readonly onSave: (extension: Extension | undefined) => void;
};

/** 延期申请: until when, and why. The office decides on it. */
export function ExtensionFields({ extension, findings, readOnly, onSave }: Props) {
  const t = useT();
  const describe = useDescribeFinding({ here: true });
  const wrong = (member: keyof Extension): string | undefined => {
    const found = findings.find(({ input }) => input === `extension.${member}`);
    return found && describe(found);
  };
  const set = (change: Extension): void => {
    const { date = "", reason = "" } = { ...extension, ...change };
    onSave(date === "" && reason === "" ? undefined : { ...(date && { date }), ...(reason && { reason }) });
  };
  return (
    <div className="stack">
      <Field label={t("entry:extensionDate")} hint={t("entry:extensionHint")} error={wrong("date")}>
        {(ids) => (
          <TextInput
            {...ids}
            size="sm"
            type="date"
            disabled={readOnly}
            value={readDate(extension.date ?? "") ?? ""}
            onChange={(event) => set({ date: event.target.value })}
          />
        )}
      </Field>
      <LongText
        label={t("entry:extensionReason")}
        value={extension.reason ?? ""}
        onSave={(reason) => set({ reason })}
        limit={REASON_LIMIT}
        readOnly={readOnly}
        hint={wrong("reason")}
        short
      />
    </div>
  );
}
