import type { ItemView } from "#shared/ipc/views.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import { State } from "../../components/state.tsx";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { cellText } from "./cells.ts";
import type { IndicatorRow } from "./rows.ts";

/** This period's draft and what was reported before. */
export function History({ view, row }: { view: ItemView; row?: IndicatorRow }) {
  const t = useT();
  const formats = useFormats();
  const words = (body: RevisionBody): string => {
    if (row !== undefined) return cellText(t, row, body);
    return "progress" in body ? (body.progress ?? "") : "noProgress" in body ? t("entry:noProgress") : "";
  };
  const past = [...view.previous, ...(view.lastYear === null ? [] : [view.lastYear])];
  return (
    <div className="stack stack--1">
      <div className="label">{t("entry:history")}</div>
      <ul className="timeline">
        <li className="is-now">
          <span className="timeline__meta">
            <b>{formats.period(view.period)}</b>
            <State state={view.state} />
            {view.savedAt !== null && (
              <span>
                {t("entry:draftOf", { author: view.author ?? "", at: formats.dayTime(view.savedAt) })}
              </span>
            )}
          </span>
        </li>
        {past.map(({ period, body }) => (
          <li key={period}>
            <span className="timeline__meta">
              <b>{formats.period(period)}</b>
              {body === null && t("entry:historyNone")}
            </span>
            {body !== null && <div className="clamp-2 muted">{words(body)}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
