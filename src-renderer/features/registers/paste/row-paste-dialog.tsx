import { useEffect, useRef, useState } from "react";
import type { Block } from "#shared/clipboard/block.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { KnownRow, RowOutcome } from "#shared/paste/register-paste.ts";
import type { Register } from "#shared/plan/schema.ts";
import type { Change } from "../../../app/grid-cache.ts";
import { useT } from "../../../app/language.tsx";
import { Banner } from "../../../components/banner.tsx";
import { Button } from "../../../components/button.tsx";
import { Checkbox } from "../../../components/checkbox.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Key } from "../../../components/marks.tsx";
import { PasteOutcome } from "../../../components/paste-outcome.tsx";
import { UnitQuestion } from "../../../components/unit-question.tsx";
import { ColumnsRead } from "./columns-read.tsx";
import { PastedLine } from "./pasted-line.tsx";
import { changesOf, useRowPaste, type RowResult } from "./use-row-paste.ts";

type Props = {
  readonly register: Register;
  readonly block: Block;
  readonly known: readonly KnownRow[];
  readonly onWrite: (changes: readonly Change[]) => void;
  readonly onClose: () => void;
};

const outcomes = ["write", "update", "bad", "twice", "skip"] as const satisfies RowOutcome[];
const isGood = ({ outcome }: RowResult): boolean => outcome === "write" || outcome === "update";

/** A look at what a pasted table would make of the register, before it does. */
export function RowPasteDialog({ register, block, known, onWrite, onClose }: Props) {
  const t = useT();
  // NOTE: as the register stood when it was pasted: what is written must be what was looked at.
  const [rows] = useState(known);
  const { paste, results, error, setUnit } = useRowPaste(register, block, rows);
  const primary = useRef<HTMLButtonElement>(null);
  const isReady = results !== null;
  useEffect(() => {
    if (isReady) primary.current?.focus();
  }, [isReady]);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const all = results ?? [];
  const good = changesOf(
    register,
    all.filter(isGood).map(({ row }) => row),
  );
  const withBad = changesOf(
    register,
    all.map(({ row }) => row),
  );
  const write = (changes: readonly Change[]) => () => {
    onWrite(changes);
    onClose();
  };
  const footer = (
    <>
      <span className="t-12 muted grow row">
        {t("registerPaste:kept")} <Key>{t("entry:keyUndo")}</Key> {t("paste:undo")}
      </span>
      <Button variant="quiet" onClick={onClose}>
        {t("common:cancel")}
      </Button>
      {withBad.length > good.length && (
        <Button onClick={write(withBad)}>{t("registerPaste:withBad", { count: withBad.length })}</Button>
      )}
      <Button ref={primary} variant="primary" disabled={good.length === 0} onClick={write(good)}>
        {t("registerPaste:good", { count: good.length })}
      </Button>
    </>
  );
  const size = { height: block.length, width: block[0]?.length ?? 0, register: register.name };
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      holdsFocus
      title={t("paste:title")}
      note={t("registerPaste:size", size)}
      footer={footer}
    >
      <div className="stack">
        {paste.hasMoney && <UnitQuestion plan={paste} onUnit={setUnit} />}
        {error !== null && <Banner kind="invalid">{errorSentence(t, error)}</Banner>}
        <ColumnsRead register={register} paste={paste} />
        <div className="row">
          {outcomes.map((outcome) => (
            <Count key={outcome} outcome={outcome} results={all} />
          ))}
          <span className="grow" />
          <Checkbox checked={onlyProblems} onChange={setOnlyProblems}>
            {t("paste:onlyProblems")}
          </Checkbox>
        </div>
        <div className="paste paste--rows" role="table" aria-label={t("paste:title")}>
          <Heads register={register} />
          <div className="paste__lines" role="rowgroup" tabIndex={0}>
            {all
              .filter((result) => !onlyProblems || !isGood(result))
              .map((result) => (
                <PastedLine key={result.row.no} register={register} result={result} />
              ))}
          </div>
        </div>
      </div>
    </Dialog>
  );
}

function Count({ outcome, results }: { outcome: RowOutcome; results: readonly RowResult[] }) {
  const t = useT();
  const count = results.filter((result) => result.outcome === outcome).length;
  if (count === 0) return null;
  return (
    <PasteOutcome look={outcome} count={count}>
      {t(`registerPaste:outcome.${outcome}`)}
    </PasteOutcome>
  );
}

function Heads({ register }: { register: Register }) {
  const t = useT();
  const name = register.fields.find(({ id }) => id === register.nameField)?.name ?? "";
  const heads = [name, register.key.name, t("paste:write"), t("paste:result")];
  return (
    <div className="paste__line paste__heads" role="row">
      <span role="columnheader" className="num">
        {t("paste:row")}
      </span>
      {heads.map((head) => (
        <span key={head} role="columnheader" className="truncate">
          {head}
        </span>
      ))}
    </div>
  );
}
