import type { Schedule } from "#shared/plan/schema.ts";
import { useT } from "../../app/language.tsx";
import { Card } from "../../components/card.tsx";
import { Select } from "../../components/select.tsx";
import { BasisTag } from "./basis-tag.tsx";
import { usePlanEdits } from "./edits-store.ts";
import { HolidaysCard } from "./holidays-card.tsx";
import { scheduledItems } from "./open-matters.ts";
import { dateIn, problemOf, TypedFields, wholeIn } from "./typed-fields.tsx";

/** 期限与节假日: when items are due, which days do not count, and when tasks end. */
export function DeadlinesView() {
  const t = useT();
  const { plan } = usePlanEdits();
  return (
    <div className="plan-halves">
      <div className="stack stack--4">
        <Card
          title={t("planEdit:schedules")}
          aside={<span className="hint">{t("planEdit:schedulesText")}</span>}
        >
          <ul className="plan-rows">
            {plan.calendar.schedules.map((schedule) => (
              <ScheduleRow key={schedule.id} schedule={schedule} />
            ))}
          </ul>
        </Card>
        <HolidaysCard />
      </div>
      <TaskDatesCard />
    </div>
  );
}

function ScheduleRow({ schedule }: { schedule: Schedule }) {
  const t = useT();
  const { plan, draft, put } = usePlanEdits();
  const { id } = schedule;
  const now = draft.calendar.schedules.find((each) => each.id === id) ?? schedule;
  const items = scheduledItems(plan, schedule, t);
  return (
    <li>
      <div className="plan-line">
        <span>{items}</span>
        <BasisTag basis={now.basis} />
      </div>
      <div className="plan-due">
        <Select
          size="sm"
          label={t("planEdit:frequencyOf", { items })}
          value={now.frequency}
          options={[
            { value: "month", label: t("plan:frequency.month") },
            { value: "quarter", label: t("plan:frequency.quarter") },
            { value: "year", label: t("plan:frequency.year") },
          ]}
          onChange={(frequency) => put({ kind: "schedule", schedule: id, frequency, due: now.due })}
        />
        <TypedFields
          address={`schedule ${id}`}
          width="small"
          labels={[t("planEdit:monthsOf", { items }), t("planEdit:dayOf", { items })]}
          stands={[String(now.due.monthsAfter), String(now.due.day)]}
          around={[t("planEdit:afterPeriod"), t("planEdit:monthsAfter"), t("planEdit:dayOfMonth")]}
          read={([months = "", last = ""]) => {
            const [monthsAfter, day] = [wholeIn(t, months, [1, 24]), wholeIn(t, last, [1, 31])];
            if ("problem" in monthsAfter || "problem" in day)
              return { problems: [problemOf(monthsAfter), problemOf(day)] };
            const due = { monthsAfter: monthsAfter.value, day: day.value };
            return { kind: "schedule", schedule: id, frequency: now.frequency, due };
          }}
        />
      </div>
    </li>
  );
}

function TaskDatesCard() {
  const t = useT();
  const { plan } = usePlanEdits();
  return (
    <Card title={t("planEdit:taskDates")} aside={<span className="hint">{t("planEdit:taskDatesText")}</span>}>
      <table className="table table--dense plan-table plan-even">
        <tbody>
          {plan.tasks.map(({ no, title, dueDate }) => (
            <tr key={no}>
              <td className="no">{no}</td>
              <th scope="row">{title}</th>
              <td>
                <TypedFields
                  address={`task-due ${no}`}
                  width="date"
                  labels={[t("planEdit:dueOf", { no })]}
                  placeholder={t("plan:long")}
                  stands={[dueDate ?? ""]}
                  read={([text = ""]) => {
                    const date = dateIn(t, text);
                    return "problem" in date
                      ? { problems: [date.problem] }
                      : { kind: "task-due", task: no, date: date.value };
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
