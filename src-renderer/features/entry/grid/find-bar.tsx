import { useMemo, useState } from "react";
import { useT } from "../../../app/language.tsx";
import { IconButton } from "../../../components/button.tsx";
import { TextInput } from "../../../components/field.tsx";
import { itemRows } from "./active-cell.ts";
import { cellValue } from "./cell-value.ts";
import type { GridRow, ItemRow } from "./rows.ts";

type Props = {
  readonly rows: readonly GridRow[];
  readonly onGo: (row: string) => void;
  readonly onClose: () => void;
};

/** Ctrl+F: goes from line to line whose name, number, figure or words hold what is typed. */
export function FindBar({ rows, onGo, onClose }: Props) {
  const t = useT();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const wanted = plain(text);
  const found = useMemo(
    () =>
      wanted === ""
        ? []
        : itemRows(rows).filter((row) => wordsOf(row).some((word) => plain(word).includes(wanted))),
    [rows, wanted],
  );
  const go = (index: number): void => {
    const next = found.at(index % Math.max(1, found.length));
    if (next === undefined) return;
    setAt((index + found.length) % found.length);
    onGo(next.id);
  };
  return (
    <search className="find-bar">
      <TextInput
        size="sm"
        autoFocus
        aria-label={t("entry:find")}
        placeholder={t("entry:findHint")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") go(event.shiftKey ? at - 1 : at + 1);
          if (event.key === "Escape") onClose();
        }}
      />
      <span className="t-12 muted tnum" role="status">
        {wanted !== "" && t("entry:found", { at: found.length === 0 ? 0 : at + 1, count: found.length })}
      </span>
      <span className="grow" />
      <IconButton icon="chev-u" small label={t("entry:findPrevious")} onClick={() => go(at - 1)} />
      <IconButton icon="chev-d" small label={t("entry:findNext")} onClick={() => go(at + 1)} />
      <IconButton icon="x" small label={t("entry:findClose")} onClick={onClose} />
    </search>
  );
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/[\s,]/g, "");

function wordsOf(row: ItemRow): readonly string[] {
  const own = row.kind === "indicator" ? [row.input?.name ?? "", row.asked.indicator.id] : [];
  const no = row.kind === "task" ? [String(row.asked.task.no)] : [];
  return [row.asked.title, ...own, ...no, cellValue(row, "now"), cellValue(row, "last")];
}
