import { useState } from "react";
import { tierSchema, type Tier } from "#shared/checks/finding.ts";
import type { GridView } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { buttonClass } from "../../components/button.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { Segmented } from "../../components/segmented.tsx";
import "./checks.css";
import { foundIn } from "./found.ts";
import { FoundRow } from "./found-row.tsx";

type Filter = Tier | "all";

/** 检查结果: everything that the checks found in the period, worst first, to be explained in place. */
export function Checks() {
  const { period } = useSession();
  const grid = useEngine("entry.grid", { period });
  if (grid.status === "loading") return <Loading />;
  if (grid.status === "failed") return <Failed error={grid.error} />;
  return <Found key={period} grid={grid.value} />;
}

function Found({ grid }: { readonly grid: GridView }) {
  const t = useT();
  const [filter, setFilter] = useState<Filter>("all");
  const all = foundIn(grid);
  const countOf = (tier: Filter): number =>
    all.filter((found) => tier === "all" || found.tier === tier).length;
  const shown = tierSchema.options.filter(
    (tier) => (filter === "all" || filter === tier) && countOf(tier) > 0,
  );
  const filters: readonly Filter[] = ["all", ...tierSchema.options];
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("checks:title")}</h1>
        <Segmented<Filter>
          label={t("checks:filter")}
          value={filter}
          onChange={setFilter}
          items={filters.map((value) => ({
            value,
            label: t("checks:filterCount", { name: t(`checks:${value}`), count: countOf(value) }),
          }))}
        />
        <span className="grow" />
        <Link page="paper" params={{ sheet: "findings-sheet" }} className={buttonClass({})}>
          <Icon name="print" />
          {t("checks:print")}
        </Link>
      </div>
      <div className="checks__body" tabIndex={0} role="region" aria-label={t("checks:title")}>
        {shown.length === 0 ? (
          <Empty icon="st-accepted" title={t("checks:none")}>
            {t("checks:noneText")}
          </Empty>
        ) : (
          <table className="table card checks__table">
            <colgroup>
              <col className="checks__c-item" />
              <col className="checks__c-value" />
              <col />
              <col className="checks__c-do" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t("checks:item")}</th>
                <th scope="col" className="num">
                  {t("checks:value")}
                </th>
                <th scope="col">{t("checks:result")}</th>
                <th scope="col">{t("checks:explanation")}</th>
              </tr>
            </thead>
            {shown.map((tier) => (
              <tbody key={tier}>
                <tr className="gh">
                  <th scope="rowgroup" colSpan={4}>
                    <b>{t(`checks:${tier}`)}</b>
                    <span>{t(`checks:${tier}Text`)}</span>
                  </th>
                </tr>
                {all
                  .filter((found) => found.tier === tier)
                  .map((found) => (
                    <FoundRow key={`${tier} ${found.view.item}`} found={found} locked={grid.locked} />
                  ))}
              </tbody>
            ))}
          </table>
        )}
      </div>
    </main>
  );
}
