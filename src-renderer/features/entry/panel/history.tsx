import { useState } from "react";
import type { ItemHistory } from "#shared/ipc/draft-views.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import { Button } from "../../../components/button.tsx";
import { State } from "../../../components/state.tsx";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useEngine } from "../../../app/queries.ts";
import { actKey, answerWords, changeWords, outcomeKey } from "./history-words.ts";
import type { IndicatorRow } from "../grid/rows.ts";
import { useWhen } from "./use-when.ts";

type Props = { readonly view: ItemView; readonly row?: IndicatorRow };

/** Lines of this period that are shown before the earlier ones are asked for. */
const SHOWN = 2;

/** 历次: what this period's answer went through, then what was reported before. */
export function History({ view, row }: Props) {
  const t = useT();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const told = useEngine("entry.history", { period: view.period, item: view.item });
  const lines = told.status === "ready" ? told.value : [];
  const earlier = lines.length - SHOWN;
  const past = [...view.previous, ...(view.lastYear === null ? [] : [view.lastYear])];
  return (
    <div className="stack stack--1">
      <div className="row">
        <div className="label grow">{t("history:title")}</div>
        {earlier > 0 && (
          <Button size="sm" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("history:fewer") : t("history:earlier", { count: earlier })}
          </Button>
        )}
      </div>
      <ul className="timeline">
        <li className="is-now">
          <span className="timeline__meta">
            <b>{formats.period(view.period)}</b>
            <State state={view.state} />
          </span>
        </li>
        {(all ? lines : lines.slice(0, SHOWN)).map((line, index) => (
          // Lines have no name of their own; their order never changes under them.
          <li key={lines.length - index}>
            <HistoryLine line={line} {...(row && { row })} />
          </li>
        ))}
        {past.map(({ period, body }) => (
          <li key={period}>
            <span className="timeline__meta">
              <b>{formats.period(period)}</b>
              {body === null && t("history:none")}
            </span>
            {body !== null && <div className="clamp-2 muted">{answerWords(t, row, body)}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function HistoryLine({ line, row }: { line: ItemHistory[number]; row?: IndicatorRow }) {
  const t = useT();
  const when = useWhen();
  const who = { name: line.by, at: when(line.at) };
  switch (line.kind) {
    case "draft": {
      const act = actKey(line.act);
      return (
        <>
          <span className="timeline__meta">
            {t("history:who", who)}
            {act !== null && <span>{t(act)}</span>}
          </span>
          <div className="clamp-2 muted">{changeWords(t, row, line)}</div>
        </>
      );
    }
    case "revision":
      return (
        <>
          <span className="timeline__meta">
            {t("history:who", who)}
            <b>{t(line.replaces ? "history:corrected" : "history:sealed")}</b>
          </span>
          <div className="clamp-2 muted">{answerWords(t, row, line.body)}</div>
          {line.reason !== null && (
            <div className="muted">
              {t("history:correctionReason", { reason: t(`answers:correction.${line.reason}`) })}
            </div>
          )}
        </>
      );
    case "decision":
      return (
        <>
          <span className="timeline__meta">
            {t("history:office", who)}
            <b>{t(outcomeKey(line.outcome))}</b>
          </span>
          {line.comment !== null && <div className="muted">{line.comment}</div>}
        </>
      );
  }
}
