import { useState } from "react";
import type { RowDraft } from "#shared/checks/draft.ts";
import { readDate } from "#shared/checks/typed.ts";
import { RadioLine } from "../../components/choice.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { useT } from "../../app/language.tsx";

type Props = { readonly row: RowDraft; readonly readOnly: boolean; readonly onSave: (row: RowDraft) => void };

/** 退出 closes a row from a day on; 撤销 uncounts it throughout, because it was entered in error. */
export function RowState({ row, readOnly, onSave }: Props) {
  const t = useT();
  const state = row.state ?? "in-force";
  return (
    <>
      <Field label={t("registers:rowState")}>
        {() => (
          <RadioLine
            label={t("registers:rowState")}
            disabled={readOnly}
            value={state}
            onChange={(next) => {
              const { date: _date, reason: _reason, ...rest } = row;
              onSave(next === "in-force" ? { ...rest, state: next } : { ...row, state: next });
            }}
            choices={[
              { value: "in-force", title: t("registers:inForce") },
              { value: "ended", title: t("registers:ended") },
              { value: "withdrawn", title: t("registers:withdrawn") },
            ]}
          />
        )}
      </Field>
      {state === "ended" && (
        <LeftInput
          label={t("registers:endDate")}
          placeholder={t("registers:datePlaceholder")}
          value={row.date ?? ""}
          readOnly={readOnly}
          onSave={(date) => onSave({ ...row, date: readDate(date) ?? date })}
        />
      )}
      {state !== "in-force" && (
        <LeftInput
          label={t(state === "ended" ? "registers:endReason" : "registers:withdrawReason")}
          value={row.reason ?? ""}
          readOnly={readOnly}
          onSave={(reason) => onSave({ ...row, reason })}
        />
      )}
    </>
  );
}

type InputProps = {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onSave: (value: string) => void;
};

function LeftInput({ label, placeholder, value, readOnly, onSave }: InputProps) {
  const [text, setText] = useState<string | null>(null);
  return (
    <Field label={label} required>
      {(ids) => (
        <TextInput
          {...ids}
          placeholder={placeholder}
          readOnly={readOnly}
          value={text ?? value}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (text !== null && text !== value) onSave(text.trim());
            setText(null);
          }}
        />
      )}
    </Field>
  );
}
