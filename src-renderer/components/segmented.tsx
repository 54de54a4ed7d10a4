import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";

type Props<V extends string> = {
  readonly label: string;
  readonly items: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
};

/** Views of one page; one is always on. */
export function Segmented<V extends string>({ label, items, value, onChange }: Props<V>) {
  return (
    <ToggleGroup
      aria-label={label}
      className="seg"
      value={[value]}
      onValueChange={(next) => {
        const chosen = items.find((item) => item.value === next[0]);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {items.map((item) => (
        <Toggle key={item.value} value={item.value} className="seg__item">
          {item.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
