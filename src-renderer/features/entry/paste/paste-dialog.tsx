import { useEffect, useRef, useState } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { useT } from "../../../app/language.tsx";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { Banner } from "../../../components/banner.tsx";
import { Button } from "../../../components/button.tsx";
import { Checkbox } from "../../../components/checkbox.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Key } from "../../../components/marks.tsx";
import { PasteOutcome } from "../../../components/paste-outcome.tsx";
import { UnitQuestion } from "../../../components/unit-question.tsx";
import { useEditing } from "../edits/editing-context.ts";
import type { ItemRow } from "../grid/rows.ts";
import { PasteLineRow } from "./paste-line.tsx";
import { pasteOutcomes, type PasteResult } from "./paste-result.ts";
import { editsOf, usePaste, type Pasting } from "./use-paste.ts";

type Props = {
  readonly pasting: Pasting;
  readonly rows: readonly ItemRow[];
  readonly progress: PeriodProgress;
  readonly onClose: () => void;
};

/** A look at what a block of cells would write, before it does. */
export function PasteDialog({ pasting, rows, progress, onClose }: Props) {
  const t = useT();
  const { save } = useEditing();
  const { plan, results, error, setUnit } = usePaste(pasting, rows, progress);
  const primary = useRef<HTMLButtonElement>(null);
  const isReady = results !== null;
  useEffect(() => {
    if (isReady) primary.current?.focus();
  }, [isReady]);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const all = results ?? [];
  const good = editsOf(all, ["write", "explain"]);
  const withBad = editsOf(all, ["write", "explain", "bad"]);
  const shown = all.filter(({ outcome }) => !onlyProblems || outcome !== "write");
  const write = (edits: typeof good) => () => {
    save(edits, "pasted");
    onClose();
  };
  const height = pasting.block.length;
  const width = pasting.block[0]?.length ?? 0;
  const start = rows.find(({ id }) => id === pasting.start.row)?.asked.title ?? "";
  const from = plan.layout.by === "name" ? t("paste:byName") : t("paste:from", { name: start });
  const footer = (
    <>
      <span className="t-12 muted grow row">
        {t("paste:kept")} <Key>{t("entry:keyUndo")}</Key> {t("paste:undo")}
      </span>
      <Button variant="quiet" onClick={onClose}>
        {t("common:cancel")}
      </Button>
      {withBad.length > good.length && (
        <Button onClick={write(withBad)}>{t("paste:withBad", { count: withBad.length })}</Button>
      )}
      <Button ref={primary} variant="primary" disabled={good.length === 0} onClick={write(good)}>
        {t(withBad.length > good.length ? "paste:good" : "paste:all", { count: good.length })}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      holdsFocus
      title={t("paste:title")}
      note={t("paste:size", { height, width, from })}
      footer={footer}
    >
      <div className="stack">
        {plan.hasMoney && <UnitQuestion plan={plan} onUnit={setUnit} />}
        {error !== null && <Banner kind="invalid">{errorSentence(t, error)}</Banner>}
        <div className="row">
          <Counts results={all} />
          <span className="grow" />
          <Checkbox checked={onlyProblems} onChange={setOnlyProblems}>
            {t("paste:onlyProblems")}
          </Checkbox>
        </div>
        <div className="paste" role="table" aria-label={t("paste:title")}>
          <Heads />
          <div className="paste__lines" role="rowgroup" tabIndex={0}>
            {shown.map((result, index) => (
              <PasteLineRow key={`${result.line.no} ${result.line.part} ${index}`} result={result} />
            ))}
          </div>
        </div>
        {plan.ignoredColumns > 0 && (
          <p className="t-12 muted">{t("paste:ignored", { count: plan.ignoredColumns })}</p>
        )}
      </div>
    </Dialog>
  );
}

function Counts({ results }: { results: readonly PasteResult[] }) {
  const t = useT();
  return pasteOutcomes.map((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    if (count === 0) return null;
    return (
      <PasteOutcome key={outcome} look={outcome} count={count}>
        {t(`paste:outcome.${outcome}`)}
      </PasteOutcome>
    );
  });
}

function Heads() {
  const t = useT();
  return (
    <div className="paste__line paste__heads" role="row">
      <span role="columnheader" className="num">
        {t("paste:row")}
      </span>
      <span role="columnheader" className="num">
        {t("paste:source")}
      </span>
      <span role="columnheader" aria-label={t("paste:to")} />
      <span role="columnheader">{t("paste:to")}</span>
      <span role="columnheader" className="num">
        {t("paste:current")}
      </span>
      <span role="columnheader" className="num">
        {t("paste:write")}
      </span>
      <span role="columnheader" className="num">
        {t("paste:change")}
      </span>
      <span role="columnheader">{t("paste:result")}</span>
    </div>
  );
}
