import { useState } from "react";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { ConfirmDialog } from "../../components/dialog.tsx";
import { Link } from "../../components/link.tsx";

/** Where the data are, for whom, on which plan; and leaving it. */
export function WorkspaceCard() {
  const t = useT();
  const tell = useTell();
  const { info, workspace } = useSession();
  const [asking, setAsking] = useState(false);
  const close = async (): Promise<void> => {
    setAsking(false);
    const reply = await callEngine("workspace.close", {});
    if (reply.ok) invalidate("app.info");
    else tell.failed(reply.error);
  };
  const { plan } = workspace;
  return (
    <Card title={t("settings:workspace")}>
      <div className="card__body">
        <dl className="dl">
          <dt>{t("settings:role")}</dt>
          <dd>{t(`settings:role.${workspace.role}`)}</dd>
          <dt>{t("settings:unit")}</dt>
          <dd>{workspace.unit.name}</dd>
          <dt>{t("settings:name")}</dt>
          <dd>{workspace.name}</dd>
          <dt>{t("settings:plan")}</dt>
          <dd>
            {t("settings:planVersion", { title: plan.shortTitle, version: plan.version })}
            {t("common:inBrackets", {
              text: t(plan.bundled ? "settings:planBundled" : "settings:planSigned"),
            })}{" "}
            {workspace.role === "reporter" && plan.version > 1 && (
              <Link page="plan-news">{t("planNews:title")}</Link>
            )}
          </dd>
          <dt>{t("settings:folder")}</dt>
          <dd className="settings-path mono">{workspace.dir}</dd>
          <dt>{t("settings:programVersion")}</dt>
          <dd>{info.version}</dd>
        </dl>
        <div className="row">
          <Button icon="folder" onClick={() => void callEngine("files.reveal", { path: workspace.dir })}>
            {t("settings:openFolder")}
          </Button>
          <Button onClick={() => setAsking(true)}>{t("settings:close")}</Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void close()}
        title={t("settings:close")}
        action={t("settings:close")}
      >
        {t("settings:closeText")}
      </ConfirmDialog>
    </Card>
  );
}
