import { useT } from "../app/language.tsx";
import type { CellState } from "#shared/ipc/views.ts";
import { Icon } from "./icon.tsx";

type Props = { readonly state: CellState; readonly chip?: boolean };

/** Icon, word and colour together: never one without the others. Boxed outside grids. */
export function State({ state, chip = false }: Props) {
  const t = useT();
  return (
    <span className={`state state--${state}${chip ? " state--chip" : ""}`}>
      <Icon name={`st-${state}`} size={14} />
      {t(`states:${state}`)}
    </span>
  );
}

type FilterProps = {
  readonly state: CellState;
  readonly count: number;
  readonly pressed: boolean;
  readonly onToggle: () => void;
};

/** A state that can be switched on as a filter, with how many there are. */
export function StateFilter({ state, count, pressed, onToggle }: FilterProps) {
  return (
    <button type="button" className="filter" aria-pressed={pressed} onClick={onToggle}>
      <State state={state} />
      <b>{count}</b>
    </button>
  );
}
