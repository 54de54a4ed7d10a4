import type { CompletenessView } from "#shared/ipc/completeness-view.ts";
import { useT } from "../../app/language.tsx";
import { Filters } from "../../components/filters.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { filters, isOfFilter, type Filter } from "./looks.ts";

type Props = {
  readonly view: CompletenessView;
  readonly filter: Filter | null;
  readonly onFilter: (filter: Filter | null) => void;
};

const icons: Record<Filter, IconName> = { missing: "st-empty", late: "clock", returned: "st-returned" };
const tones: Record<Filter, string> = { missing: "invalid", late: "warned", returned: "returned" };
const legend = [
  ["accepted", "check", "onTime"],
  ["warned", "clock", "late"],
  ["part", "st-draft", "part"],
  ["returned", "st-returned", "returned"],
  ["conflict", "st-conflict", "conflict"],
  ["invalid", "st-empty", "missing"],
] as const;

/** Units of the period in front by what is open, each with how many; what the colours mean beside it. */
export function FilterBar({ view, filter, onFilter }: Props) {
  const t = useT();
  const at = view.periods.indexOf(view.period);
  return (
    <div className="subbar">
      <Filters
        label={t("completeness:filter")}
        value={filter}
        onChange={onFilter}
        items={filters.map((name) => ({
          value: name,
          label: (
            <span className={`state state--${tones[name]}`}>
              <Icon name={icons[name]} size={14} />
              {t(`completeness:filter.${name}`)}
            </span>
          ),
          count: view.units.filter(({ cells }) => isOfFilter(cells[at], name)).length,
        }))}
      />
      <span className="grow" />
      <div className="completeness__legend" aria-label={t("completeness:legend")} role="group">
        {legend.map(([tone, icon, word]) => (
          <span key={tone} className={`completeness__key cheat--${tone}`}>
            <Icon name={icon} size={14} />
            {t(`completeness:legend.${word}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
