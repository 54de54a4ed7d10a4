import { Menu as Base } from "@base-ui/react/menu";
import { useState, type KeyboardEvent, type ReactElement, type RefObject } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { Key } from "./marks.tsx";

type MenuAction = {
  readonly kind: "action";
  /** Where the label changes while the menu is open. */
  readonly id?: string;
  readonly label: string;
  readonly icon?: IconName;
  /** The same by key; a single digit works while the menu is open. */
  readonly keys?: string;
  readonly on?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
};
export type MenuEntry =
  | MenuAction
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "line"; readonly id: string };

type Props = {
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: "start" | "end";
  readonly side?: "top" | "bottom";
  /** Where the menu is opened by a key as well; without it the menu keeps its own account. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Opens at the entry that is on: for lists longer than the window. */
  readonly startAtCurrent?: boolean;
  /** Where the person goes on once an entry was chosen, if not at the trigger. */
  readonly goOn?: RefObject<HTMLElement | null>;
};

/** NOTE: the menu puts the focus on itself or its first entry when it opens; the entry that is on comes after that. */
function startAt(node: HTMLElement | null): void {
  if (node === null) return;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      node.scrollIntoView({ block: "center" });
      node.focus({ preventScroll: true });
    }),
  );
}

export function Menu(props: Props) {
  const { trigger, entries, align = "end", side = "bottom", open, onOpenChange, goOn } = props;
  const { startAtCurrent = false } = props;
  const [isOpen, setIsOpen] = useState(false);
  const change = (opens: boolean): void => {
    setIsOpen(opens);
    onOpenChange?.(opens);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/u.test(event.key)) return;
    const entry = entries.find((known) => known.kind === "action" && known.keys === event.key);
    if (entry?.kind !== "action" || entry.disabled === true) return;
    event.preventDefault();
    event.stopPropagation();
    change(false);
    entry.onSelect();
  };
  return (
    <Base.Root open={open ?? isOpen} onOpenChange={change}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="floating" sideOffset={4} align={align} side={side}>
          <Base.Popup
            className="menu"
            onKeyDown={onKeyDown}
            {...(goOn !== undefined && { finalFocus: goOn })}
          >
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
                  key={entry.id ?? entry.label}
                  className={entry.on === true ? "menu__item is-on" : "menu__item"}
                  {...(startAtCurrent && entry.on === true && { ref: startAt })}
                  disabled={entry.disabled ?? false}
                  onClick={entry.onSelect}
                >
                  {entry.icon !== undefined && <Icon name={entry.icon} />}
                  <span className="truncate">{entry.label}</span>
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
