import { reportingUnits } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Card } from "../../components/card.tsx";
import { BasisTag } from "./basis-tag.tsx";
import { openMatters } from "./open-matters.ts";
import { PublishCard } from "./publish-card.tsx";

/** What the plan is, what it leaves open, and its publication. */
export function Overview() {
  return (
    <div className="plan-cols">
      <OpenMatters />
      <div className="stack stack--4">
        <PublishCard />
        <DocumentCard />
      </div>
    </div>
  );
}

function OpenMatters() {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const hint = <span className="hint">{t("plan:settingsText")}</span>;
  return (
    <Card title={t("plan:settings")} aside={hint}>
      <table className="table table--dense plan-table">
        <thead>
          <tr>
            <th scope="col">{t("plan:setting")}</th>
            <th scope="col">{t("plan:value")}</th>
            <th scope="col">{t("plan:basis")}</th>
          </tr>
        </thead>
        <tbody>
          {openMatters(plan, t, formats).map(({ id, label, value, basis }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className={value === null ? "faint" : undefined}>{value ?? t("plan:unset")}</td>
              <td>{basis !== null && <BasisTag basis={basis} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function DocumentCard() {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const { document } = plan;
  const restored = document.source.restorations.length;
  return (
    <Card title={t("plan:document")}>
      <dl className="dl card__body">
        <dt>{t("plan:name")}</dt>
        <dd>{document.title}</dd>
        <dt>{t("plan:issuer")}</dt>
        <dd>
          {document.issuer} {document.issuerBasis !== "notice" && <BasisTag basis={document.issuerBasis} />}
        </dd>
        <dt>{t("plan:issued")}</dt>
        <dd>{formats.fullDay(document.issuedDate)}</dd>
        <dt>{t("plan:number")}</dt>
        <dd className={document.documentNumber === undefined ? "faint" : undefined}>
          {document.documentNumber ?? t("plan:notGiven")}
        </dd>
        <dt>{t("plan:approval")}</dt>
        <dd>{document.approval}</dd>
        <dt>{t("plan:publicity")}</dt>
        <dd>{document.publicity}</dd>
        <dt>{t("plan:span")}</dt>
        <dd>{t("plan:spanText", { start: document.startYear, end: document.endYear })}</dd>
        <dt>{t("plan:content")}</dt>
        <dd>
          {t("plan:contentText", {
            tasks: plan.tasks.length,
            indicators: plan.indicators.length,
            registers: plan.registers.length,
            units: reportingUnits(plan).length,
          })}
        </dd>
        {restored > 0 && (
          <>
            <dt>{t("plan:source")}</dt>
            <dd>{t("plan:sourceText", { count: restored })}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}
