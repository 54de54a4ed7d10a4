import { useState } from "react";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button, buttonClass } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Link } from "../../components/link.tsx";
import { Select } from "../../components/select.tsx";
import { useMark } from "../../components/use-mark.ts";
import { SearchField } from "../../components/search-field.tsx";
import { exemplaryRows, exemplaryTable, orders, type ExemplaryRow, type Order } from "./exemplary-rows.ts";
import "./exemplary.css";

/** 典型经验 that the office picked out while it judged, to search, to copy and to write down elsewhere. */
export function ExemplaryView() {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<Order>("marked");
  const query = useEngine("exemplary.list", {});
  const list = query.status === "ready" ? query.value : null;
  const rows = list === null ? [] : exemplaryRows(plan, list, order, search);
  const isEmpty = list !== null && list.length === 0;
  return (
    <>
      {!isEmpty && (
        <div className="subbar monitoring-bar">
          <SearchField label={t("exemplary:search")} value={search} onChange={setSearch} />
          <Select
            size="sm"
            label={t("exemplary:order")}
            value={order}
            onChange={setOrder}
            options={orders.map((value) => ({ value, label: t(`exemplary:order.${value}`) }))}
          />
          <span className="grow" />
          <ExportMenu table={rows.length === 0 ? null : exemplaryTable(t, formats, rows)} />
        </div>
      )}
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {isEmpty && (
        <Empty icon="star" title={t("exemplary:none")}>
          {t("exemplary:noneText")} {t("exemplary:local")}
        </Empty>
      )}
      {list !== null && !isEmpty && (
        <div
          className="monitoring-pane"
          tabIndex={0}
          role="region"
          aria-label={t("monitoring:view.exemplary")}
        >
          <p className="muted t-13">{t("exemplary:local")}</p>
          {rows.length === 0 && <p className="t-13">{t("exemplary:noMatch", { text: search.trim() })}</p>}
          {rows.map((row) => (
            <Entry key={`${row.entry.unit} ${row.entry.period} ${row.entry.item}`} row={row} />
          ))}
        </div>
      )}
    </>
  );
}

function Entry({ row }: { row: ExemplaryRow }) {
  const t = useT();
  const formats = useFormats();
  const copy = useCopy();
  const mark = useMark();
  const { setPeriod } = useSession();
  const { entry, unit, no, task, text } = row;
  const { period, item, by, at, since } = entry;
  const named = t("common:task", { no });
  const copied = t("exemplary:copied", {
    unit,
    period: formats.period(period),
    task: task?.title ?? named,
    text,
  });
  return (
    <article className="card exemplary">
      <div className="card__head">
        <h2>{unit}</h2>
        <span className="muted t-12 nowrap">{formats.period(period)}</span>
        <span className="t-13 truncate grow">
          <span className="faint">{named}</span> {task?.title}
        </span>
        <Button
          variant="quiet"
          size="sm"
          icon="copy"
          aria-label={t("exemplary:copyOf", { unit, task: named })}
          onClick={() => copy(copied)}
        >
          {t("common:copy")}
        </Button>
        <Link
          page="review"
          params={{ unit: entry.unit, tab: "all", item }}
          className={buttonClass({ variant: "quiet", size: "sm" })}
          onClick={() => setPeriod(period)}
        >
          {t("exemplary:toReview")}
        </Link>
        <Button
          variant="quiet"
          size="sm"
          icon="x"
          aria-label={t("exemplary:takeOf", { unit, task: named })}
          onClick={() => void mark({ unit: entry.unit, period, item, marked: false })}
        >
          {t("exemplary:take")}
        </Button>
      </div>
      <div className="card__body">
        <p className="exemplary__text">{text}</p>
        <p className="muted t-12">
          {t("exemplary:by", { by, at: formats.fullDay(at) })}
          {since !== "unchanged" && (
            <>
              {t("common:sentenceSeparator")}
              {t(`exemplary:since.${since}`)}
            </>
          )}
        </p>
      </div>
    </article>
  );
}
