import { useState } from "react";
import { readHolidayLines } from "#shared/plan/holiday-lines.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Field, TextArea } from "../../components/field.tsx";
import { usePlanEdits } from "./edits-store.ts";

/** 节假日表: days off and days worked instead, typed or pasted one a line. */
export function HolidaysCard() {
  const t = useT();
  const formats = useFormats();
  const { draft, put } = usePlanEdits();
  const [text, setText] = useState("");
  const { days, problems } = readHolidayLines(text);
  const add = (): void => {
    put(...days.map(({ date, day }) => ({ kind: "holiday" as const, date, day })));
    setText("");
  };
  const error = problems
    .slice(0, 3)
    .map(({ line, text: said, code }) => t(`planEdit:holiday_${code}`, { line, text: said }))
    .join("");
  return (
    <Card title={t("plan:holidays")} aside={<span className="hint">{t("planEdit:holidaysText")}</span>}>
      <div className="card__body stack stack--3">
        {draft.calendar.holidays.length === 0 ? (
          <p className="muted t-13">{t("plan:holidaysNone")}</p>
        ) : (
          <div className="plan-days">
            {draft.calendar.holidays.map(({ date, kind }) => {
              const words = `${formats.fullDay(date)} ${t(`planNews:day_${kind}`)}`;
              return (
                <span key={date} className="plan-chip">
                  {words}
                  <IconButton
                    small
                    icon="x"
                    label={t("planEdit:takeAway", { what: words })}
                    onClick={() => put({ kind: "holiday", date, day: null })}
                  />
                </span>
              );
            })}
          </div>
        )}
        <Field
          label={t("planEdit:holidayLines")}
          hint={t("planEdit:holidayHint")}
          error={error === "" ? undefined : error}
        >
          {(ids) => (
            <TextArea
              {...ids}
              rows={4}
              value={text}
              invalid={problems.length > 0}
              placeholder={t("planEdit:holidaySample")}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div>
          <Button icon="plus" disabled={days.length === 0 || problems.length > 0} onClick={add}>
            {t("planEdit:addDays", { count: days.length })}
          </Button>
        </div>
      </div>
    </Card>
  );
}
