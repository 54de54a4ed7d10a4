import type { Language } from "../plan/language.ts";

/**
 * Rules that hold whatever the plan says, since without them a draft has no meaning or could not be sealed.
 * Messages as in the plan: `{name}` stands for what the finding carries.
 */
export const builtInRules = {
  "unknown-item": {
    tier: "hard",
    zh: "计划中没有“{item}”，请删除这一项，或更新计划后再填。",
    en: "The plan has no “{item}”. Remove it, or update the plan first.",
  },
  "wrong-shape": {
    tier: "hard",
    zh: "{item}的内容与这一项不相符，无法识别。请清空后重新填写。",
    en: "What is entered for {item} does not fit this item. Clear it and enter it again.",
  },
  "unknown-input": {
    tier: "hard",
    zh: "{item}没有“{input}”这一栏，或不由本单位填报。请清空这一栏。",
    en: "{item} has no field “{input}”, or another unit answers it. Clear it.",
  },
  "one-answer": {
    tier: "hard",
    zh: "{item}同时填了数值、不涉及或暂无数据中的几种，只能留一种。",
    en: "{item} holds more than one of figures, not applicable and no data yet. Keep one.",
  },
  "invalid-choice": {
    tier: "hard",
    zh: "{item}的“{input}”填的是“{value}”，不在可选项中。请从列表中选择。",
    en: "“{input}” of {item} is “{value}”, which is none of the choices. Pick one from the list.",
  },
  "rank-from-one": {
    tier: "hard",
    zh: "{item}的“{input}”填的是“{value}”，名次从1起。没有上榜的，选“未入榜”。",
    en: "“{input}” of {item} is “{value}”; places begin at 1. Choose “not on the list” if there is none.",
  },
  "credit-code-length": {
    tier: "hard",
    zh: "统一社会信用代码“{value}”有{length}位，应为18位。没有代码的（旧证、境外），编号以“本地-”开头。",
    en: "The unified social credit code “{value}” has {length} characters instead of 18. Without a code, begin the number with “local-”.",
  },
  "consent-needed": {
    tier: "soft",
    zh: "{item}填了“不涉及”，须经市级同意，同意前仍计入应报。请写明理由（不少于10个字）。",
    en: "{item} is marked not applicable; until the office agrees it stays expected. Give the reason in at least 10 characters.",
  },
} as const satisfies Record<string, { readonly tier: "hard" | "soft" } & Readonly<Record<Language, string>>>;

export type BuiltInRule = keyof typeof builtInRules;

export const isBuiltInRule = (id: string): id is BuiltInRule => Object.hasOwn(builtInRules, id);
