import { Fragment, useId } from "react";
import type { Translate } from "#shared/i18n/words.ts";
import { isoDateSchema, type DecimalString } from "#shared/plan/ids.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";
import { useT } from "../../app/language.tsx";
import { Icon } from "../../components/icon.tsx";
import { TextArea, TextInput } from "../../components/field.tsx";
import { usePlanEdits, type Read } from "./edits-store.ts";

/** What a text says: a value, null for nothing, or the sentence that says why not. */
export type Said<T> = { readonly value: T } | { readonly problem: string };

export function figureIn(t: Translate, text: string): Said<DecimalString | null> {
  if (text.trim() === "") return { value: null };
  const read = normalizeDecimal(text);
  return read.ok ? { value: read.value } : { problem: t("planEdit:notAFigure") };
}

export function positiveIn(t: Translate, text: string): Said<DecimalString | null> {
  const said = figureIn(t, text);
  return "value" in said && said.value?.startsWith("-") === true ? { problem: t("planEdit:negative") } : said;
}

export function dateIn(t: Translate, text: string): Said<string | null> {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return { value: null };
  const [, year, month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(typed) ?? [];
  const date = isoDateSchema.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date.success ? { value: date.data } : { problem: t("planEdit:notADate") };
}

export function wholeIn(t: Translate, text: string, [least, most]: readonly [number, number]): Said<number> {
  const typed = text.normalize("NFKC").trim();
  const value = /^\d{1,4}$/.test(typed) ? Number(typed) : NaN;
  return value >= least && value <= most ? { value } : { problem: t("planEdit:notWhole", { least, most }) };
}

export const problemOf = (said: Said<unknown>): string | undefined =>
  "problem" in said ? said.problem : undefined;

type Props = {
  /** Where its edit strikes. */
  readonly address: string;
  /** What the plan says now, one text per field. */
  readonly stands: readonly string[];
  readonly labels: readonly string[];
  /** Before and after the fields: words, units. */
  readonly around?: readonly (string | null)[];
  readonly placeholder?: string;
  readonly long?: boolean;
  readonly width?: "figure" | "date" | "small" | "wide";
  readonly read: (texts: readonly string[]) => Read;
};

/** Fields that together are one edit. A wrong text keeps its place, with its sentence under it. */
export function TypedFields({
  address,
  stands,
  labels,
  around = [],
  placeholder,
  long = false,
  width = "figure",
  read,
}: Props) {
  const { entryAt, type } = usePlanEdits();
  const id = useId();
  const entry = entryAt(address);
  const texts = entry?.typed.length === stands.length ? entry.typed : stands;
  const problems = (entry?.problems ?? []).filter((problem) => problem !== undefined);
  const change = (at: number, text: string): void => {
    const typed = texts.map((each, index) => (index === at ? text : each));
    type(address, typed, read(typed));
  };
  const isChanged = entry !== undefined && entry.edit !== null;
  return (
    <div className={`plan-typed plan-typed--${width}${isChanged ? " is-changed" : ""}`}>
      <div className="plan-typed__line">
        {labels.map((label, index) => {
          const isWrong = entry?.problems[index] !== undefined;
          const props = {
            "aria-label": label,
            ...(problems.length > 0 && { "aria-describedby": id }),
            value: texts[index] ?? "",
            invalid: isWrong,
            placeholder,
          };
          return (
            <Fragment key={label}>
              <Word text={around[index]} />
              {long ? (
                <TextArea {...props} rows={3} onChange={({ target }) => change(index, target.value)} />
              ) : (
                <TextInput {...props} size="sm" onChange={({ target }) => change(index, target.value)} />
              )}
            </Fragment>
          );
        })}
        <Word text={around[labels.length]} />
      </div>
      {problems.length > 0 && (
        <p id={id} className="hint hint--bad">
          <Icon name="st-invalid" size={14} />
          <span>{[...new Set(problems)].join("")}</span>
        </p>
      )}
    </div>
  );
}

const Word = ({ text }: { text: string | null | undefined }) =>
  text === null || text === undefined ? null : <span className="plan-typed__word">{text}</span>;

/** One figure that may be left out. */
export function FigureField({
  address,
  label,
  stands,
  unit,
  positive = false,
  edit,
}: {
  readonly address: string;
  readonly label: string;
  readonly stands: string | undefined;
  readonly unit?: string;
  readonly positive?: boolean;
  readonly edit: (value: DecimalString | null) => Read;
}) {
  const t = useT();
  return (
    <TypedFields
      address={address}
      labels={[label]}
      stands={[stands ?? ""]}
      placeholder={t("plan:unset")}
      around={unit === undefined ? [] : [null, unit]}
      read={([text = ""]) => {
        const said = positive ? positiveIn(t, text) : figureIn(t, text);
        return "problem" in said ? { problems: [said.problem] } : edit(said.value);
      }}
    />
  );
}
