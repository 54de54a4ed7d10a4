import { useRef, useState } from "react";
import type { GridView } from "#shared/ipc/views.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Register } from "#shared/plan/schema.ts";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Confirmation } from "./confirmation.tsx";
import { RowPasteDialog } from "./paste/row-paste-dialog.tsx";
import { useBlockPaste } from "./paste/use-block-paste.ts";
import { CountsFor, RegisterStats } from "./register-stats.tsx";
import { RegisterTable } from "./register-table.tsx";
import { RegisterToolbar } from "./register-toolbar.tsx";
import { RowPanel } from "./row-panel.tsx";
import { confirmationFor, isSettled, knownRow, linesOf } from "./rows.ts";
import { usePageKeys } from "./use-page-keys.ts";
import { useRegister } from "./use-register.ts";
import { focusRow } from "./use-row-cursor.ts";

type Props = { readonly register: Register; readonly grid: GridView; readonly wanted: string | undefined };
/** A row's key and the one that it left, a row not yet keyed, or nothing. */
type Open = { readonly key: string; readonly from?: string | undefined } | "new" | null;

export function RegisterDesk({ register, grid, wanted }: Props) {
  const t = useT();
  const tell = useTell();
  const actions = useRegister(register, grid);
  const lines = linesOf(grid, register);
  const [open, setOpen] = useState<Open>(() => {
    const line = lines.find(({ view }) => view.item === wanted);
    return line === undefined ? null : { key: line.key };
  });
  // NOTE: a new row keeps its panel when it gets its key, and with it the focus and what is being typed.
  const [panel, setPanel] = useState(0);
  const show = (next: Open): void => {
    setOpen(next);
    setPanel((last) => last + 1);
  };
  const lineOf = (wantedKey: string | undefined) => lines.find(({ key }) => key === wantedKey);
  const line = open !== null && open !== "new" ? (lineOf(open.key) ?? lineOf(open.from)) : undefined;
  const isPanelOpen = open === "new" || line !== undefined;
  const place = useRef<HTMLDivElement>(null);
  const paste = useBlockPaste(grid.locked);
  const add = (): void => {
    if (!grid.locked) show("new");
  };
  const close = (): void => {
    // What is being typed is saved when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setOpen(null);
    focusRow(line?.key);
  };
  const walk = (direction: "undo" | "redo") => (): void =>
    void actions.saving[direction]().then((item) => {
      const parts = item === null ? null : parseItem(item);
      if (parts?.kind === "register" && parts.register === register.id) focusRow(parts.key);
    });
  const fitting = confirmationFor(lines);
  const confirmIn = (confirm: "nil" | "unchanged"): void => {
    if (grid.locked) return;
    if (fitting === confirm) return actions.confirm(confirm);
    tell.note(t(`registers:confirmNot_${fitting ?? "changed"}`));
  };
  usePageKeys({
    Insert: add,
    Escape: isPanelOpen ? close : undefined,
    "Control+z": walk("undo"),
    "Control+y": walk("redo"),
    "Control+Shift+z": walk("redo"),
    "Alt+1": () => confirmIn("nil"),
    "Alt+2": () => confirmIn("unchanged"),
  });
  const count = (change: string): number => lines.filter((each) => each.change === change).length;
  const changes = t("registers:changesText", {
    added: count("added"),
    changed: count("changed"),
    ended: count("ended"),
    reported: count("reported"),
  });
  return (
    <>
      <RegisterToolbar
        register={register}
        grid={grid}
        saving={actions.saving}
        onWalk={(direction) => walk(direction)()}
        onPaste={() => {
          place.current?.focus();
          void callEngine("window.edit", { command: "paste" });
        }}
        onAdd={add}
      />
      {actions.saving.failed && (
        <Banner
          kind="invalid"
          action={
            <Button size="sm" onClick={actions.saving.retry}>
              {t("common:retry")}
            </Button>
          }
        >
          {t("entry:unsaved")}
        </Banner>
      )}
      <div className={isPanelOpen ? "workarea workarea--panel" : "workarea"}>
        <div className="registers__main" ref={place} tabIndex={-1}>
          <RegisterStats lines={lines} changes={changes}>
            <Confirmation register={register} grid={grid} lines={lines} onConfirm={actions.confirm} />
          </RegisterStats>
          <RegisterTable
            register={register}
            lines={lines}
            openKey={line?.key}
            onOpen={(key) => show({ key })}
            onRestore={({ key, view }) => actions.restoreRow(key, view)}
            canRestore={({ key, view }) => view.state !== "conflict" && !actions.isSettled(view, key)}
            settled={isSettled(grid, register, lines)}
          />
          <CountsFor register={register} />
        </div>
        {isPanelOpen && (
          <RowPanel
            key={panel}
            register={register}
            line={line}
            keys={lines.map(({ key }) => key)}
            locked={grid.locked}
            actions={actions}
            onKey={(key, from) => setOpen({ key, from })}
            onGo={(key) => show({ key })}
            onClose={close}
          />
        )}
      </div>
      {paste.block !== null && (
        <RowPasteDialog
          register={register}
          block={paste.block}
          known={lines.map((each) => knownRow(each, actions.isSettled(each.view, each.key)))}
          onWrite={actions.writePasted}
          onClose={() => {
            paste.end();
            // NOTE: not into the search box, where Ctrl+Z would be its own.
            window.setTimeout(() => place.current?.focus());
          }}
        />
      )}
      <StatusNote>
        <span>{t("registers:statusNote", { text: changes })}</span>
      </StatusNote>
    </>
  );
}
