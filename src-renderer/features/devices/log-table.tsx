import { unitName } from "#shared/plan/units.ts";
import type { EnrolEventView } from "#shared/ipc/device-views.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import type { DeviceRow } from "./device-rows.ts";

const looks: Record<EnrolEventView["act"], { readonly state: string; readonly icon: IconName }> = {
  requested: { state: "warned", icon: "inbox" },
  granted: { state: "accepted", icon: "st-accepted" },
  refused: { state: "na", icon: "x" },
  restored: { state: "sealed", icon: "undo" },
  revoked: { state: "invalid", icon: "st-na" },
  kept: { state: "accepted", icon: "check" },
};

/** 变更记录: every request, grant, refusal and revocation, newest first. */
export function LogTable({ rows }: { rows: readonly DeviceRow[] }) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const log = useEngine("enrol.log", {});
  if (log.status === "loading") return <Loading />;
  if (log.status === "failed") return <Failed error={log.error} />;
  if (log.value.length === 0) {
    return (
      <div className="card">
        <Empty icon="history" title={t("devices:logEmpty")} />
      </div>
    );
  }
  const numbers = new Map(rows.map(({ device, no }) => [device.device, no]));
  return (
    <div className="card devices__table">
      <table className="table table--hover device-table">
        <thead>
          <tr>
            <th scope="col">{t("devices:logAt")}</th>
            <th scope="col">{t("devices:unit")}</th>
            <th scope="col">{t("devices:laptop")}</th>
            <th scope="col">{t("devices:logAct")}</th>
            <th scope="col">{t("devices:deviceId")}</th>
          </tr>
        </thead>
        <tbody>
          {log.value.map(({ at, act, device, unit, why }, index) => {
            const no = numbers.get(device);
            return (
              <tr key={index}>
                <td className="muted tnum">{formats.dayTime(at)}</td>
                <td className="strong">{unitName(plan, unit)}</td>
                <td>{no === undefined ? "—" : t("devices:laptopNo", { no })}</td>
                <td>
                  <span className={`state state--${looks[act].state}`}>
                    <Icon name={looks[act].icon} size={14} />
                    {t(`devices:act.${act}`)}
                  </span>
                  {why !== null && (
                    <span className="faint t-12 log-why">{t(`devices:refusedWhy.${why}`)}</span>
                  )}
                </td>
                <td className="mono faint">{hexGroups(device).slice(0, 4).join(" ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
