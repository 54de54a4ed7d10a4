import { periodLabel } from "../plan/calendar.ts";
import { periodSchema } from "../plan/ids.ts";
import { itemTitle, parseItem } from "../plan/item.ts";
import type { Language } from "../plan/language.ts";
import type { Plan } from "../plan/schema.ts";
import { builtInRules, isBuiltInRule } from "./built-in-rules.ts";
import type { Finding } from "./finding.ts";
import { memberName } from "./member-names.ts";
import { NOT_APPLICABLE } from "./rules/value-vanished.ts";

/**
 * The finding as a sentence: what is wrong, where, and how to mend it. Names are the plan's own. `here`: it stands at
 * the item, whose name need not be said again.
 */
export function describeFinding(
  plan: Plan,
  finding: Finding,
  language: Language,
  { here = false }: { readonly here?: boolean } = {},
): string {
  const whole = messageOf(plan, finding.rule, language);
  const message = here ? whole.replace(/^\{item\}的?| of \{item\}/, "") : whole;
  const known = namesIn(plan, finding, language);
  return (
    message.replace(/\{(\w+)\}/g, (blank, name: string) => known[name] ?? blank) +
    adviceFor(finding, language) +
    otherAnswer(plan, finding, language)
  );
}

const FALLBACK: Readonly<Record<Language, string>> = {
  zh: "{item}的“{input}”不符合要求，请核对。",
  en: "“{input}” of {item} does not meet the requirements. Check it.",
};

function messageOf(plan: Plan, id: string, language: Language): string {
  const rule = plan.rules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule.message[language];
  return isBuiltInRule(id) ? builtInRules[id][language] : FALLBACK[language];
}

/** The finding's parameters with ids turned into names: `period`, `input`, `whole`, `other`. */
function namesIn(plan: Plan, { item, input, params }: Finding, language: Language): Record<string, string> {
  const { period, whole, other, value, status } = params;
  const parsed = periodSchema.safeParse(period);
  return {
    ...params,
    item: itemTitle(plan, item, language),
    input: input === undefined ? "" : inputName(plan, item, input, language),
    ...(parsed.success ? { period: periodLabel(plan, parsed.data, language) } : {}),
    ...(whole === undefined
      ? {}
      : { whole: indicatorName(plan, whole) ?? inputName(plan, item, whole, language) }),
    ...(other === undefined ? {} : { other: indicatorName(plan, other) ?? other }),
    ...(value === NOT_APPLICABLE ? { value: language === "zh" ? "不涉及" : "not applicable" } : {}),
    ...(status === undefined ? {} : { status: memberName(`status.${status}`, language) ?? status }),
  };
}

const indicatorName = (plan: Plan, id: string): string | undefined =>
  plan.indicators.find((indicator) => indicator.id === id)?.name;

function inputName(plan: Plan, item: Finding["item"], input: string, language: Language): string {
  const parts = parseItem(item);
  const inputs = plan.indicators.find(({ id }) => parts.kind === "indicator" && id === parts.id)?.inputs;
  const register = plan.registers.find(({ id }) => parts.kind === "register" && id === parts.register);
  if (register !== undefined && input === "key") return register.key.name;
  const named = [...(inputs ?? []), ...(register?.fields ?? [])].find(({ id }) => id === input);
  return named?.name ?? memberName(input, language) ?? input;
}

type Advice = Readonly<Record<Language, string>>;
const ADVICE: Readonly<Record<string, Advice>> = {
  "unit-suffix": {
    zh: "数字后面不要带“{suffix}”，请换算后再填。",
    en: " Leave out “{suffix}” and convert the figure.",
  },
  "too-many-decimals": { zh: "小数最多6位。", en: " At most 6 decimals are kept." },
  "too-large": { zh: "整数部分最多18位。", en: " At most 18 digits are kept before the point." },
};

function adviceFor({ params }: Finding, language: Language): string {
  const advice = ADVICE[params["why"] ?? ""];
  return advice === undefined ? "" : advice[language].replace("{suffix}", params["suffix"] ?? "");
}

const OTHER_ANSWERS = {
  noData: {
    zh: "本期没有数据的，改填“暂无数据”。",
    en: " Where there is no figure yet, answer “no data yet”.",
  },
  noProgress: { zh: "确无进展的，勾选“本期无新进展”。", en: " Where nothing moved, tick “nothing new”." },
} as const satisfies Readonly<Record<string, Advice>>;

/** What else answers for a missing part: a figure and a text of progress have another answer, a reason has none. */
function otherAnswer(plan: Plan, { rule, item, input }: Finding, language: Language): string {
  if (plan.rules.find(({ id }) => id === rule)?.kind !== "part-missing") return "";
  if (input === "progress") return OTHER_ANSWERS.noProgress[language];
  const parts = parseItem(item);
  const indicator = plan.indicators.find(({ id }) => parts.kind === "indicator" && id === parts.id);
  const isFigure = indicator?.inputs.some(({ id }) => id === input) === true;
  return isFigure ? OTHER_ANSWERS.noData[language] : "";
}
