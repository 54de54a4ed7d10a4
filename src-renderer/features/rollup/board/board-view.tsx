import { useState } from "react";
import { unitName } from "#shared/plan/units.ts";
import { countCells, type TaskBoard } from "#shared/rollup/task-board.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { Filters } from "../../../components/filters.tsx";
import { ExportMenu } from "../../../components/export-menu.tsx";
import { Select } from "../../../components/select.tsx";
import { BoardChart } from "./board-chart.tsx";
import { Board } from "./board.tsx";
import { boardRows, boardTable, cellKinds, type CellKind } from "./board-rows.ts";

const ALL = "all";

/** The board with its filters, how much is in which state, and the same as a picture by unit. */
export function BoardView({ board }: { board: TaskBoard }) {
  const t = useT();
  const formats = useFormats();
  const { plan, period } = useSession();
  const [section, setSection] = useState<string>(ALL);
  const [kind, setKind] = useState<CellKind | null>(null);
  const [asPicture, setAsPicture] = useState(false);
  const ofSection = boardRows(plan, board, section === ALL ? null : section, null);
  const rows = boardRows(plan, board, section === ALL ? null : section, kind);
  const counts = countCells(ofSection.flatMap(({ cells }) => cells));
  const table = boardTable(
    t,
    plan,
    board,
    boardRows(plan, board, section === ALL ? null : section, kind),
    formats.period(period),
  );
  return (
    <>
      <div className="subbar rollup-bar board-bar">
        <Select
          label={t("taskBoard:section")}
          size="sm"
          value={section}
          onChange={setSection}
          options={[
            { value: ALL, label: t("taskBoard:allSections") },
            ...plan.sections
              .filter(({ id }) => plan.tasks.some((task) => task.section === id))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Filters
          label={t("taskBoard:kinds")}
          value={kind}
          onChange={setKind}
          items={cellKinds.map((name) => ({
            value: name,
            label: t(`taskBoard:kind.${name}`),
            count: counts[name],
          }))}
        />
        <span className="muted t-12 nowrap">
          {t("taskBoard:problems", { known: board.problems.known, struckOff: board.problems.struckOff })}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="link t-13"
          aria-pressed={asPicture}
          onClick={() => setAsPicture(!asPicture)}
        >
          {t(asPicture ? "taskBoard:asBoard" : "charts:asPicture")}
        </button>
        <ExportMenu table={table} />
      </div>
      {asPicture ? (
        <div className="pane">
          <BoardChart rows={ofSection} nameOf={(unit) => unitName(plan, unit)} />
        </div>
      ) : (
        <Board board={board} rows={rows} kind={kind} />
      )}
    </>
  );
}
