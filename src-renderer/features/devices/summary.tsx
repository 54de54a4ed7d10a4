import type { DeviceView } from "#shared/ipc/device-views.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import type { DeviceRow } from "./device-rows.ts";

/** In the status bar: how many there are of each, and which units have none. */
export function Summary({ rows }: { rows: readonly DeviceRow[] }) {
  const t = useT();
  const { plan } = useSession();
  const having = (state: DeviceView["state"]): number =>
    rows.filter(({ device }) => device.state === state).length;
  const expiring = rows.filter(({ state }) => state === "expiring").length;
  const without = reportingUnits(plan).filter(
    ({ key }) => !rows.some(({ device: { unit, state } }) => unit === key && state === "granted"),
  );
  return (
    <StatusNote>
      <span>
        {t("devices:summary", {
          granted: having("granted"),
          requested: having("requested"),
          revoked: having("revoked"),
        })}
      </span>
      {expiring > 0 && <span>{t("devices:expiringCount", { count: expiring })}</span>}
      {without.length > 0 && (
        <span className="hints">
          {t("devices:unitsWithout", {
            units: without.map(({ name }) => name).join(t("common:listSeparator")),
          })}
        </span>
      )}
    </StatusNote>
  );
}
