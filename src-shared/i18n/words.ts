import type { zhCN } from "./zh-CN/index.ts";

type Chinese = typeof zhCN;
export type Namespace = keyof Chinese & string;

/** What a second language has to say for one feature; `_one` is the singular where that language has one. */
export type Words<N extends Namespace> = Readonly<Record<keyof Chinese[N], string>> &
  Readonly<Partial<Record<`${keyof Chinese[N] & string}_one`, string>>>;

export type AllWords = { readonly [N in Namespace]: Words<N> };

/** `feature:key`. */
export type Key = { [N in Namespace]: `${N}:${keyof Chinese[N] & string}` }[Namespace];

type Sentence<K extends Key> = K extends `${infer N extends Namespace}:${infer R}`
  ? R extends keyof Chinese[N]
    ? Chinese[N][R]
    : never
  : never;

type Blanks<S> = S extends `${string}{{${infer B}}}${infer Rest}` ? B | Blanks<Rest> : never;

/** Keys of sentences without blanks: labels that a definition can hold. */
export type PlainKey = { [K in Key]: [Blanks<Sentence<K>>] extends [never] ? K : never }[Key];

/** Fills of the sentence's blanks; `count` chooses the singular. */
export type Fills<K extends Key> = Readonly<Record<Blanks<Sentence<K>>, string | number>> & {
  readonly count?: number;
};

/** A sentence of the interface; one with blanks cannot be asked for without what fills them. */
export type Translate = <K extends Key>(
  key: K,
  ...fills: [Blanks<Sentence<K>>] extends [never] ? [fills?: { readonly count?: number }] : [fills: Fills<K>]
) => string;
