import { unitName } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import type { DeviceRow, DeviceState } from "./device-rows.ts";

type Props = {
  readonly rows: readonly DeviceRow[];
  readonly selected: string | null;
  readonly onSelect: (device: string) => void;
};

export function DeviceTable({ rows, selected, onSelect }: Props) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  return (
    <div className="card devices__table">
      <table className="table table--hover device-table">
        <thead>
          <tr>
            <th scope="col">{t("devices:unit")}</th>
            <th scope="col">{t("devices:laptop")}</th>
            <th scope="col">{t("devices:officers")}</th>
            <th scope="col">{t("devices:notAfter")}</th>
            <th scope="col">{t("devices:lastBundle")}</th>
            <th scope="col">{t("devices:state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ device, no, first, state }) => (
            <tr
              key={device.device}
              className={`${device.device === selected ? "is-selected" : ""}${state === "revoked" ? " is-off" : ""}`}
              onClick={() => onSelect(device.device)}
            >
              {first ? <th scope="row">{unitName(plan, device.unit)}</th> : <td />}
              <td>
                <button type="button" className="laptop" aria-pressed={device.device === selected}>
                  <Icon name="laptop" size={14} />
                  {t("devices:laptopNo", { no })}
                </button>
              </td>
              <td>{device.officers.join(t("common:listSeparator"))}</td>
              <td className="muted tnum">
                {device.notAfter === null ? "—" : formats.fullDay(device.notAfter)}
              </td>
              <td className="muted t-12">
                {device.lastBundle !== null
                  ? t("devices:lastBundleText", {
                      sequence: device.lastBundle.sequence,
                      date: formats.day(device.lastBundle.receivedAt),
                    })
                  : device.state === "requested"
                    ? t("devices:requestOf", { date: formats.day(device.at) })
                    : t("devices:none")}
              </td>
              <td>
                <DeviceStateWord state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const looks: Record<DeviceState, { readonly state: string; readonly icon: IconName }> = {
  requested: { state: "warned", icon: "st-warned" },
  granted: { state: "accepted", icon: "st-accepted" },
  revoked: { state: "na", icon: "st-na" },
  expired: { state: "warned", icon: "clock" },
};

export function DeviceStateWord({ state, chip = false }: { state: DeviceState; chip?: boolean }) {
  const t = useT();
  return (
    <span className={`state state--${looks[state].state}${chip ? " state--chip" : ""}`}>
      <Icon name={looks[state].icon} size={14} />
      {t(`devices:state.${state}`)}
    </span>
  );
}
