import type { RollupView } from "#shared/ipc/rollup-view.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Filters } from "../../components/filters.tsx";
import { Light } from "../../components/light.tsx";
import { lightNames, sectionsOf, type LightName } from "./rollup-rows.ts";

type LightsProps = {
  readonly rollup: RollupView;
  readonly light: LightName | null;
  readonly onLight: (light: LightName | null) => void;
};

/** Lights with how many indicators have them, as filters. */
export function Lights({ rollup, light, onLight }: LightsProps) {
  const t = useT();
  const { plan } = useSession();
  const rows = sectionsOf(plan, rollup).flatMap((section) => section.rows);
  return (
    <Filters
      label={t("rollup:lights")}
      value={light}
      onChange={onLight}
      items={lightNames.map((name) => ({
        value: name,
        label: <Light light={name} />,
        count: rows.filter((row) => row.light === name).length,
      }))}
    />
  );
}
