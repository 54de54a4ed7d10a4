import { TextInput } from "./field.tsx";
import { Icon } from "./icon.tsx";

type Props = {
  /** What is looked through; stands in the empty field and is its name. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
};

/** A small field above a list that keeps what is typed in sight. */
export function SearchField({ label, value, onChange, className }: Props) {
  return (
    <span className={className === undefined ? "input-wrap" : `input-wrap ${className}`}>
      <Icon name="search" />
      <TextInput
        size="sm"
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
