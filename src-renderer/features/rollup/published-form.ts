import { readDate } from "#shared/checks/typed.ts";
import { publishedValueSchema, type PublishedValue } from "#shared/ledger/record.ts";
import { normalizeDecimal } from "#shared/rollup/normalize-decimal.ts";

/** What the person has typed of a published figure. */
export type PublishedForm = {
  readonly value: string;
  readonly source: string;
  readonly date: string;
  readonly use: "rollup" | "published";
};

export const publishedFields = ["value", "source", "date"] as const;
export type PublishedField = (typeof publishedFields)[number];

export const formOf = (published: PublishedValue | undefined): PublishedForm =>
  published === undefined
    ? { value: "", source: "", date: "", use: "rollup" }
    : { ...published, use: published.use ? "published" : "rollup" };

type Read =
  | { readonly value: PublishedValue; readonly wrong: ReadonlySet<PublishedField> }
  | { readonly value: null; readonly wrong: ReadonlySet<PublishedField> };

/** The figure as it goes on record, or which fields keep it from that. */
export function readPublished({ value, source, date, use }: PublishedForm): Read {
  const figure = normalizeDecimal(value);
  const typed = {
    value: figure.ok ? figure.value : "",
    source: source.trim(),
    date: readDate(date) ?? "",
    use: use === "published",
  };
  const parsed = publishedValueSchema.safeParse(typed);
  if (parsed.success) return { value: parsed.data, wrong: new Set() };
  const paths = parsed.error.issues.map(({ path: [first] }) => first);
  return { value: null, wrong: new Set(publishedFields.filter((field) => paths.includes(field))) };
}
