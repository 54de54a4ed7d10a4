import type { GridView } from "#shared/ipc/views.ts";
import type { Register } from "#shared/plan/schema.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Badge } from "../../components/marks.tsx";
import { useT } from "../../app/language.tsx";
import { navigate } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import type { Saving } from "../../app/use-saving.ts";
import { isAnswered, isInForce, linesOf } from "./rows.ts";

type Props = {
  readonly register: Register;
  readonly grid: GridView;
  readonly saving: Saving;
  readonly onWalk: (direction: "undo" | "redo") => void;
  readonly onPaste: () => void;
  readonly onAdd: () => void;
};

/** The registers as tabs with their rows in force, and what can be done to the one that is shown. */
export function RegisterToolbar({ register, grid, saving, onWalk, onPaste, onAdd }: Props) {
  const t = useT();
  const { plan } = useSession();
  return (
    <div className="toolbar">
      <h1>{t("shell:registers")}</h1>
      <div className="registers__tabs" role="tablist" aria-label={t("shell:registers")}>
        {plan.registers.map((each) => (
          <button
            key={each.id}
            type="button"
            role="tab"
            className="tab"
            aria-selected={each.id === register.id}
            onClick={() => navigate("registers", { register: each.id })}
          >
            {each.name}
            <Badge>{linesOf(grid, each).filter(isInForce).length}</Badge>
            {isAnswered(grid, each) && (
              <>
                <Icon name="check" size={14} />
                <span className="sr-only">{t("registers:answered")}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <span className="grow" />
      <IconButton
        icon="undo"
        label={t("entry:undo")}
        disabled={!saving.canUndo}
        onClick={() => onWalk("undo")}
      />
      <IconButton
        icon="redo"
        label={t("entry:redo")}
        disabled={!saving.canRedo}
        onClick={() => onWalk("redo")}
      />
      <span className="vr" />
      <Button variant="quiet" icon="paste" disabled={grid.locked} onClick={onPaste}>
        {t("entry:fromExcel")}
      </Button>
      <Button
        variant="primary"
        icon="plus"
        disabled={grid.locked}
        title={t("registers:addKey")}
        onClick={onAdd}
      >
        {t("registers:add")}
      </Button>
    </div>
  );
}
