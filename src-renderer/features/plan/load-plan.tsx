import { useState } from "react";
import type { PlanOutcome } from "#shared/ipc/plan-view.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { useChoose } from "../../components/choose.ts";
import { usePlanEdits } from "./edits-store.ts";
import { OutcomeDialog } from "./outcome-dialog.tsx";

type Seen = { readonly file: string; readonly outcome: PlanOutcome };

/** A version out of a file: looked at first, then taken into use. */
export function LoadPlan() {
  const t = useT();
  const tell = useTell();
  const choose = useChoose();
  const { edits } = usePlanEdits();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [busy, setBusy] = useState(false);
  const inspect = async (): Promise<void> => {
    const [file] = await choose("plan");
    if (file === undefined) return;
    const reply = await callEngine("plan.inspectFile", { file });
    if (reply.ok) setSeen({ file, outcome: reply.value });
    else tell.failed(reply.error);
  };
  const load = async ({ file, outcome }: Seen): Promise<void> => {
    if (outcome.status === "refused") return;
    setBusy(true);
    const reply = await callEngine("plan.load", { file, digest: outcome.digest });
    setBusy(false);
    setSeen(null);
    if (!reply.ok) return tell.failed(reply.error);
    if (reply.value.status === "refused") return setSeen({ file, outcome: reply.value });
    tell.done(t("planEdit:taken", { version: reply.value.version }));
    invalidate();
  };
  return (
    <Card title={t("planEdit:load")}>
      <div className="card__body stack stack--3">
        <p className="t-13 muted">{t("planEdit:loadText")}</p>
        {edits.length > 0 && <p className="hint">{t("planEdit:loadAfter")}</p>}
        <div>
          <Button icon="file" disabled={edits.length > 0} onClick={() => void inspect()}>
            {t("planEdit:loadDo")}
          </Button>
        </div>
      </div>
      {seen !== null && (
        <OutcomeDialog
          title={t("planEdit:loadTitle")}
          outcome={seen.outcome}
          busy={busy}
          onClose={() => setSeen(null)}
          onTake={() => void load(seen)}
        />
      )}
    </Card>
  );
}
