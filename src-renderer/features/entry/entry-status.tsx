import { Key } from "../../components/marks.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { groupFigure } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useGrid } from "./grid/grid-context.ts";
import { selectionFigures } from "./grid/selection-figures.ts";

/** What is selected, or the three keys that are enough to begin with. */
export function EntryStatus() {
  const t = useT();
  const { selection, active } = useGrid();
  const [row] = selection.rows;
  const isWorkedOut = active?.column === "now" && row?.kind === "indicator" && row.input === undefined;
  return (
    <StatusNote>
      {selection.isBlock ? (
        <SelectedCells />
      ) : isWorkedOut ? (
        <span role="status">{t("entry:workedOut")}</span>
      ) : (
        <span className="row hints">
          <Key>{t("entry:keyEnter")}</Key>
          {t("entry:hintNext")}
          <Key>{t("entry:keyEdit")}</Key>
          {t("entry:hintEdit")}
          <Key>{t("entry:keyCancel")}</Key>
          {t("entry:hintCancel")}
        </span>
      )}
    </StatusNote>
  );
}

function SelectedCells() {
  const t = useT();
  const { selection } = useGrid();
  const { cells, least, most, isChains, isSeveral } = selectionFigures(selection);
  return (
    <span className="row hints tnum" role="status">
      {t("entry:selected")} <b>{cells}</b> {t("entry:selectedCells")}
      {least !== null && most !== null && (
        <>
          <span>{t("entry:least")}</span> <b>{groupFigure(least)}</b>
          <span>{t("entry:most")}</span> <b>{groupFigure(most)}</b>
        </>
      )}
      {least !== null && isSeveral && <span>{t(isChains ? "entry:chainsOverlap" : "entry:notAdded")}</span>}
    </span>
  );
}
