import { useEffect, useRef, useState } from "react";
import type { RowDraft } from "#shared/checks/draft.ts";
import { keyProblemOf, writtenKey } from "#shared/checks/row-key.ts";
import { defaultsOf } from "#shared/paste/register-paste.ts";
import type { Register } from "#shared/plan/schema.ts";
import { Banner } from "../../components/banner.tsx";
import { Button, buttonClass, IconButton } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/dialog.tsx";
import { Link } from "../../components/link.tsx";
import { State } from "../../components/state.tsx";
import { useDescribeFinding } from "../../app/findings.ts";
import { useT } from "../../app/language.tsx";
import { keyProblem } from "./key-problem.ts";
import { RowFieldInput } from "./row-field.tsx";
import { RowKeyField } from "./row-key-field.tsx";
import { RowState } from "./row-state.tsx";
import type { RegisterLine } from "./rows.ts";
import type { RegisterActions } from "./use-register.ts";

type Props = {
  readonly register: Register;
  /** Undefined: a row that has no key yet. */
  readonly line: RegisterLine | undefined;
  readonly keys: readonly string[];
  readonly locked: boolean;
  readonly actions: RegisterActions;
  /** The row has got its key, or another in place of `from`. */
  readonly onKey: (key: string, from?: string) => void;
  /** To the row that has the typed key already. */
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
};

/** One row, field by field; saved as soon as it has its key, wrong values too. */
export function RowPanel({ register, line, keys, locked, actions, onKey, onGo, onClose }: Props) {
  const t = useT();
  const describe = useDescribeFinding();
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [fresh, setFresh] = useState<RowDraft>(() => ({ fields: defaultsOf(register) }));
  const [dropping, setDropping] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const isNew = line === undefined;
  // NOTE: once, when it opens: a new row that gets its key keeps the focus where one types.
  useEffect(() => {
    (isNew ? panel.current?.querySelector("input") : panel.current)?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  // A new row is known here by its key before the grid says that it is saved: the next key takes its place.
  const savedAs = useRef<string | undefined>(undefined);
  const row = line?.draft ?? fresh;
  const key = typedKey === null ? (line?.key ?? "") : writtenKey(register, typedKey);
  const isOther = key !== line?.key;
  // Two laptops wrote the row: the choice between them comes first, on its own page.
  const isTorn = line?.view.state === "conflict";
  const isLocked = locked || isTorn || (line !== undefined && actions.isSettled(line.view, line.key));
  // A key that nobody has heard of yet can still be put right; a reported one names the row for good.
  const isKeyOpen = line === undefined || (line.change === "added" && !isLocked);
  const isTaken = isOther && keys.includes(key);
  const problem = keyProblem(t, register, key, isTaken);
  const canTakeKey = isOther && canKeep(register, key) && !isTaken;
  const save = (next: RowDraft): void => {
    if (line !== undefined) return void actions.saveRow(line.key, next);
    setFresh(next);
    if (canTakeKey) takeKey(next);
  };
  const takeKey = (next: RowDraft): void => {
    const from = line?.key ?? savedAs.current;
    savedAs.current = key;
    const saved =
      from === undefined || from === key ? actions.saveRow(key, next) : actions.rekeyRow(from, key, next);
    void saved.then((isSaved) => {
      if (!isSaved || savedAs.current !== key) return;
      setTypedKey(null);
      onKey(key, from === key ? undefined : from);
    });
  };
  const findings = line?.view.findings ?? [];
  const general = findings.filter(({ input }) => !register.fields.some(({ id }) => id === input));
  const name = row.fields[register.nameField] || key || t("registers:newRow");
  const drop = (
    <Button variant="danger" size="sm" icon="trash" onClick={() => setDropping(true)}>
      {t("registers:dropDraft")}
    </Button>
  );
  return (
    <aside className="panel" aria-label={name} ref={panel} tabIndex={-1}>
      <div className="panel__head">
        <div className="grow">
          <div className="panel__title">
            {register.name}
            {line !== undefined && <State state={line.view.state} />}
          </div>
          <h2>{name}</h2>
        </div>
        <IconButton icon="x" small label={t("registers:closePanel")} onClick={onClose} />
      </div>
      <div className="panel__body">
        {line !== undefined && isLocked && line.view.locked && (
          <Banner
            title={t("registers:locked", { state: t(`states:${line.view.state}`) })}
            action={
              <Button size="sm" disabled={locked} onClick={() => actions.begin(line.key)}>
                {t("registers:beginCorrection")}
              </Button>
            }
          >
            {t("registers:lockedText")}
          </Banner>
        )}
        {isTorn && (
          <Banner
            kind="conflict"
            action={
              <Link
                page="conflict"
                params={{ item: line.view.item, period: line.view.period }}
                className={buttonClass({ size: "sm" })}
              >
                {t("registers:goSettle")}
              </Link>
            }
          >
            {t("registers:torn")}
          </Banner>
        )}
        {line?.view.returned != null && <Banner kind="returned">{line.view.returned.comment}</Banner>}
        <RowKeyField
          register={register}
          rowKey={key}
          typed={isKeyOpen ? (typedKey ?? line?.key ?? "") : null}
          problem={problem}
          onType={setTypedKey}
          onLeave={() => canTakeKey && takeKey(row)}
          onGo={isTaken ? () => onGo(key) : null}
        />
        {general
          .filter(({ rule, input }) => problem === null || (rule !== "credit-code" && input !== "key"))
          .map((finding) => (
            <Banner
              key={`${finding.rule} ${finding.input ?? ""}`}
              kind={finding.tier === "hard" ? "invalid" : "warned"}
            >
              {describe(finding)}
            </Banner>
          ))}
        {register.fields.map((field) => (
          <RowFieldInput
            key={field.id}
            field={field}
            value={row.fields[field.id] ?? ""}
            finding={findings.find(({ input }) => input === field.id)}
            readOnly={isLocked}
            onSave={(value) => save({ ...row, fields: { ...row.fields, [field.id]: value } })}
          />
        ))}
        {line !== undefined && <RowState row={row} readOnly={isLocked} onSave={save} />}
      </div>
      {line !== undefined && line.view.draft !== null && <div className="panel__foot">{drop}</div>}
      {line !== undefined && (
        <ConfirmDialog
          open={dropping}
          danger
          title={t("registers:dropTitle")}
          action={t("registers:dropDraft")}
          onClose={() => setDropping(false)}
          onConfirm={() => {
            setDropping(false);
            onClose();
            void actions.dropRow(line.key);
          }}
        >
          <p className="muted">{t("registers:dropText", { name })}</p>
        </ConfirmDialog>
      )}
    </aside>
  );
}

/** A wrong code is kept as typed; what cannot be a key at all is not. */
function canKeep(register: Register, key: string): boolean {
  const problem = keyProblemOf(register, key);
  return problem === null || problem.kind === "code";
}
