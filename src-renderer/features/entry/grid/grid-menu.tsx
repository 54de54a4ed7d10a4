import { ContextMenu } from "@base-ui/react/context-menu";
import type { ReactElement } from "react";
import { callEngine } from "../../../app/bridge.ts";
import { useT } from "../../../app/language.tsx";
import { Icon, type IconName } from "../../../components/icon.tsx";
import { Key } from "../../../components/marks.tsx";
import { useEditing } from "../edits/editing-context.ts";
import type { GridAction, QuickAnswer } from "./grid-keys.ts";
import { canType, useGrid } from "./grid-context.ts";
import { takesAnswer } from "../edits/quick-answers.ts";
import { writtenRows } from "./selection.ts";

type Props = { readonly trigger: ReactElement; readonly focus: () => void };

/** What the right button offers over the selected cells; the same by key. */
export function GridMenu({ trigger, focus }: Props) {
  const t = useT();
  const { selection, isLocked, openTexts, active } = useGrid();
  const { perform, carry } = useEditing();
  const typed = selection.rows.filter((row) => canType(row, isLocked));
  const written = writtenRows(selection).filter((row) => canType(row, isLocked));
  const act = (action: GridAction) => () => {
    perform(action);
    focus();
  };
  // NOTE: the clipboard is the program's: a page may not read it by itself. The grid has to have the focus first.
  const edit = (command: "copy" | "cut" | "paste") => () => {
    focus();
    void callEngine("window.edit", { command });
  };
  const answers = (["not-applicable", "no-data", "no-progress"] as const).filter((answer) =>
    typed.some((row) => takesAnswer(row, answer)),
  );
  const words: Record<QuickAnswer, readonly [string, string]> = {
    "not-applicable": [t("entry:answerNotApplicable"), "Alt 1"],
    "no-data": [t("entry:answerNoData"), "Alt 2"],
    "no-progress": [t("entry:noProgress"), "Alt 3"],
  };
  const none = written.length === 0;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={trigger} />
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="floating">
          <ContextMenu.Popup className="menu" finalFocus={false}>
            <Item icon="copy" label={t("entry:copy")} keys="Ctrl C" onSelect={edit("copy")} />
            <Item label={t("entry:cut")} keys="Ctrl X" disabled={none} onSelect={edit("cut")} />
            <Item icon="paste" label={t("entry:paste")} keys="Ctrl V" onSelect={edit("paste")} />
            <ContextMenu.Separator className="menu__line" />
            <Item
              label={t("entry:fillDown")}
              keys="Ctrl D"
              disabled={none || selection.rows.length < 2}
              onSelect={act({ kind: "fill-down" })}
            />
            <Item label={t("entry:clear")} keys="Delete" disabled={none} onSelect={act({ kind: "clear" })} />
            <Item icon="prefill" label={t("entry:carry")} disabled={typed.length === 0} onSelect={carry} />
            {answers.length > 0 && <ContextMenu.Separator className="menu__line" />}
            {answers.map((answer) => (
              <Item
                key={answer}
                label={words[answer][0]}
                keys={words[answer][1]}
                onSelect={act({ kind: "answer", answer })}
              />
            ))}
            <ContextMenu.Separator className="menu__line" />
            <Item
              icon="side-r"
              label={t("entry:panelOpen")}
              onSelect={() => active !== null && openTexts(active.row)}
            />
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

type ItemProps = {
  readonly label: string;
  readonly keys?: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
};

function Item({ label, keys, icon, disabled = false, onSelect }: ItemProps) {
  return (
    <ContextMenu.Item className="menu__item" disabled={disabled} onClick={onSelect}>
      {icon === undefined ? <span className="icon" /> : <Icon name={icon} />}
      {label}
      {keys !== undefined && <Key>{keys}</Key>}
    </ContextMenu.Item>
  );
}

/** As the right button would, at the cell: for the keyboard's own menu key. */
export function openContextMenu(cell: string): void {
  const element = document.getElementById(cell);
  const box = element?.getBoundingClientRect();
  if (element === null || box === undefined) return;
  const place = { clientX: box.left + 24, clientY: box.bottom - 4 };
  element.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, ...place }));
}
