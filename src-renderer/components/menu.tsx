import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { Key } from "./marks.tsx";

export type MenuEntry =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly icon?: IconName;
      /** The same by key. */
      readonly keys?: string;
      readonly on?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "line"; readonly id: string };

type Props = {
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: "start" | "end";
};

export function Menu({ trigger, entries, align = "end" }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="floating" sideOffset={4} align={align}>
          <Base.Popup className="menu">
            {entries.map((entry) => {
              if (entry.kind === "line") return <Base.Separator key={entry.id} className="menu__line" />;
              if (entry.kind === "label")
                return (
                  <div key={entry.label} className="menu__label">
                    {entry.label}
                  </div>
                );
              return (
                <Base.Item
                  key={entry.label}
                  className="menu__item"
                  disabled={entry.disabled ?? false}
                  onClick={entry.onSelect}
                >
                  {entry.icon !== undefined && <Icon name={entry.icon} />}
                  {entry.label}
                  {entry.keys !== undefined && <Key>{entry.keys}</Key>}
                  {entry.on === true && <Icon name="check" size={14} className="icon--mark" />}
                </Base.Item>
              );
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
