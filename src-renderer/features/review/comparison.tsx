import type { ReactNode } from "react";
import type { ReviewItem } from "#shared/ipc/views.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { bodyFields, type BodyField } from "../../components/body-fields.ts";
import { difference } from "../../components/difference.ts";
import { figureChange, shownValue } from "../../components/figure-change.ts";

type Column = {
  readonly id: "now" | "before" | "last" | "lastYear";
  readonly title: string;
  readonly sub: string;
  readonly fields: readonly BodyField[];
};

/** Figures and short answers in columns; running texts below, beside what stood there before. */
export function Comparison({ item }: { item: ReviewItem }) {
  const columns = useColumns(item);
  const now = columns[0]?.fields ?? [];
  const rows = rowsOf(columns).filter(({ kind }) => kind !== "text");
  // The note that explains a finding stands with the finding.
  const isSaidBelow = item.findings.some(({ tier }) => tier === "soft");
  const texts = rowsOf(columns).filter(({ kind, id }) => kind === "text" && !(isSaidBelow && id === "note"));
  const against = columns.find(({ id }) => id === "before") ?? columns.find(({ id }) => id === "last");
  return (
    <>
      {rows.length > 0 && <FigureTable columns={columns} rows={rows} />}
      {texts.length > 0 && (
        <div className="texts">
          {texts.map(({ id, label }) => (
            <TextPair
              key={id}
              label={label}
              now={now.find((field) => field.id === id)?.value ?? ""}
              against={against}
              before={against?.fields.find((field) => field.id === id)?.value ?? ""}
            />
          ))}
        </div>
      )}
    </>
  );
}

function useColumns(item: ReviewItem): readonly Column[] {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const read = (body: RevisionBody | null | undefined): readonly BodyField[] =>
    body === null || body === undefined ? [] : bodyFields(plan, item.item, body, t);
  const head = item.heads[0];
  const last = item.previous[0];
  const columns: Column[] = [
    {
      id: "now",
      title: t(item.state === "resubmitted" ? "review:nowResubmitted" : "review:now"),
      sub: head === undefined ? "" : formats.day(head.at),
      fields: read(head?.body),
    },
  ];
  if (item.before !== null) {
    const title = t(item.decision?.outcome === "returned" ? "review:before" : "review:beforeAccepted");
    columns.push({ id: "before", title, sub: "", fields: read(item.before) });
  }
  if (last !== undefined) {
    columns.push({
      id: "last",
      title: t("review:last"),
      sub: formats.period(last.period),
      fields: read(last.body),
    });
  }
  if (item.lastYear !== null) {
    const { period, body } = item.lastYear;
    columns.push({
      id: "lastYear",
      title: t("review:lastYear"),
      sub: formats.period(period),
      fields: read(body),
    });
  }
  return columns;
}

/** One line per member that any column has, in the order of the first that has it. */
function rowsOf(columns: readonly Column[]): readonly BodyField[] {
  const rows = new Map<string, BodyField>();
  for (const { fields } of columns)
    for (const field of fields) if (!rows.has(field.id)) rows.set(field.id, field);
  return [...rows.values()].toSorted((a, b) => Number(a.computed) - Number(b.computed));
}

function FigureTable({ columns, rows }: { columns: readonly Column[]; rows: readonly BodyField[] }) {
  const t = useT();
  const against = columns.find(({ id }) => id === "before") ?? columns.find(({ id }) => id === "last");
  return (
    <div className="card compare-card" tabIndex={0} role="region" aria-label={t("review:input")}>
      <table className="table compare">
        <thead>
          <tr>
            <th scope="col">{t("review:input")}</th>
            {columns.map(({ id, title, sub }) => (
              <HeadCells key={id} now={id === "now"} title={title} sub={sub} change={id === against?.id} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.computed ? "computed" : undefined}>
              <th scope="row">
                {row.label} {row.unit !== "" && <small>{row.unit}</small>}
              </th>
              {columns.map((column) => (
                <ValueCells key={column.id} row={row} column={column} columns={columns} against={against} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadProps = {
  readonly now: boolean;
  readonly title: string;
  readonly sub: string;
  readonly change: boolean;
};

/** The change stands right behind what it is against. */
function HeadCells({ now, title, sub, change }: HeadProps) {
  const t = useT();
  return (
    <>
      <th scope="col" className={now ? "num now" : "num"}>
        {title}
        <small>{sub}</small>
      </th>
      {change && (
        <th scope="col" className="num">
          {t("review:change")}
        </th>
      )}
    </>
  );
}

type CellProps = {
  readonly row: BodyField;
  readonly column: Column;
  readonly columns: readonly Column[];
  readonly against: Column | undefined;
};

function ValueCells({ row, column, columns, against }: CellProps) {
  const fieldIn = ({ fields }: Column): BodyField | undefined => fields.find(({ id }) => id === row.id);
  const field = fieldIn(column);
  const now = columns[0] === undefined ? undefined : fieldIn(columns[0]);
  const before = against === undefined ? undefined : fieldIn(against);
  const isNow = column.id === "now";
  const changed = isNow && !row.computed && against?.id === "before" && now?.value !== before?.value;
  const shown: ReactNode = field === undefined ? "—" : shownValue(field);
  return (
    <>
      <td className={isNow ? "num now" : "num"}>{changed ? <mark>{shown}</mark> : shown}</td>
      {column.id === against?.id && <td className="num change">{figureChange(now, before) ?? ""}</td>}
    </>
  );
}

type PairProps = {
  readonly label: string;
  readonly now: string;
  readonly before: string;
  readonly against: Column | undefined;
};

function TextPair({ label, now, before, against }: PairProps) {
  const t = useT();
  if (against === undefined || now === before) {
    const same = against !== undefined && now !== "";
    return (
      <section>
        <h3>
          {label}
          {same && <span className="push">{t("review:same", { column: against.title })}</span>}
        </h3>
        <div className="texts__pair texts__pair--single">
          <div>{now || "—"}</div>
        </div>
      </section>
    );
  }
  return (
    <section>
      <h3>{label}</h3>
      <div className="texts__pair">
        <div>{before === "" ? now || "—" : <Marked base={before} text={now} />}</div>
        <div>
          <span className="subh">{[against.title, against.sub].filter(Boolean).join(" ")}</span>
          {before || "—"}
        </div>
      </div>
    </section>
  );
}

/** The text with what is new in it marked. */
function Marked({ base, text }: { base: string; text: string }) {
  return difference(base, text)
    .filter(({ kind }) => kind !== "removed")
    .map((part, index) => (part.kind === "added" ? <ins key={index}>{part.text}</ins> : part.text));
}
