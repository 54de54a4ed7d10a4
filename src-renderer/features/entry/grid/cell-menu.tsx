import { Menu } from "@base-ui/react/menu";
import type { RefObject } from "react";
import type { ChoiceKind } from "#shared/paste/choices.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { Icon } from "../../../components/icon.tsx";
import { rawValue } from "./cells.ts";
import { standing, taskOf } from "../../../app/drafts.ts";
import type { ItemRow } from "./rows.ts";

export const taskStatuses = ["not-started", "in-progress", "completed", "not-applicable"] as const;

export type CellChoices = {
  readonly kind: ChoiceKind;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
};

/** The choices of a cell that takes one of a few words: a task's status, a yes or no. Null for figures. */
export function cellChoices(t: Translate, row: ItemRow): CellChoices | null {
  if (row.kind === "task") {
    const choices = taskStatuses.map((value) => ({ value, label: t(`answers:status.${value}`) }));
    return { kind: "status", choices, chosen: taskOf(row.view).status ?? "" };
  }
  if (row.kind !== "indicator" || row.input?.kind !== "yes-no") return null;
  const choices = [
    { value: "true", label: t("common:yes") },
    { value: "false", label: t("common:no") },
  ];
  return { kind: "yes-no", choices, chosen: String(rawValue(standing(row.view), row.input.id)) };
}

type Props = Omit<CellChoices, "kind"> & {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly onChoose: (value: string) => void;
};

export function CellMenu({ choices, chosen, anchor, onClose, onChoose }: Props) {
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner className="floating" anchor={anchor} sideOffset={2} align="start">
          <Menu.Popup className="menu" finalFocus={anchor}>
            {choices.map(({ value, label }) => (
              <Menu.Item key={value} className="menu__item" onClick={() => onChoose(value)}>
                {label}
                {value === chosen && <Icon name="check" size={14} className="icon--mark" />}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
