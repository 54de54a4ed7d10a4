import { useT } from "../../app/language.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import type { DeviceState } from "./device-rows.ts";

const looks: Record<DeviceState, { readonly state: string; readonly icon: IconName }> = {
  requested: { state: "warned", icon: "st-warned" },
  refused: { state: "na", icon: "x" },
  granted: { state: "accepted", icon: "st-accepted" },
  forked: { state: "warned", icon: "st-warned" },
  expiring: { state: "warned", icon: "clock" },
  expired: { state: "invalid", icon: "clock" },
  revoked: { state: "na", icon: "st-na" },
};

/** Icon, word and colour of a laptop's state. */
export function DeviceStateWord({ state, chip = false }: { state: DeviceState; chip?: boolean }) {
  const t = useT();
  return (
    <span className={`state state--${looks[state].state}${chip ? " state--chip" : ""}`}>
      <Icon name={looks[state].icon} size={14} />
      {t(`devices:state.${state}`)}
    </span>
  );
}
