import { useState } from "react";
import { readDate } from "#shared/checks/typed.ts";
import type { Finding } from "#shared/checks/finding.ts";
import type { RegisterField } from "#shared/plan/schema.ts";
import { isCountyLike } from "#shared/plan/units.ts";
import { RadioLine } from "../../components/choice.tsx";
import { Field, TextArea, TextInput } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import { useDescribeFinding } from "../../app/findings.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";

const FEW = 3;

type Props = {
  readonly field: RegisterField;
  readonly value: string;
  readonly finding: Finding | undefined;
  readonly readOnly: boolean;
  readonly onSave: (value: string) => void;
};

/** Chosen fields save when chosen, typed ones when left; what is no date or no number stays as typed. */
export function RowFieldInput({ field, value, finding, readOnly, onSave }: Props) {
  const t = useT();
  const { plan } = useSession();
  const describe = useDescribeFinding();
  const options = optionsOf(plan, field);
  const hint = field.confidential === true ? t("registers:confidential") : undefined;
  return (
    <Field
      label={
        field.unit === undefined ? field.name : `${field.name}${t("common:inBrackets", { text: field.unit })}`
      }
      required={field.required}
      error={finding === undefined ? undefined : describe(finding)}
      hint={hint}
    >
      {(ids) => {
        if (options === null)
          return <Typed {...ids} field={field} value={value} readOnly={readOnly} onSave={onSave} />;
        const chosen = options.some((option) => option.value === value) ? value : null;
        return options.length <= FEW ? (
          <RadioLine
            label={field.name}
            disabled={readOnly}
            value={chosen}
            onChange={onSave}
            choices={options.map((option) => ({ value: option.value, title: option.label }))}
          />
        ) : (
          <Select
            {...ids}
            disabled={readOnly}
            placeholder={t("registers:choose")}
            value={chosen}
            onChange={onSave}
            options={options}
          />
        );
      }}
    </Field>
  );
}

type TypedProps = Omit<Props, "finding"> & { readonly id: string };

function Typed({ id, field, value, readOnly, onSave }: TypedProps) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const settle = (): void => {
    const next = text?.trim();
    if (next !== undefined && next !== value) onSave(field.kind === "date" ? (readDate(next) ?? next) : next);
    setText(null);
  };
  const common = { id, readOnly, value: text ?? value, onBlur: settle };
  if (field.kind === "long-text") {
    return <TextArea {...common} maxLength={2000} onChange={(event) => setText(event.target.value)} />;
  }
  const placeholder =
    field.kind === "date"
      ? t("registers:datePlaceholder")
      : field.kind === "year"
        ? t("registers:yearPlaceholder")
        : undefined;
  return (
    <TextInput
      {...common}
      placeholder={placeholder}
      inputMode={
        field.kind === "amount" || field.kind === "count" || field.kind === "year" ? "decimal" : "text"
      }
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) settle();
      }}
    />
  );
}

type Plan = ReturnType<typeof useSession>["plan"];

function optionsOf(plan: Plan, field: RegisterField): readonly { value: string; label: string }[] | null {
  switch (field.kind) {
    case "choice":
      return (field.options ?? []).map(({ id, name }) => ({ value: id, label: name }));
    case "chain":
      return plan.chains.map(({ id, name }) => ({ value: id, label: name }));
    case "county":
      return plan.units.filter(isCountyLike).map(({ key, name }) => ({ value: key, label: name }));
    default:
      return null;
  }
}
