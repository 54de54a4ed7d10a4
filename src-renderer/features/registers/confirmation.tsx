import type { GridView } from "#shared/ipc/views.ts";
import type { Register } from "#shared/plan/schema.ts";
import { Button } from "../../components/button.tsx";
import { Key } from "../../components/marks.tsx";
import { State } from "../../components/state.tsx";
import { useT } from "../../app/language.tsx";
import { confirmationFor, confirmationOf, type RegisterLine } from "./rows.ts";

type Props = {
  readonly register: Register;
  readonly grid: GridView;
  readonly lines: readonly RegisterLine[];
  readonly onConfirm: (confirm: "unchanged" | "nil" | null) => void;
};

/** 无变化 · 零报告: without a change a register is reported by being confirmed. */
export function Confirmation({ register, grid, lines, onConfirm }: Props) {
  const t = useT();
  const view = confirmationOf(grid, register);
  const answer = view?.draft ?? view?.body ?? null;
  const confirmed = answer !== null && "confirm" in answer ? answer.confirm : null;
  const kind = confirmationFor(lines);
  return (
    <div>
      <span className="stat__label">{t("registers:confirmTitle")}</span>
      {confirmed !== null && view !== undefined ? (
        <span className="row registers__confirmed">
          <State state={view.state} chip />
          {t(confirmed === "nil" ? "registers:confirmedNil" : "registers:confirmedUnchanged")}
          {view.draft !== null && (
            <Button size="sm" variant="quiet" onClick={() => onConfirm(null)}>
              {t("registers:undoConfirm")}
            </Button>
          )}
        </span>
      ) : kind === null ? (
        <span className="hint">{t("registers:confirmNotNeeded")}</span>
      ) : (
        <Button
          size="sm"
          icon="check"
          disabled={grid.locked}
          title={t("registers:confirmNeeded")}
          onClick={() => onConfirm(kind)}
        >
          {t(kind === "nil" ? "registers:confirmNil" : "registers:confirmUnchanged")}
          <Key>{t(kind === "nil" ? "registers:keyNil" : "registers:keyUnchanged")}</Key>
        </Button>
      )}
    </div>
  );
}
