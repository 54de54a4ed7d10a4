import type { TracedUnit, TraceVerification, TraceView } from "#shared/ipc/trace-view.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Icon } from "../../components/icon.tsx";
import { partOf, partUnit } from "./trace-parts.ts";
import { unitLook, unitWord } from "./unit-looks.ts";

type Props = {
  readonly trace: TraceView;
  readonly indicator: Indicator;
  readonly chosen: string | undefined;
  readonly verification: TraceVerification | null;
  readonly onChoose: (unit: string) => void;
};

/** Who is in the figure with what; those without a record cannot be walked back. */
export function TraceUnits({ trace, indicator, chosen, verification, onChoose }: Props) {
  const t = useT();
  const { plan } = useSession();
  const withRecords = trace.units.filter(({ records }) => records.length > 0);
  const broken = brokenUnits(withRecords, verification);
  return (
    <div className="trace__units">
      <div className="subh">
        {t("trace:units")}
        <span className="push">{partUnit(indicator)}</span>
      </div>
      <ul>
        {withRecords.map((unit) => {
          const given = { state: unit.state, provisional: provisionalIn(unit) };
          const look = broken.has(unit.unit)
            ? ({ state: "invalid", icon: "st-invalid" } as const)
            : unitLook(given);
          const word = unitWord(t, given);
          return (
            <li key={unit.unit}>
              <button
                type="button"
                aria-pressed={unit.unit === chosen}
                onClick={() => onChoose(unit.unit)}
                title={word}
              >
                <span className="truncate">{unitName(plan, unit.unit)}</span>
                <span className={`state state--${look.state}`}>
                  <Icon name={look.icon} size={14} />
                  <span className="sr-only">{word}</span>
                </span>
                <b className="tnum">{partOf(unit, indicator)}</b>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function provisionalIn({ records }: TracedUnit): number[] | undefined {
  const sides = records.flatMap(({ provisional }) => provisional ?? []);
  return sides.length === 0 ? undefined : sides;
}

/** Units with a record in an original that no longer holds. */
function brokenUnits(units: readonly TracedUnit[], verification: TraceVerification | null): Set<string> {
  const digests = new Set<string>(
    verification?.bundles.filter(({ holds }) => !holds).map(({ digest }) => digest),
  );
  return new Set(
    units
      .filter(({ records }) =>
        records.some(({ bundles, decision }) =>
          [...bundles, ...(decision?.bundles ?? [])].some((digest) => digests.has(digest)),
        ),
      )
      .map(({ unit }) => unit),
  );
}
