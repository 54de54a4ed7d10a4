import { changeWords } from "#shared/i18n/plan-change-text.ts";
import type { Page } from "../../app/pages.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { invalidate, useEngine } from "../../app/queries.ts";
import { navigate } from "../../app/router.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { KeptDrafts } from "./kept-drafts.tsx";
import "./plan-news.css";

/** What the plan's newer version changes, and what of the drafts has no place in it. */
function PlanNewsPage() {
  const t = useT();
  const tell = useTell();
  const formats = useFormats();
  const news = useEngine("plan.news", {});
  if (news.status === "failed") return <Failed error={news.error} />;
  if (news.status === "loading") return <Loading />;
  const { from, to, changes, kept } = news.value;
  const read = async (): Promise<void> => {
    const reply = await callEngine("plan.read", {});
    if (!reply.ok) return tell.failed(reply.error);
    invalidate("plan.news");
    navigate("home");
  };
  return (
    <main className="main">
      <div className="page plan-news">
        <div className="page-head">
          <h1>{from === null ? t("planNews:title") : t("planNews:updated", { version: to })}</h1>
          {from !== null && <span className="muted">{t("planNews:since", { from, to })}</span>}
          <span className="grow" />
          {from !== null && (
            <Button variant="primary" icon="check" onClick={() => void read()}>
              {t("planNews:read")}
            </Button>
          )}
        </div>
        <Card title={t("planNews:title")}>
          {changes.length === 0 ? (
            <p className="card__body muted">{t("planNews:nothing")}</p>
          ) : (
            <ul className="plan-news__changes">
              {changes.map((change) => {
                const { part, name, what } = changeWords(t, change, formats.period);
                return (
                  <li key={`${part} ${name} ${what}`}>
                    <span className="faint">{part}</span>
                    <b>{name}</b>
                    <span>{what}</span>
                  </li>
                );
              })}
            </ul>
          )}
        </Card>
        <KeptDrafts kept={kept} />
      </div>
    </main>
  );
}

export const page: Page = {
  id: "plan-news",
  roles: ["reporter"],
  label: "planNews:title",
  icon: "plan",
  order: 90,
  unlisted: true,
  Component: PlanNewsPage,
};
