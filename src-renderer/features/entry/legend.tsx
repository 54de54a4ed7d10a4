import { allStates } from "../../app/period-progress.ts";
import { useT } from "../../app/language.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { State } from "../../components/state.tsx";

/** Every look that a cell can have, with the word for it and what it means. */
export function Legend({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open onClose={onClose} title={t("entry:legendTitle")}>
      <table className="table table--dense">
        <tbody>
          {allStates.toReversed().map((state) => (
            <tr key={state}>
              <td className="legend__mark">
                <State state={state} />
              </td>
              <td>
                <div className={`gc legend__cell is-${state}`}>{state === "empty" ? "" : "1,234.00"}</div>
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
