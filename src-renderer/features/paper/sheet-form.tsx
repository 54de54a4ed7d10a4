import { isCitySheet, type Sheet } from "#shared/paper/sheets.ts";
import { periodsOf } from "#shared/plan/calendar.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { ChoiceCards } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { Select } from "../../components/select.tsx";
import { LetterFields } from "./letter-fields.tsx";

export type SheetChoice = { readonly sheet: Sheet; readonly unit: string; readonly blank: boolean };

/** Whether the sheet speaks of a period; a blank one leaves it to be written in. */
export const isOfPeriod = ({ sheet, blank }: SheetChoice): boolean =>
  sheet !== "task-sheet" && !(sheet === "progress-sheet" && blank);

type Props = {
  readonly choice: SheetChoice;
  readonly sheets: readonly Sheet[];
  /** Units that a reminder goes to, once they are known. */
  readonly toRemind: readonly string[] | null;
  readonly onChange: (choice: SheetChoice) => void;
  /** What the letters say was changed. */
  readonly onLetter: () => void;
};

/** Which sheet, for whom, of when, and whether filled in or blank for handwriting. */
export function SheetForm({ choice, sheets, toRemind, onChange, onLetter }: Props) {
  const t = useT();
  const formats = useFormats();
  const { plan, period, setPeriod, workspace } = useSession();
  const { sheet, unit, blank } = choice;
  const isAsked = (key: string): boolean =>
    sheet !== "reminder" || toRemind === null || toRemind.includes(key) || toRemind.length === 0;
  const units = reportingUnits(plan, period)
    .filter(({ key }) => isAsked(key))
    .map(({ key, name }) => ({ value: key as string, label: name }));
  const hasContent = sheet === "progress-sheet";
  return (
    <div className="paper-form">
      {workspace.role === "office" && !isCitySheet(sheet) && (
        <Field label={t("paper:unit")}>
          {(ids) => (
            <Select
              {...ids}
              options={units}
              value={unit}
              onChange={(next) => onChange({ ...choice, unit: next })}
            />
          )}
        </Field>
      )}
      {isOfPeriod(choice) && (
        <Field label={t("paper:period")}>
          {(ids) => (
            <Select
              {...ids}
              options={periodsOf(plan).map((value) => ({ value, label: formats.period(value) }))}
              value={period}
              onChange={setPeriod}
            />
          )}
        </Field>
      )}
      {sheet === "reminder" && <LetterFields onSaved={onLetter} />}
      <section className="stack">
        <h2 className="subh">{t("paper:sheet")}</h2>
        <ChoiceCards
          label={t("paper:sheet")}
          className="stack paper-sheets"
          value={sheet}
          choices={sheets.map((name) => ({
            value: name,
            title: t(`paper:sheet.${name}`),
            // Of the chosen one alone, so that the whole list is in sight.
            ...(name === sheet && { text: t(`paper:sheetText.${name}`) }),
          }))}
          onChange={(next) => onChange({ ...choice, sheet: next })}
        />
      </section>
      {hasContent && (
        <section className="stack">
          <h2 className="subh">{t("paper:content")}</h2>
          <ChoiceCards
            label={t("paper:content")}
            className="stack"
            value={blank ? "blank" : "filled"}
            choices={[
              { value: "filled", title: t("paper:filled"), text: t("paper:filledText") },
              { value: "blank", title: t("paper:blank"), text: t("paper:blankText") },
            ]}
            onChange={(next) => onChange({ ...choice, blank: next === "blank" })}
          />
        </section>
      )}
    </div>
  );
}
