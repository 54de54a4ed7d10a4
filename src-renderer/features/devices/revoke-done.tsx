import { useT } from "../../app/language.tsx";
import { navigate } from "../../app/router.ts";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { NextSteps } from "../../components/steps.tsx";

type Props = { readonly name: string; readonly kept: number; readonly onBack: () => void };

/** Done: what was kept, and how the others learn of it. */
export function RevokeDone({ name, kept, onBack }: Props) {
  const t = useT();
  const actions = (
    <div className="row row--wrap">
      <Button variant="primary" onClick={() => navigate("plan")}>
        {t("devices:goPlan")}
      </Button>
      <Button onClick={onBack}>{t("devices:backToList")}</Button>
    </div>
  );
  return (
    <Card title={t("devices:revokeDoneTitle", { name })}>
      <div className="card__body" role="status">
        <NextSteps
          steps={[
            {
              state: "done",
              title: kept === 0 ? t("devices:effectNothing") : t("devices:effectKept", { count: kept }),
            },
            {
              state: "now",
              title: t("devices:effectSpread"),
              text: t("devices:revokeDoneText"),
              action: actions,
            },
            { state: "todo", title: t("devices:revokeNext"), text: t("devices:revokeNextText") },
          ]}
        />
      </div>
    </Card>
  );
}
