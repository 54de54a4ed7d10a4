import type { Indicator } from "#shared/plan/schema.ts";
import { isCountyLike, mayReport } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { Card } from "../../components/card.tsx";
import { Select } from "../../components/select.tsx";
import { usePlanEdits } from "./edits-store.ts";

/** From whom each figure comes where the office may choose: the units, itself, or a department that reports. */
export function ReportersCard() {
  const t = useT();
  const { draft } = usePlanEdits();
  return (
    <Card title={t("planEdit:reporters")} aside={<span className="hint">{t("planEdit:reportersText")}</span>}>
      <table className="table table--dense plan-table plan-even">
        <thead>
          <tr>
            <th scope="col">{t("plan:no")}</th>
            <th scope="col">{t("plan:indicator")}</th>
            <th scope="col">{t("plan:from")}</th>
            <th scope="col">{t("planEdit:delegate")}</th>
          </tr>
        </thead>
        <tbody>
          {draft.indicators
            .filter(({ from }) => from !== "register")
            .map((indicator) => (
              <Reporter key={indicator.id} indicator={indicator} />
            ))}
        </tbody>
      </table>
    </Card>
  );
}

function Reporter({ indicator: { id, name, from } }: { indicator: Indicator }) {
  const t = useT();
  const { draft, put } = usePlanEdits();
  const alone = draft.settings.officeAlone.includes(id);
  const departments = draft.units.filter(
    (unit) => unit.kind !== "group" && !isCountyLike(unit) && mayReport(draft, unit.key),
  );
  const delegate = draft.settings.delegated.find(({ indicator }) => indicator === id)?.unit ?? null;
  const byOffice = from === "office" || alone;
  return (
    <tr>
      <td className="no">{id}</td>
      <th scope="row">{name}</th>
      <td>
        {from === "office" ? (
          t("plan:from.office")
        ) : (
          <Select
            size="sm"
            label={t("planEdit:reporterOf", { indicator: id })}
            value={alone ? "office" : "units"}
            options={[
              { value: "units", label: t("plan:from.units") },
              { value: "office", label: t("plan:from.office") },
            ]}
            onChange={(chosen) => put({ kind: "office-alone", indicator: id, alone: chosen === "office" })}
          />
        )}
      </td>
      <td>
        {byOffice && (departments.length > 0 || delegate !== null) ? (
          <Select
            size="sm"
            label={t("planEdit:delegateOf", { indicator: id })}
            value={delegate ?? ""}
            options={[
              { value: "", label: t("planEdit:delegateNone") },
              ...departments.map((unit) => ({ value: unit.key, label: unit.name })),
            ]}
            onChange={(chosen) =>
              put({
                kind: "delegated",
                indicator: id,
                unit: departments.find(({ key }) => key === chosen)?.key ?? null,
              })
            }
          />
        ) : (
          <span className="faint">{byOffice ? t("planEdit:noDepartment") : "—"}</span>
        )}
      </td>
    </tr>
  );
}
