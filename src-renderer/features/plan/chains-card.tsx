import type { Chain } from "#shared/plan/schema.ts";
import { isCountyLike, mayReport } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { usePlanEdits } from "./edits-store.ts";

/** Which units take part in which chain; a chain without a list is asked of all. */
export function ChainsCard() {
  const t = useT();
  const { draft, put } = usePlanEdits();
  const units = draft.units.filter((unit) => isCountyLike(unit) && mayReport(draft, unit.key));
  const membersOf = ({ id }: Chain) => draft.settings.chainUnits.find(({ chain }) => chain === id)?.units;
  return (
    <Card title={t("plan:chainUnits")} aside={<span className="hint">{t("planEdit:chainsText")}</span>}>
      <div className="plan-scroll">
        <table className="table table--dense plan-matrix">
          <thead>
            <tr>
              <th scope="col">{t("planNews:part_chain")}</th>
              {units.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t("planEdit:list")}</th>
            </tr>
          </thead>
          <tbody>
            {draft.chains.map((chain) => {
              const members = membersOf(chain);
              const taking = members ?? units.map(({ key }) => key);
              return (
                <tr key={chain.id}>
                  <th scope="row">{chain.name}</th>
                  {units.map(({ key, name }) => (
                    <td key={key}>
                      <Checkbox
                        checked={taking.includes(key)}
                        onChange={(checked) =>
                          put({
                            kind: "chain-units",
                            chain: chain.id,
                            units: checked ? [...taking, key] : taking.filter((each) => each !== key),
                          })
                        }
                      >
                        <span className="sr-only">
                          {t("planEdit:inChain", { unit: name, chain: chain.name })}
                        </span>
                      </Checkbox>
                    </td>
                  ))}
                  <td className="nowrap">
                    {members === undefined ? (
                      <span className="faint">{t("planNews:allAsked")}</span>
                    ) : (
                      <Button
                        size="sm"
                        aria-label={t("planEdit:unlist", { chain: chain.name })}
                        onClick={() => put({ kind: "chain-units", chain: chain.id, units: null })}
                      >
                        {t("planNews:allAsked")}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
