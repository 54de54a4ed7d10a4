import type { ReactNode } from "react";

type Item<T extends string> = { readonly value: T; readonly label: ReactNode; readonly count: number };

type Props<T extends string> = {
  readonly label: string;
  readonly items: readonly Item<T>[];
  /** The one in force; null where all is shown. */
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
};

/** Kinds with how many there are of each; one of them at a time narrows the list, pressed again it lets go. */
export function Filters<T extends string>({ label, items, value, onChange }: Props<T>) {
  return (
    <div className="filters" role="group" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.value}
          type="button"
          className="filter"
          aria-pressed={item.value === value}
          onClick={() => onChange(item.value === value ? null : item.value)}
        >
          {item.label} <b>{item.count}</b>
        </button>
      ))}
    </div>
  );
}
