import { isCountyLike } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { Card } from "../../components/card.tsx";
import { Select } from "../../components/select.tsx";
import { ChainsCard } from "./chains-card.tsx";
import { usePlanEdits } from "./edits-store.ts";
import { GroupsCard } from "./groups-card.tsx";
import { ReportersCard } from "./reporters-card.tsx";
import { SwitchesCard } from "./switches-card.tsx";
import { TypedFields } from "./typed-fields.tsx";

/** 报送单位: who reports from when, in which chains, and for whom. */
export function UnitsView() {
  return (
    <div className="stack stack--4">
      <div className="plan-halves">
        <SwitchesCard />
        <div className="stack stack--4">
          <OfficeCard />
          <ZonesCard />
          <GroupsCard />
        </div>
      </div>
      <ChainsCard />
      <ReportersCard />
    </div>
  );
}

function OfficeCard() {
  const t = useT();
  const { plan } = usePlanEdits();
  return (
    <Card title={t("plan:office")}>
      <div className="card__body">
        <TypedFields
          address="office-name"
          width="wide"
          labels={[t("plan:office")]}
          stands={[plan.settings.officeName]}
          read={([text = ""]) => {
            const name = text.trim();
            const wrong = name === "" || name.length > 60;
            return wrong ? { problems: [t("planEdit:nameWrong")] } : { kind: "office-name", name };
          }}
        />
      </div>
    </Card>
  );
}

/** Zones whose figures a county's already hold. */
function ZonesCard() {
  const t = useT();
  const { draft, put } = usePlanEdits();
  const counties = draft.units.filter(({ kind }) => kind === "county");
  return (
    <Card title={t("planEdit:inside")}>
      <div className="card__body stack stack--2">
        <p className="hint">{t("planEdit:insideText")}</p>
        {draft.units
          .filter((unit) => unit.kind === "zone" && isCountyLike(unit))
          .map(({ key, name }) => (
            <div key={key} className="plan-line">
              <span>{name}</span>
              <Select
                size="sm"
                label={t("planEdit:insideOf", { unit: name })}
                value={draft.settings.countedInside.find(({ zone }) => zone === key)?.county ?? ""}
                options={[
                  { value: "", label: t("planEdit:insideNone") },
                  ...counties.map((county) => ({ value: county.key, label: county.name })),
                ]}
                onChange={(chosen) =>
                  put({
                    kind: "counted-inside",
                    zone: key,
                    county: counties.find((county) => county.key === chosen)?.key ?? null,
                  })
                }
              />
            </div>
          ))}
      </div>
    </Card>
  );
}
