import { describePlanError } from "#shared/plan/plan-error.ts";
import type { PlanOutcome } from "#shared/ipc/plan-view.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ChangeList } from "./change-list.tsx";

type Props = {
  readonly title: string;
  readonly outcome: PlanOutcome;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onTake: () => void;
};

/** A version before it is taken into use: what it changes, or everything that is wrong with it. */
export function OutcomeDialog({ title, outcome, busy, onClose, onTake }: Props) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const refused = outcome.status === "refused";
  const footer = (
    <>
      <span className="grow hint">{!refused && t("planEdit:takeText")}</span>
      <Button onClick={onClose}>{t(refused ? "common:close" : "common:cancel")}</Button>
      {!refused && (
        <Button variant="primary" icon="check" busy={busy} onClick={onTake}>
          {t("planEdit:take", { version: outcome.version })}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open holdsFocus size="lg" title={title} onClose={onClose} footer={footer}>
      {refused ? (
        <div className="stack stack--3">
          <Banner kind="invalid" title={t("planEdit:refused", { count: outcome.errors.length })} />
          <ul className="plan-errors">
            {outcome.errors.map((error) => {
              const sentence = describePlanError(error, language);
              return <li key={sentence}>{sentence}</li>;
            })}
          </ul>
        </div>
      ) : (
        <ChangeList changes={outcome.changes} />
      )}
    </Dialog>
  );
}
