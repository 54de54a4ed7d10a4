import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type Choice<V extends string> = {
  readonly value: V;
  readonly title: string;
  readonly text?: ReactNode;
  readonly icon?: IconName;
};

type Props<V extends string> = {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly className?: string;
};

/** Radio buttons as cards, each with its reason. */
export function ChoiceCards<V extends string>({ label, choices, value, onChange, className }: Props<V>) {
  return (
    <RadioGroup
      aria-label={label}
      className={className ?? "choices"}
      value={value}
      onValueChange={(next: V | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          className="choice"
          nativeButton
          render={<button />}
        >
          {choice.icon !== undefined && <Icon name={choice.icon} size={20} />}
          <span className="grow">
            <span className="choice__title">{choice.title}</span>
            {choice.text !== undefined && <span className="choice__text">{choice.text}</span>}
          </span>
          <Icon name="check" className="choice__tick" />
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

type RadioProps<V extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly title: string }[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
};

/** Radio buttons in a line. */
export function RadioLine<V extends string>({
  label,
  choices,
  value,
  onChange,
  disabled = false,
}: RadioProps<V>) {
  return (
    <RadioGroup
      aria-label={label}
      className="row row--4 row--wrap"
      value={value}
      disabled={disabled}
      onValueChange={(next: V | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <Radio.Root value={choice.value} className="check__box check__box--round" />
          {choice.title}
        </label>
      ))}
    </RadioGroup>
  );
}
