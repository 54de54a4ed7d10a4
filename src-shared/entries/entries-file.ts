import { z } from "zod";
import type { Draft } from "../checks/draft.ts";
import { itemSchema, nameSchema, periodSchema, type Item } from "../plan/ids.ts";
import { defined } from "./defined.ts";
import { contactItem, indicatorItem, registerItem, taskItem } from "../plan/item.ts";

/** The entries file of the command line: answers of one period as JSON. Wrong values are welcome; they become drafts. */

/** Chains and registers, as they stand in an item. */
const idSchema = z.string().regex(/^[a-z0-9-]+$/);

const typed = z.union([z.string(), z.number().transform(String)]);

const taskEntrySchema = z.strictObject({
  task: z.int().min(1).max(999),
  status: z.enum(["not-started", "in-progress", "completed", "not-applicable"]).optional(),
  progress: z.string().optional(),
  problems: z.string().optional(),
  next: z.string().optional(),
  noProgress: z.boolean().optional(),
  reason: z.string().optional(),
  extension: z.strictObject({ date: z.string(), reason: z.string() }).optional(),
  department: z.string().optional(),
  leader: z.string().optional(),
  person: z.string().optional(),
  phone: z.string().optional(),
});

const indicatorEntrySchema = z.strictObject({
  /** `T02-1`, or `T12-1/new-energy` for one chain; the chain may also stand beside it. */
  indicator: z.string().regex(/^[A-Za-z0-9-]+(\/[a-z0-9-]+)?$/),
  chain: idSchema.optional(),
  inputs: z.record(nameSchema, z.union([typed, z.boolean()])).optional(),
  notApplicable: z.string().optional(),
  noData: z.strictObject({ source: z.string().optional(), expected: z.string().optional() }).optional(),
  note: z.string().optional(),
  correction: z.enum(["prior-correction", "enterprise-left", "definition-changed", "other"]).optional(),
});

/** The key is part of the subject: no `/`, something visible in it. */
const rowKeySchema = z
  .string()
  .refine((key) => itemSchema.safeParse(`register:x/${key.normalize("NFC").trim()}`).success, {
    message: "no row key",
  });

const rowEntrySchema = z
  .object({
    key: rowKeySchema,
    state: z.enum(["in-force", "ended", "withdrawn"]).optional(),
    date: z.string().optional(),
    reason: z.string().optional(),
  })
  .catchall(typed);

const registerEntrySchema = z.union([
  z.strictObject({ register: idSchema, rows: z.array(rowEntrySchema) }),
  z.strictObject({ register: idSchema, confirm: z.enum(["unchanged", "nil"]) }),
]);

export const entriesFileSchema = z.strictObject({
  period: periodSchema,
  tasks: z.array(taskEntrySchema).default([]),
  indicators: z.array(indicatorEntrySchema).default([]),
  registers: z.array(registerEntrySchema).default([]),
});
export type EntriesFile = z.infer<typeof entriesFileSchema>;

export interface EntryChange {
  readonly item: Item;
  readonly draft: Draft;
}

/** The drafts that a file asks for, in its order. A task's contact members become its standing contact. */
export function entriesToDrafts({ tasks, indicators, registers }: EntriesFile): EntryChange[] {
  return [
    ...tasks.flatMap(taskDrafts),
    ...indicators.map(({ indicator, chain, ...draft }) => {
      const [id = "", own] = indicator.split("/");
      return { item: indicatorItem(id, own ?? chain), draft: defined(draft) };
    }),
    ...registers.flatMap(registerDrafts),
  ];
}

function taskDrafts({
  task,
  department,
  leader,
  person,
  phone,
  ...draft
}: EntriesFile["tasks"][number]): EntryChange[] {
  const contact = defined({ department, leader, person, phone });
  const answer = defined(draft);
  return [
    ...(Object.keys(answer).length > 0 ? [{ item: taskItem(task), draft: answer }] : []),
    ...(Object.keys(contact).length > 0 ? [{ item: contactItem(task), draft: contact }] : []),
  ];
}

function registerDrafts(entry: EntriesFile["registers"][number]): EntryChange[] {
  const { register } = entry;
  if ("confirm" in entry) return [{ item: registerItem(register), draft: { confirm: entry.confirm } }];
  return entry.rows.map(({ key, state = "in-force", date, reason, ...fields }) => ({
    item: registerItem(register, key.normalize("NFC").trim()),
    draft: {
      state,
      ...defined({ date, reason }),
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value])),
    },
  }));
}
