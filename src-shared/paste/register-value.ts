import { cleanLine, cleanLongText, readDate, readField } from "../checks/typed.ts";
import type { Plan, RegisterField } from "../plan/schema.ts";
import { choiceOf } from "./choices.ts";
import { toWan, type MoneyUnit } from "./money-unit.ts";
import { readPastedFigure } from "./read-figure.ts";

/** A cell as a register's draft keeps it; what cannot be read stays as it was written, and is not `ok`. */
export type PastedValue = { readonly value: string; readonly ok: boolean };

/** Reads a cell that is not blank. `unit`: of money where the cell names none. */
export function readPastedValue(
  plan: Plan,
  field: RegisterField,
  cell: string,
  unit: MoneyUnit,
): PastedValue {
  switch (field.kind) {
    case "amount":
    case "count":
      return figure(field, cell, unit);
    case "date": {
      const date = readDate(cell.trim().replace(/[ T]00:00(:00)?$/, "")) ?? readDate(withDashes(cell));
      return date === null ? unread(cell) : { value: date, ok: true };
    }
    case "choice":
      return choose(field.options ?? [], cell);
    case "chain":
      return choose(plan.chains, cell);
    case "county": {
      const counties = plan.units.filter(({ kind }) => kind === "county");
      return choose(
        counties.map(({ key, name }) => ({ id: key, name })),
        cell,
      );
    }
    case "long-text":
      return { value: cleanLongText(cell), ok: true };
    case "year":
    case "text": {
      const read = readField(plan, field, cell);
      return read.ok ? { value: read.value, ok: true } : unread(cell);
    }
  }
}

const unread = (cell: string): PastedValue => ({ value: cleanLine(cell), ok: false });

/** 20250305. */
const withDashes = (cell: string): string => cell.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");

function figure({ kind, unit: own }: RegisterField, cell: string, unit: MoneyUnit): PastedValue {
  const read = readPastedFigure(cell);
  if (read.kind !== "number" || read.percent) return unread(cell);
  const isMoney = kind === "amount" && own === "万元";
  if (!isMoney) return read.unit === null ? { value: read.value, ok: true } : unread(cell);
  const wan = toWan(read.value, read.unit ?? unit);
  return wan === null ? unread(cell) : { value: wan, ok: true };
}

type Option = { readonly id: string; readonly name: string };

/** By id or name; 新能源 and 新能源产业链 mean 新能源（锂电） where only one choice begins like that. */
function choose(options: readonly Option[], cell: string): PastedValue {
  const text = plain(cell);
  const chosen =
    options.find(({ id, name }) => id === cell.trim() || plain(name) === text) ??
    only(options.filter(({ name }) => beginsAlike(plain(name), text))) ??
    only(options.filter(({ name }) => isNo(cell) && isNo(name)));
  return chosen === undefined ? unread(cell) : { value: chosen.id, ok: true };
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

function beginsAlike(name: string, text: string): boolean {
  const bare = name.replace(/\(.*\)$/, "");
  return Math.min(bare.length, text.length) >= 2 && (name.startsWith(text) || text.startsWith(bare));
}

const isNo = (word: string): boolean => choiceOf("yes-no", word) === "false";
