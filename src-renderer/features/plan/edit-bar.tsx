import { useState } from "react";
import type { PlanOutcome } from "#shared/ipc/plan-view.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { usePlanEdits } from "./edits-store.ts";
import { OutcomeDialog } from "./outcome-dialog.tsx";

/** Changes that are not in force yet: what they come to, and putting them in force as one version. */
export function EditBar() {
  const t = useT();
  const tell = useTell();
  const { plan, edits, wrong, discard } = usePlanEdits();
  const [outcome, setOutcome] = useState<PlanOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  if (edits.length === 0 && wrong === 0) return null;
  const revise = async (trial: boolean): Promise<void> => {
    setBusy(true);
    const reply = await callEngine("plan.revise", { edits: [...edits], trial });
    setBusy(false);
    if (!reply.ok) return tell.failed(reply.error);
    if (reply.value.status !== "taken") return setOutcome(reply.value);
    setOutcome(null);
    discard();
    tell.done(t("planEdit:taken", { version: reply.value.version }));
    invalidate();
  };
  const version = plan.version + 1;
  return (
    <div className="plan-bar" role="region" aria-label={t("planEdit:bar")}>
      <b>{t("planEdit:pending", { count: edits.length })}</b>
      {wrong > 0 && <span className="plan-bar__wrong">{t("planEdit:wrong", { count: wrong })}</span>}
      <span className="grow" />
      <Button icon="undo" onClick={discard}>
        {t("planEdit:discard")}
      </Button>
      <Button
        variant="primary"
        icon="eye"
        busy={busy}
        disabled={wrong > 0 || edits.length === 0}
        onClick={() => void revise(true)}
      >
        {t("planEdit:look", { version })}
      </Button>
      {outcome !== null && (
        <OutcomeDialog
          title={t("planEdit:changesTitle", { version })}
          outcome={outcome}
          busy={busy}
          onClose={() => setOutcome(null)}
          onTake={() => void revise(false)}
        />
      )}
    </div>
  );
}
