/** The JSON that `entry set` takes; figures are decimal strings, money in 万元. */
export type SampleTask = {
  readonly task: number;
  readonly status?: "not-started" | "in-progress" | "completed" | "not-applicable";
  readonly progress?: string;
  readonly problems?: string;
  readonly next?: string;
  readonly noProgress?: true;
  readonly reason?: string;
  readonly person?: string;
  readonly phone?: string;
};
export type SampleIndicator = {
  readonly indicator: string;
  readonly chain?: string;
  readonly inputs?: Readonly<Record<string, string | boolean>>;
  readonly notApplicable?: string;
  readonly noData?: { readonly source: string; readonly expected: string };
  readonly note?: string;
};
export type SampleRow = { readonly key: string } & Readonly<Record<string, string>>;
export type SampleRegister =
  | { readonly register: string; readonly rows: readonly SampleRow[] }
  | { readonly register: string; readonly confirm: "nil" | "unchanged" };
export type EntriesFile = {
  readonly period: string;
  readonly tasks: readonly SampleTask[];
  readonly indicators: readonly SampleIndicator[];
  readonly registers: readonly SampleRegister[];
};
