import { Checkbox as Base } from "@base-ui/react/checkbox";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type Props = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
};

export function Checkbox({ checked, onChange, disabled = false, children }: Props) {
  return (
    <label className={disabled ? "check check--disabled" : "check"}>
      <Base.Root className="check__box" checked={checked} disabled={disabled} onCheckedChange={onChange}>
        <Base.Indicator>
          <Icon name="check" />
        </Base.Indicator>
      </Base.Root>
      <span>{children}</span>
    </label>
  );
}
