import { useState } from "react";
import type { RowDraft } from "#shared/checks/draft.ts";
import type { Register } from "#shared/plan/schema.ts";
import { Banner } from "../../components/banner.tsx";
import { Button, buttonClass, IconButton } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/dialog.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { Link } from "../../components/link.tsx";
import { State } from "../../components/state.tsx";
import { useDescribeFinding } from "../../app/findings.ts";
import { useT } from "../../app/language.tsx";
import { CREDIT_CODE_LENGTH, isCreditCode, keyProblem } from "./key-problem.ts";
import { RowFieldInput } from "./row-field.tsx";
import { RowState } from "./row-state.tsx";
import { normalizedKey, type RegisterLine } from "./rows.ts";
import type { RegisterActions } from "./use-register.ts";

type Props = {
  readonly register: Register;
  /** Undefined: a row that has no key yet. */
  readonly line: RegisterLine | undefined;
  readonly keys: readonly string[];
  readonly locked: boolean;
  readonly actions: RegisterActions;
  readonly onKey: (key: string) => void;
  readonly onClose: () => void;
};

/** One row, field by field; saved as soon as it has its key, wrong values too. */
export function RowPanel({ register, line, keys, locked, actions, onKey, onClose }: Props) {
  const t = useT();
  const describe = useDescribeFinding();
  const [typedKey, setTypedKey] = useState("");
  const [fresh, setFresh] = useState<RowDraft>(() => ({ fields: defaultsOf(register) }));
  const [dropping, setDropping] = useState(false);
  const row = line?.draft ?? fresh;
  const key = line?.key ?? normalizedKey(register, typedKey);
  // Two laptops wrote the row: the choice between them comes first, on its own page.
  const isTorn = line?.view.state === "conflict";
  const isLocked = locked || isTorn || (line?.view.locked === true && !actions.begun.has(line.key));
  const problem = keyProblem(t, register, key, line === undefined && keys.includes(key));
  const isKeyed = key !== "" && !key.includes("/") && (line !== undefined || !keys.includes(key));
  const save = (next: RowDraft): void => {
    if (line === undefined) setFresh(next);
    if (!isKeyed) return;
    void actions.saveRow(key, next).then(() => {
      if (line === undefined) onKey(key);
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
    <aside className="panel" aria-label={name}>
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
        <Field
          label={register.key.name}
          required
          aux={
            isCreditCode(register, key)
              ? t("registers:keyCount", { count: key.length, length: CREDIT_CODE_LENGTH })
              : undefined
          }
          error={problem ?? undefined}
          hint={
            line === undefined && key === ""
              ? t(register.key.kind === "credit-code" ? "registers:codeNeeded" : "registers:keyNeeded", {
                  name: register.key.name,
                })
              : undefined
          }
        >
          {(ids) => (
            <TextInput
              {...ids}
              className="mono"
              maxLength={200}
              readOnly={line !== undefined}
              invalid={problem !== null}
              value={line === undefined ? typedKey : line.key}
              onChange={(event) => setTypedKey(event.target.value)}
              onBlur={() => isKeyed && line === undefined && save(row)}
            />
          )}
        </Field>
        {general
          .filter(({ rule }) => problem === null || rule !== "credit-code")
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

/** Choices that the plan makes unless one is made: 认定. */
const defaultsOf = ({ fields }: Register): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => (field.default === undefined ? [] : [[field.id, field.default]])),
  );
