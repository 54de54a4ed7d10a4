import type { ConflictView } from "#shared/ipc/views.ts";
import { sideNumber } from "#shared/i18n/side-text.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";

type Props = {
  readonly conflict: ConflictView;
  readonly revision: ConflictView["sides"][number]["revision"];
};

/** 暂用: has 含待审 count this side meanwhile, or no more. No record comes of it. */
export function ProvisionalTool({ conflict, revision }: Props) {
  const t = useT();
  const tell = useTell();
  const no = sideNumber(t, conflict.sides.findIndex((side) => side.revision === revision) + 1);
  const isChosen = conflict.provisional === revision;
  const words = t(isChosen ? "officeConflict:useNoMore" : "officeConflict:useMeanwhile");

  const choose = async (): Promise<void> => {
    const { unit, period, item } = conflict;
    const asked = { unit, period, item, revision: isChosen ? null : revision };
    const reply = await callEngine("conflict.useMeanwhile", asked);
    if (!reply.ok) return tell.failed(reply.error);
    tell.done(t(isChosen ? "officeConflict:usedNoMore" : "officeConflict:usedNow", { no }));
    invalidate("conflict.list", "rollup.get", "rollup.trace", "rollup.series");
  };

  // NOTE: one button for both, so that the focus stays where it was pressed.
  return (
    <div className="conflict-tool">
      {isChosen && <span className="conflict-tool__mark">{t("officeConflict:usedMark")}</span>}
      <Button
        variant="quiet"
        size="sm"
        icon={isChosen ? "x" : "chart"}
        aria-label={t("common:labelled", { label: words, text: t("officeConflict:side", { no }) })}
        onClick={() => void choose()}
      >
        {words}
      </Button>
    </div>
  );
}
