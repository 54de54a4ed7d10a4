import { useState } from "react";
import { periodsOf } from "#shared/plan/calendar.ts";
import type { Unit } from "#shared/plan/schema.ts";
import { isReporting, mayReport } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Select } from "../../components/select.tsx";
import { usePlanEdits } from "./edits-store.ts";

/** Who reports, switched on and off from a period on; departments too. */
export function SwitchesCard() {
  const t = useT();
  const formats = useFormats();
  const { period } = useSession();
  const { draft } = usePlanEdits();
  const now = <span className="hint">{t("planEdit:switchesText")}</span>;
  return (
    <Card title={t("planEdit:switches")} aside={now}>
      <table className="table table--dense plan-table">
        <thead>
          <tr>
            <th scope="col">{t("planEdit:unit")}</th>
            <th scope="col">{formats.period(period)}</th>
            <th scope="col">{t("planEdit:switched")}</th>
          </tr>
        </thead>
        <tbody>
          {draft.units
            .filter(({ key }) => mayReport(draft, key))
            .map((unit) => (
              <tr key={unit.key}>
                <th scope="row">{unit.name}</th>
                <td className="nowrap">
                  {isReporting(draft, unit, period) ? (
                    t("planNews:switch_on")
                  ) : (
                    <span className="faint">{t("planNews:switch_off")}</span>
                  )}
                </td>
                <td>
                  <Switches unit={unit} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <AddSwitch />
    </Card>
  );
}

function Switches({ unit }: { unit: Unit }) {
  const t = useT();
  const formats = useFormats();
  const { draft, put } = usePlanEdits();
  return draft.settings.switches
    .filter((entry) => entry.unit === unit.key)
    .map(({ from, reporting }) => {
      const words = t("planEdit:switchFrom", {
        period: formats.period(from),
        what: t(`planNews:switch_${reporting}`),
      });
      return (
        <span key={from} className="plan-chip">
          {words}
          <IconButton
            small
            icon="x"
            label={t("planEdit:takeAway", { what: `${unit.name} ${words}` })}
            onClick={() => put({ kind: "switch", unit: unit.key, from, reporting: null })}
          />
        </span>
      );
    });
}

function AddSwitch() {
  const t = useT();
  const formats = useFormats();
  const { period } = useSession();
  const { draft, put } = usePlanEdits();
  const units = draft.units.filter(({ kind }) => kind !== "city" && kind !== "group");
  const periods = periodsOf(draft);
  const [unit, setUnit] = useState<string | null>(null);
  const [from, setFrom] = useState<string>(period);
  const [reporting, setReporting] = useState<"on" | "off">("on");
  const chosen = units.find(({ key }) => key === unit)?.key;
  const start = periods.find((each) => each === from);
  return (
    <div className="plan-add">
      <Select
        size="sm"
        label={t("planEdit:unit")}
        placeholder={t("planEdit:chooseUnit")}
        value={unit}
        options={units.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={setUnit}
      />
      <Select
        size="sm"
        label={t("planEdit:fromPeriod")}
        value={from}
        options={periods.map((each) => ({
          value: each,
          label: t("planNews:since_period", { at: formats.period(each) }),
        }))}
        onChange={setFrom}
      />
      <Select
        size="sm"
        label={t("planEdit:whether")}
        value={reporting}
        options={[
          { value: "on", label: t("planNews:switch_on") },
          { value: "off", label: t("planNews:switch_off") },
        ]}
        onChange={setReporting}
      />
      <Button
        size="sm"
        icon="plus"
        disabled={chosen === undefined || start === undefined}
        onClick={() => {
          if (chosen !== undefined && start !== undefined)
            put({ kind: "switch", unit: chosen, from: start, reporting });
        }}
      >
        {t("planEdit:add")}
      </Button>
    </div>
  );
}
