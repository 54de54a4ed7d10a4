import { Select as Base } from "@base-ui/react/select";
import { Icon } from "./icon.tsx";

export type Option<V extends string> = { readonly value: V; readonly label: string; readonly aux?: string };

type Props<V extends string> = {
  readonly id?: string;
  readonly label?: string;
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly size?: "sm" | "md" | "lg";
  readonly disabled?: boolean;
};

/** One of a few. Opens with Enter, Space or the arrows; typing finds an entry. */
export function Select<V extends string>({ options, value, onChange, ...props }: Props<V>) {
  const { id, label, placeholder = "", size = "md", disabled = false } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <Base.Root
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <Base.Trigger
        {...(id !== undefined && { id })}
        aria-label={label}
        className={size === "md" ? "select" : `select select--${size} input--${size}`}
      >
        <Base.Value className="select__value">
          {chosen === undefined ? (
            placeholder
          ) : (
            <>
              {chosen.label}
              {chosen.aux !== undefined && <span className="faint t-12"> {chosen.aux}</span>}
            </>
          )}
        </Base.Value>
        <Icon name="chev-d" size={14} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="floating" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className="menu menu--select">
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className="menu__item">
                  <Base.ItemText>{option.label}</Base.ItemText>
                  {option.aux !== undefined && <span className="faint t-12">{option.aux}</span>}
                  <Base.ItemIndicator className="icon--mark">
                    <Icon name="check" size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
