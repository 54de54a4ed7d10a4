import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useDecisionKeys } from "./use-decision-keys.ts";

type Props = { readonly onMove: (step: 1 | -1) => void; readonly onReopen: () => void };

/** In a closed period there is nothing to decide; the arrows still move. */
export function LockedBar({ onMove, onReopen }: Props) {
  const t = useT();
  useDecisionKeys({
    k: () => onMove(-1),
    j: () => onMove(1),
    ArrowUp: () => onMove(-1),
    ArrowDown: () => onMove(1),
  });
  return (
    <footer className="rdetail__foot">
      <span className="state state--sealed">
        <Icon name="st-sealed" size={14} />
        {t("review:lockedText")}
      </span>
      <span className="grow" />
      <Button icon="undo" onClick={onReopen}>
        {t("review:unlock")}
      </Button>
    </footer>
  );
}
