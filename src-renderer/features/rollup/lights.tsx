import type { RollupView } from "#shared/ipc/rollup-view.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
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
    <div className="filters" role="group" aria-label={t("rollup:lights")}>
      {lightNames.map((name) => (
        <button
          key={name}
          type="button"
          className="filter"
          aria-pressed={light === name}
          onClick={() => onLight(light === name ? null : name)}
        >
          <Light light={name} />
          <b>{rows.filter((row) => row.light === name).length}</b>
        </button>
      ))}
    </div>
  );
}
