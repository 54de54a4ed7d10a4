import type { Translate } from "#shared/i18n/words.ts";
import type { CellState } from "#shared/ipc/views.ts";
import { allStates } from "../../../app/period-progress.ts";
import { useT } from "../../../app/language.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Icon } from "../../../components/icon.tsx";
import { State } from "../../../components/state.tsx";

/** What the grid makes of a cell in each state; the first column always says the state in words. */
const looks: Record<CellState, string> = {
  empty: "",
  draft: "",
  na: "is-na",
  sealed: "is-locked",
  accepted: "is-locked",
  resubmitted: "is-locked",
  invalid: "is-invalid",
  warned: "is-warned",
  returned: "is-returned",
  conflict: "is-conflict",
};

const sampleIn = (t: Translate, state: CellState): string => {
  if (state === "empty") return "";
  return state === "na" ? t("states:na") : "1,234.00";
};

/** Every look that a cell can have, with the word for it and what it means. */
export function Legend({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open onClose={onClose} title={t("entry:legendTitle")}>
      <table className="table table--dense cell-legend">
        <tbody>
          {allStates.toReversed().map((state) => (
            <tr key={state}>
              <td className="legend__mark">
                <State state={state} />
              </td>
              <td>
                <div className={`gc legend__cell ${looks[state]}`}>{sampleIn(t, state)}</div>
              </td>
              <td>{t(`entry:legend.${state}`)}</td>
            </tr>
          ))}
          <tr>
            <td className="legend__mark">
              <Icon name="fx" size={14} />
            </td>
            <td>
              <div className="gc legend__cell is-computed">9.4</div>
            </td>
            <td>{t("entry:legendComputed")}</td>
          </tr>
        </tbody>
      </table>
    </Dialog>
  );
}
