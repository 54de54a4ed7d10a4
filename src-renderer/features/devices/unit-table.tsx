import { useState } from "react";
import { unitKeySchema, type UnitKey } from "#shared/plan/ids.ts";
import { isReporting, mayReport, unitFullName } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import type { DeviceRow } from "./device-rows.ts";
import { RecoveryDialog } from "./recovery-dialog.tsx";

/** Units that report or may report, with how many laptops each has enrolled. */
export function UnitTable({ rows }: { rows: readonly DeviceRow[] }) {
  const t = useT();
  const { plan, period } = useSession();
  const [recovering, setRecovering] = useState<UnitKey | null>(null);
  const units = plan.units.filter((unit) => mayReport(plan, unit.key));
  return (
    <div className="card devices__table">
      <table className="table table--hover device-table">
        <thead>
          <tr>
            <th scope="col">{t("devices:unit")}</th>
            <th scope="col">{t("devices:fullName")}</th>
            <th scope="col">{t("devices:unitCode")}</th>
            <th scope="col">{t("devices:unitKind")}</th>
            <th scope="col">{t("devices:unitReporting")}</th>
            <th scope="col">{t("devices:unitDevices")}</th>
            <th scope="col">
              <span className="sr-only">{t("devices:recovery")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => {
            const on = isReporting(plan, unit, period);
            const count = rows.filter(
              ({ device }) => device.unit === unit.key && device.state === "granted",
            ).length;
            return (
              <tr key={unit.key}>
                <th scope="row">{unit.name}</th>
                <td>{unitFullName(plan, unit.key)}</td>
                <td className="muted tnum">{unit.key}</td>
                <td className="muted">{t(`devices:kind.${unit.kind}`)}</td>
                <td>
                  <span className={on ? "state state--accepted" : "state state--na"}>
                    <Icon name={on ? "check" : "minus"} size={14} />
                    {t(on ? "devices:unitOn" : "devices:unitOff")}
                  </span>
                </td>
                <td className="muted">
                  {count === 0 ? t("devices:unitNoDevice") : t("devices:devicesCount", { count })}
                </td>
                <td className="num">
                  <Button
                    size="sm"
                    variant="quiet"
                    icon="redo"
                    aria-label={t("devices:recoveryOf", { unit: unit.name })}
                    onClick={() => setRecovering(unitKeySchema.parse(unit.key))}
                  >
                    {t("devices:recovery")}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {recovering !== null && <RecoveryDialog unit={recovering} onClose={() => setRecovering(null)} />}
    </div>
  );
}
