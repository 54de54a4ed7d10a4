import {
  confirmationDraftSchema,
  contactDraftSchema,
  indicatorDraftSchema,
  rowDraftSchema,
  taskDraftSchema,
  type Draft,
} from "../checks/draft.ts";
import { cleanLine, cleanLongText } from "../checks/typed.ts";
import { itemSchema, type Item } from "../plan/ids.ts";
import { contactItem, indicatorItem, parseItem, registerItem } from "../plan/item.ts";
import type { Indicator, Plan, Register } from "../plan/schema.ts";
import { readSpecial } from "./answer-words.ts";
import {
  ANSWER,
  answerLens,
  correctionLens,
  noteLens,
  settleAnswer,
  specialText,
} from "./indicator-columns.ts";
import { applyCell, type CellChange, type Lens } from "./lens.ts";
import type { RegisterTable, Table, TableRow } from "./read-workbook.ts";
import { confirmLens, rowLenses } from "./register-columns.ts";
import { HEAD } from "./tables.ts";
import { contactLenses, taskLenses } from "./task-columns.ts";

/** What a workbook would write, cell by cell, and the drafts that come of it. Nothing is judged yet: see `judge.ts`. */

export interface Existing {
  /** The plan's own spelling of an item that the unit answers; null for every other. */
  readonly asked: (item: Item) => Item | null;
  /** The draft, else the value on top; undefined or null where there is neither. */
  readonly answer: (item: Item) => unknown;
}

export interface ProposedCell extends Omit<CellChange, "effect"> {
  readonly sheet: string;
  readonly row: number;
  readonly item: Item;
  /** `twice`: a row above says something else of this cell; the first one holds. */
  readonly effect: CellChange["effect"] | "twice";
}

/** A row that belongs to nothing the unit answers. */
export interface UnknownRow {
  readonly sheet: string;
  readonly row: number;
  readonly typed: string;
}

export interface Proposal {
  readonly cells: readonly ProposedCell[];
  readonly unknown: readonly UnknownRow[];
  /** Of items that change. */
  readonly drafts: ReadonlyMap<Item, Draft>;
}

export function proposeDrafts(plan: Plan, tables: readonly Table[], existing: Existing): Proposal {
  const proposing = new Proposing(plan, existing);
  for (const table of tables) proposing.take(table);
  return proposing.proposal();
}

/** One cell of the unit's period, wherever it stands in the workbook. */
const placeOf = (item: Item, member: string): string => `${item} ${member}`;

class Proposing {
  readonly #plan: Plan;
  readonly #existing: Existing;
  readonly #cells: ProposedCell[] = [];
  readonly #unknown: UnknownRow[] = [];
  readonly #drafts = new Map<Item, Draft>();
  /** First text of every cell, by item and member. */
  readonly #said = new Map<string, string>();
  /** What each indicator's rows say in 本期. */
  readonly #answers = new Map<Item, string[]>();

  constructor(plan: Plan, existing: Existing) {
    this.#plan = plan;
    this.#existing = existing;
  }

  take(table: Table): void {
    switch (table.kind) {
      case "tasks":
        for (const row of table.rows) this.#takeTask(row);
        return;
      case "indicators":
        for (const row of table.rows) this.#takeIndicator(row);
        return;
      case "register":
        this.#takeRegister(table);
        return;
      case "unknown":
        for (const row of table.rows) this.#leave(row, []);
    }
  }

