import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { callEngine } from "../../app/bridge.ts";
import { useLanguage, useT } from "../../app/language.tsx";
import { usePreferences } from "../../app/preferences.ts";
import { invalidate } from "../../app/queries.ts";
import { navigate } from "../../app/router.ts";
import type { AppInfo } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { OfficeForm } from "./office-form.tsx";
import type { OfficeWay } from "./office-question.tsx";
import { ReporterForm } from "./reporter-form.tsx";
import { RoleQuestion, type Role } from "./role-question.tsx";
import { StartSide } from "./start-side.tsx";
import "./first-start.css";

/** Three questions at most, then a workspace. */
export function FirstStart({ info }: { info: AppInfo }) {
  const t = useT();
  const language = useLanguage();
  const tell = useTell();
  const setPreferences = usePreferences();
  const [role, setRole] = useState<Role | null>(null);
  const [officeWay, setOfficeWay] = useState<OfficeWay>("found");
  const open = async (dir: string): Promise<void> => {
    const reply = await callEngine("workspace.open", { dir });
    if (!reply.ok) return tell.failed(reply.error);
    navigate("home");
    invalidate();
  };
  const openOther = async (): Promise<void> => {
    const chosen = await callEngine("files.choose", { purpose: "workspace" });
    const dir = chosen.ok ? chosen.value.paths[0] : undefined;
    if (dir !== undefined) await open(dir);
  };
  const created = (): void => {
    navigate("welcome");
    invalidate();
  };
  return (
    <div className="start">
      <StartSide role={role} officeWay={officeWay} />
      <main className="start__main">
        <div className="start__bar">
          <Button
            variant="quiet"
            size="sm"
            icon="globe"
            onClick={() => void setPreferences({ language: language === "en" ? "zh-CN" : "en" })}
          >
            {t("shell:otherLanguage")}
          </Button>
          <Button variant="quiet" size="sm" icon="folder" onClick={() => void openOther()}>
            {t("firstStart:openOther")}
          </Button>
        </div>
        <div className="start__form">
          {role === null && info.recent.length > 0 && <Recent recent={info.recent} onOpen={open} />}
          <RoleQuestion role={role} onChange={setRole} />
          {role === "reporter" && <ReporterForm workspacesDir={info.workspacesDir} onCreated={created} />}
          {role === "office" && (
            <OfficeForm
              way={officeWay}
              onWay={setOfficeWay}
              workspacesDir={info.workspacesDir}
              onCreated={created}
            />
          )}
        </div>
      </main>
    </div>
  );
}

type RecentProps = { readonly recent: AppInfo["recent"]; readonly onOpen: (dir: string) => Promise<void> };

function Recent({ recent, onOpen }: RecentProps) {
  const t = useT();
  return (
    <section className="recent">
      <h2 className="t-16">{t("firstStart:recent")}</h2>
      <div className="row row--wrap">
        {recent.map(({ dir, name, role }, index) => (
          <Button
            key={dir}
            variant={index === 0 ? "primary" : "normal"}
            autoFocus={index === 0}
            icon={role === "office" ? "office" : "building"}
            title={dir}
            onClick={() => void onOpen(dir)}
          >
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
