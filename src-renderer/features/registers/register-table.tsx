import { useState } from "react";
import type { Register } from "#shared/plan/schema.ts";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Empty } from "../../components/empty.tsx";
import { Tag } from "../../components/marks.tsx";
import { State } from "../../components/state.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { groupFigure } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { spacedKey } from "./key-problem.ts";
import { fieldText, isChanged, isFound, isInForce, type RegisterLine } from "./rows.ts";
import { useRowCursor } from "./use-row-cursor.ts";

/** Fields shown beside name and key; the rest is in the panel. */
const SHOWN = 3;

type Props = {
  readonly register: Register;
  readonly lines: readonly RegisterLine[];
  readonly openKey: string | undefined;
  readonly onOpen: (key: string) => void;
  /** Ended and withdrawn rows that may be put back in force. */
  readonly onRestore: (line: RegisterLine) => void;
  readonly canRestore: (line: RegisterLine) => boolean;
  /** The register was confirmed for the period, or a row moved: what is carried over stands. */
  readonly settled: boolean;
};

export function RegisterTable(props: Props) {
  const { register, lines } = props;
  const t = useT();
  const [query, setQuery] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const nameOf = ({ draft }: RegisterLine): string => draft.fields[register.nameField] ?? "";
  const shown = lines.filter((line) => (!onlyChanged || isChanged(line)) && isFound(register, line, query));
  if (lines.length === 0) {
    return (
      <section className="card">
        <Empty icon="book" title={t("registers:empty")}>
          {t("registers:emptyText")}
        </Empty>
      </section>
    );
  }
  return (
    <>
      <div className="row row--4">
        <SearchField
          className="registers__search"
          label={t("registers:search")}
          value={query}
          onChange={setQuery}
        />
        <Checkbox checked={onlyChanged} onChange={setOnlyChanged}>
          {t("registers:onlyChanged")}
        </Checkbox>
        <span className="push faint t-12">{t("registers:carried")}</span>
      </div>
      {shown.length === 0 ? (
        <Empty icon="filter" title={t("registers:noMatch")}>
          {t("registers:noMatchText")}
        </Empty>
      ) : (
        <Lines {...props} lines={shown} nameOf={nameOf} />
      )}
    </>
  );
}

type LinesProps = Props & { readonly nameOf: (line: RegisterLine) => string };

function Lines({ register, lines, openKey, onOpen, nameOf, settled, onRestore, canRestore }: LinesProps) {
  const t = useT();
  const { cursor, setCursor, onKeyDown } = useRowCursor(
    lines.map(({ key }) => key),
    openKey,
  );
  const { plan } = useSession();
  const fields = register.fields
    .filter(({ id, kind }) => id !== register.nameField && kind !== "long-text")
    .slice(0, SHOWN);
  const nameField = register.fields.find(({ id }) => id === register.nameField);
  return (
    <section className="card registers__table">
      <table className="table table--hover">
        <thead>
          <tr>
            <th>{t("registers:state")}</th>
            <th>{nameField?.name}</th>
            <th>{register.key.name}</th>
            {fields.map(({ id, name, unit, kind }) => (
              <th key={id} className={kind === "amount" ? "num" : ""}>
                {unit === undefined ? name : `${name}${t("common:inBrackets", { text: unit })}`}
              </th>
            ))}
            <th>{t("registers:thisPeriod")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.key}
              data-key={line.key}
              className={`${line.key === openKey ? "is-selected" : ""}${isInForce(line) ? "" : " is-gone"}`}
              onClick={() => onOpen(line.key)}
            >
              <td>
                <State state={line.view.state} />
              </td>
              <td>
                <button
                  type="button"
                  className="registers__name"
                  tabIndex={line.key === cursor ? 0 : -1}
                  onFocus={() => setCursor(line.key)}
                  onKeyDown={onKeyDown}
                  onClick={() => onOpen(line.key)}
                >
                  {nameOf(line) || line.key}
                </button>
              </td>
              <td className="mono nowrap">{spacedKey(register, line.key)}</td>
              {fields.map((field) => (
                <td key={field.id} className={field.kind === "amount" ? "num" : ""}>
                  {shownValue(
                    fieldText(plan, field, line.draft.fields[field.id] ?? ""),
                    field.kind === "amount",
                  )}
                </td>
              ))}
              <td>
                <span className="row nowrap">
                  <ChangeTag line={line} settled={settled} />
                  {!isInForce(line) && canRestore(line) && (
                    <Button
                      size="sm"
                      variant="quiet"
                      className="registers__restore"
                      onClick={(event) => {
                        event.stopPropagation();
                        onRestore(line);
                      }}
                    >
                      {t("registers:restore")}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const shownValue = (value: string, isAmount: boolean): string => (isAmount ? groupFigure(value, 2) : value);

function ChangeTag({ line: { change, view }, settled }: { line: RegisterLine; settled: boolean }) {
  const t = useT();
  const formats = useFormats();
  const word = t(`registers:${change}`);
  if (change === "kept") {
    const from = view.carried?.from;
    const since = from && t("registers:carriedFrom", { period: formats.period(from) });
    return (
      <span className="muted" title={since ?? undefined}>
        {settled ? word : t("carried:row")}
      </span>
    );
  }
  return change === "added" ? (
    <Tag kind="brand">{word}</Tag>
  ) : change === "changed" || change === "reported" ? (
    <Tag kind="line">{word}</Tag>
  ) : (
    <Tag>{word}</Tag>
  );
}
