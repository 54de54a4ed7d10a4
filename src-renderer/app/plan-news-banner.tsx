import { Banner } from "../components/banner.tsx";
import { buttonClass } from "../components/button.tsx";
import { Link } from "../components/link.tsx";
import { useT } from "./language.tsx";
import { useEngine } from "./queries.ts";

/** Says that the plan is another version, until that was read. */
export function PlanNewsBanner() {
  const t = useT();
  const news = useEngine("plan.news", {});
  if (news.status !== "ready" || news.value.from === null) return null;
  const { to, changes, kept } = news.value;
  const look = (
    <Link page="plan-news" className={buttonClass({ size: "sm" })}>
      {t("planNews:look")}
    </Link>
  );
  return (
    <Banner title={t("planNews:updated", { version: to })} action={look}>
      <br />
      {t("planNews:updatedText", { changes: changes.length, kept: kept.length })}
    </Banner>
  );
}
