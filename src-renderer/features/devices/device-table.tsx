import { unitName } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Icon } from "../../components/icon.tsx";
import type { DeviceRow } from "./device-rows.ts";
import { DeviceStateWord } from "./device-state.tsx";
import { gapWord } from "./series-words.ts";

type Props = {
  readonly rows: readonly DeviceRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

export function DeviceTable({ rows, selected, onSelect }: Props) {
  const t = useT();
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
          {rows.map((row) => {
            const { id, device, no, first, state } = row;
            const isOff = state === "revoked" || state === "refused";
            return (
              <tr
                key={id}
                className={`${id === selected ? "is-selected" : ""}${isOff ? " is-off" : ""}`}
                onClick={() => onSelect(id)}
              >
                {first ? <th scope="row">{unitName(plan, device.unit)}</th> : <td />}
                <td>
                  <button type="button" className="laptop" aria-pressed={id === selected}>
                    <Icon name="laptop" size={14} />
                    {t("devices:laptopNo", { no })}
                  </button>
                </td>
                <td>{device.officers.join(t("common:listSeparator"))}</td>
                <td className="muted tnum">
                  <Until row={row} />
                </td>
                <td className="muted t-12">
                  <LastBundle row={row} />
                </td>
                <td>
                  <DeviceStateWord state={state} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Until({ row: { device } }: { row: DeviceRow }) {
  const t = useT();
  const formats = useFormats();
  if (device.revoked?.at != null) return t("devices:revokedOn", { date: formats.day(device.revoked.at) });
  return device.notAfter === null || device.revoked !== null ? "—" : formats.fullDay(device.notAfter);
}

function LastBundle({ row: { device } }: { row: DeviceRow }) {
  const t = useT();
  const formats = useFormats();
  if (device.serial === null) return t("devices:requestOf", { date: formats.day(device.at) });
  if (device.revoked !== null) return t("devices:keptCount", { count: device.revoked.kept });
  const missing = gapWord(t, device);
  if (device.lastBundle === null) return t("devices:none");
  const { sequence, receivedAt } = device.lastBundle;
  return (
    <>
      {t("devices:lastBundleText", { sequence, date: formats.day(receivedAt) })}
      {missing !== null && <span className="missing-no">{missing}</span>}
    </>
  );
}