  proposal(): Proposal {
    for (const cell of this.#cells.filter(({ effect }) => effect === "changed")) this.#spread(cell);
    for (const [item, typed] of this.#answers) {
      const draft = indicatorDraftSchema.safeParse(this.#drafts.get(item));
      if (this.#drafts.has(item) && draft.success) this.#drafts.set(item, settleAnswer(draft.data, typed));
    }
    return { cells: this.#cells, unknown: this.#unknown, drafts: this.#drafts };
  }

  #takeTask(row: TableRow): void {
    const item = this.#itemIn(row);
    const parts = item && parseItem(item);
    if (item === null || parts?.kind !== "task") return this.#leave(row, ["序号", "任务"]);
    this.#apply(row, item, taskLenses, taskDraftSchema.safeParse(this.#current(item)).data ?? {});
    const contact = contactItem(parts.no);
    this.#apply(row, contact, contactLenses, contactDraftSchema.safeParse(this.#current(contact)).data ?? {});
  }

  #takeIndicator(row: TableRow): void {
    const item = this.#itemIn(row);
    const inputs = item === null ? undefined : this.#indicatorOf(item)?.inputs;
    const input = inputs?.find(({ id }) => id === cleanLine(row.text(HEAD.input)));
    if (item === null || input === undefined) return this.#leave(row, ["编号", "指标", "栏目"]);
    const typed = cleanLongText(row.text(ANSWER));
    if (typed !== "") this.#answers.set(item, [...(this.#answers.get(item) ?? []), typed]);
    const lenses = [answerLens(input, true), noteLens, correctionLens];
    this.#apply(row, item, lenses, indicatorDraftSchema.safeParse(this.#current(item)).data ?? {});
  }

  #takeRegister({ register, confirmation, rows }: RegisterTable): void {
    const item = this.#existing.asked(registerItem(register.id));
    if (item === null) {
      for (const row of rows) this.#leave(row, [register.key.name]);
      return;
    }
    const had = confirmationDraftSchema.safeParse(this.#current(item)).data ?? null;
    this.#apply(confirmation, item, [confirmLens], had);
    for (const row of rows) this.#takeRegisterRow(register, row);
  }

  #takeRegisterRow(register: Register, row: TableRow): void {
    const lenses = rowLenses(this.#plan, register);
    const heads = [register.key.name, ...lenses.map(({ head }) => head)];
    // A spare row has nothing but its code.
    if (heads.every((head) => cleanLine(row.text(head)) === "")) return;
    const key = cleanLine(row.text(register.key.name));
    const named = itemSchema.safeParse(`${registerItem(register.id)}/${key}`);
    const item = named.success ? this.#existing.asked(named.data) : null;
    if (item === null) return this.#leave(row, heads);
    const had = rowDraftSchema.safeParse(this.#current(item)).data;
    const applied = this.#apply(row, item, lenses, had ?? { fields: {} });
    if (had === undefined && applied === 0) this.#leave(row, heads);
  }

  /** What is declared equal is typed once and stored in each: in all of which the workbook says nothing itself. */
  #spread({ sheet, row, item, member, typed }: ProposedCell): void {
    const input = this.#indicatorOf(item)?.inputs.find(({ id }) => id === member);
    if (input?.equal === undefined || readSpecial(typed) !== null) return;
    for (const indicator of this.#plan.indicators) {
      const twin = indicator.inputs.find(({ equal }) => equal === input.equal);
      const other = twin && this.#existing.asked(indicatorItem(indicator.id));
      if (!twin || !other || other === item || this.#said.has(placeOf(other, twin.id))) continue;
      const draft = indicatorDraftSchema.safeParse(this.#current(other)).data ?? {};
      if (specialText(draft) !== "") continue;
      const applied = applyCell(answerLens(twin, true), draft, typed);
      if (applied.change.effect !== "changed") continue;
      this.#said.set(placeOf(other, twin.id), typed);
      this.#cells.push({ ...applied.change, item: other, sheet, row });
      this.#drafts.set(other, applied.draft);
    }
  }

  #indicatorOf(item: Item): Indicator | undefined {
    const parts = parseItem(item);
    return parts.kind === "indicator" ? this.#plan.indicators.find(({ id }) => id === parts.id) : undefined;
  }

  #itemIn(row: TableRow): Item | null {
    const code = itemSchema.safeParse(cleanLine(row.text(HEAD.code)));
    return code.success ? this.#existing.asked(code.data) : null;
  }

  #current(item: Item): unknown {
    return this.#drafts.get(item) ?? this.#existing.answer(item);
  }

  /** The cells of one row, one after the other; answers how many of them say something. */
  #apply<D extends Draft | null>(row: TableRow, item: Item, lenses: readonly Lens<D>[], had: D): number {
    let draft = had;
    const changes: CellChange[] = [];
    for (const lens of lenses) {
      const typed = cleanLongText(row.text(lens.head));
      if (typed === "" || this.#isTwice(row, item, lens, typed)) continue;
      const applied = applyCell(lens, draft, typed);
      draft = applied.draft;
      changes.push(applied.change);
    }
    this.#cells.push(...changes.map((change) => ({ ...change, item, sheet: row.sheet, row: row.row })));
    if (draft !== null && changes.some(({ effect }) => effect === "changed")) this.#drafts.set(item, draft);
    return changes.length;
  }

  #isTwice<D>(row: TableRow, item: Item, { id, head, label = head }: Lens<D>, typed: string): boolean {
    const place = placeOf(item, id);
    const said = this.#said.get(place);
    this.#said.set(place, said ?? typed);
    if (said === undefined || said === typed) return false;
    const at = { sheet: row.sheet, row: row.row, item, member: id, label };
    this.#cells.push({ ...at, typed, before: said, after: "", effect: "twice" });
    return true;
  }

  #leave(row: TableRow, heads: readonly string[]): void {
    const typed = heads.map((head) => cleanLine(row.text(head))).filter((text) => text !== "");
    this.#unknown.push({ sheet: row.sheet, row: row.row, typed: typed.join(" ") });
  }
}
