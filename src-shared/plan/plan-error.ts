import { z } from "zod";
import type { Language } from "./language.ts";

/**
 * What can be wrong with a plan file, as a closed set. Each sentence says what is wrong and what to do; `path`
 * says where (`indicators[4].quote`), `{name}` stands for a member of `params`.
 */
const sentences = {
  "not-a-plan": {
    zh: "文件内容不是计划。请选择计划文件（plan.json）。",
    en: "The file does not hold a plan. Choose a plan file (plan.json).",
  },
  "newer-format": {
    zh: "计划文件的格式版本是{found}，本程序只认第1版。请升级本程序。",
    en: "The plan file has format version {found}; this program knows version 1. Update the program.",
  },
  "missing-member": { zh: "缺少“{member}”。请补上。", en: "“{member}” is missing. Add it." },
  "unknown-member": {
    zh: "不认识“{member}”。请删去，或核对名称的拼写。",
    en: "“{member}” is not known here. Remove it or check its spelling.",
  },
  "wrong-type": {
    zh: "应为{expected}，现为{found}。请改正类型；小数写成带引号的十进制数。",
    en: "Expected {expected}, found {found}. Mend the type; decimals are written as quoted strings.",
  },
  "wrong-value": {
    zh: "“{found}”不在允许的取值内：{allowed}。请改成其中之一。",
    en: "“{found}” is not allowed: use one of {allowed}.",
  },
  "wrong-format": {
    zh: "“{found}”的写法不对。请对照同类项改正（日期2026-12-31，小数不带多余的0，编号只用字母、数字和连字符）。",
    en: "“{found}” is not written as it must be. Compare its neighbours (dates 2026-12-31, decimals without trailing zeros, ids of letters, digits and hyphens).",
  },
  "too-small": {
    zh: "太短或太小，至少为{minimum}。请补足。",
    en: "Too short or too small; at least {minimum}. Add what is missing.",
  },
  "too-big": {
    zh: "太长或太大，最多为{maximum}。请缩减。",
    en: "Too long or too big; at most {maximum}. Shorten it.",
  },
  "wrong-shape": {
    zh: "内容的结构不对。请对照同类项改正。",
    en: "The structure is not right. Compare its neighbours and mend it.",
  },
  "forbidden-character": {
    zh: "含有不可见或控制字符{character}。请删去后重新录入这一处。",
    en: "It holds the invisible or control character {character}. Delete it and type this text again.",
  },
  "duplicate-id": {
    zh: "“{id}”重复，前面已有。请改用别的编号，或删去其中一个。",
    en: "“{id}” stands here a second time. Give it another id or remove one of the two.",
  },
  "unknown-reference": {
    zh: "引用的{kind}“{id}”在计划中没有。请核对编号，或补上它。",
    en: "The {kind} “{id}” is not in the plan. Check the id or add it.",
  },
  "input-missing": {
    zh: "指标{indicator}没有名为“{input}”的填报项。请在 inputs 中补上，或改正名称。",
    en: "Indicator {indicator} has no input “{input}”. Add it to inputs or mend the name.",
  },
  "ratio-of-itself": {
    zh: "指标{indicator}的分子和分母是同一项“{input}”。请改正其中一个。",
    en: "Indicator {indicator} divides “{input}” by itself. Mend the numerator or the denominator.",
  },
  "source-mismatch": {
    zh: "指标{indicator}的来源是“{from}”，与汇总方式“{aggregation}”不合。名录汇总的来源应为 register，其余应有填报项。",
    en: "Indicator {indicator} comes from “{from}”, which does not go with “{aggregation}”. Counts over registers come from register; all others need inputs.",
  },
  "field-missing": {
    zh: "名录“{register}”没有字段“{field}”，{needed}要用到它。请补上。",
    en: "Register “{register}” has no field “{field}”, which {needed} needs. Add it.",
  },
  "choice-without-options": {
    zh: "字段“{field}”是选择项，但没有列出选项。请补上 options。",
    en: "The field “{field}” is a choice without options. Add them.",
  },
  "default-not-an-option": {
    zh: "字段“{field}”的默认值“{value}”不在选项内。请改正。",
    en: "“{value}”, the default of the field “{field}”, is not one of its options. Mend it.",
  },
  "quote-not-in-text": {
    zh: "指标{indicator}引用的“{quote}”不在任务{task}的原文里。请逐字引用。",
    en: "The quotation “{quote}” of indicator {indicator} does not stand in the text of task {task}. Quote letter by letter.",
  },
  "number-not-in-quote": {
    zh: "指标{indicator}的目标值{value}不在引文“{quote}”里。请核对；由文字换算的，把 valueBasis 标为 inferred。",
    en: "The target {value} of indicator {indicator} does not stand in the quotation “{quote}”. Check it; where it is read out of words, set valueBasis to inferred.",
  },
  "numeral-not-in-text": {
    zh: "声明的数字“{text}”不在任务原文里。请逐字抄录或删去。",
    en: "The declared numeral “{text}” does not stand in the task's text. Copy it letter by letter or remove it.",
  },
  "year-not-in-text": {
    zh: "指标{indicator}的目标年份{year}标为通知载明，但任务{task}的原文没有“{year}年”。请改正年份或 yearBasis。",
    en: "The year {year} of indicator {indicator} is said to stand in the notice, but task {task} does not have it. Mend the year or yearBasis.",
  },
  "year-outside-plan": {
    zh: "{year}年不在计划期{start}—{end}年内。请改正。",
    en: "The year {year} lies outside the plan's {start}–{end}. Mend it.",
  },
  "target-value-missing": {
    zh: "指标{indicator}的目标“{comparator}”缺少{member}。请补上。",
    en: "The target “{comparator}” of indicator {indicator} lacks {member}. Add it.",
  },
  "target-range-reversed": {
    zh: "指标{indicator}的目标下限{value}大于上限{valueMax}。请对调或改正。",
    en: "The target of indicator {indicator} starts at {value}, above its end {valueMax}. Mend it.",
  },
  "part-of-itself": {
    zh: "指标{indicator}的“其中”关系绕回了自己。请改正 partOf。",
    en: "Indicator {indicator} is, in the end, a part of itself. Mend partOf.",
  },
  "lead-missing": {
    zh: "任务{task}没有牵头单位。请在 responsible 中把一个单位标为 lead。",
    en: "Task {task} has no lead unit. Mark one of its responsible units as lead.",
  },
  "lead-twice": {
    zh: "任务{task}有{count}个牵头单位，只能有一个。请去掉多余的 lead。",
    en: "Task {task} has {count} lead units; only one is possible. Remove the others.",
  },
  "clause-unit-missing": {
    zh: "任务{task}没有列入{unit}，但任务{clause}的括注规定它落实以下各项。请补入 responsible，basis 为 clause。",
    en: "Task {task} does not bind {unit}, although the clause of task {clause} does. Add it to responsible with the basis clause.",
  },
  "clause-not-in-text": {
    zh: "clause 的文字不在任务{task}的责任单位原文里。请逐字引用。",
    en: "The clause does not stand in the responsible units of task {task}. Quote it letter by letter.",
  },
  "print-text-differs": {
    zh: "任务{task}的 textPrint 与原文不一致：只能把逗号和圆括号换成全角。请改正。",
    en: "textPrint of task {task} differs from its text: only commas and brackets may become full-width. Mend it.",
  },
  "restoration-missing": {
    zh: "任务{task}的{member}按 restorations 补回后与现文不一致。请核对两处文字，或补上一条 restoration。",
    en: "{member} of task {task}, restored as listed, does not give the present text. Compare both, or add a restoration.",
  },
  "chain-task-mismatch": {
    zh: "产业链“{chain}”与任务{task}没有互相对应。请使链的 task 和任务的 chain 一致。",
    en: "The chain “{chain}” and task {task} do not point at each other. Make the chain's task and the task's chain agree.",
  },
  "chain-not-in-text": {
    zh: "产业链名称“{chain}”不在任务{task}的原文里。请按原文改正。",
    en: "The name of the chain, “{chain}”, does not stand in task {task}. Take it from the text.",
  },
  "indicator-chain-mismatch": {
    zh: "指标{indicator}的产业链“{chain}”不是任务{task}的产业链。请改正。",
    en: "The chain “{chain}” of indicator {indicator} is not that of task {task}. Mend it.",
  },
  "office-unit-kind": {
    zh: "汇总单位“{unit}”应为城市（city），现为{kind}。请改正 officeUnit。",
    en: "The office's unit “{unit}” must be a city, not {kind}. Mend officeUnit.",
  },
  "group-reports": {
    zh: "“{unit}”是一组单位，不能作为报送单位。请去掉 reporting，由成员单位分别报送。",
    en: "“{unit}” is a group and cannot report. Remove reporting; its members report.",
  },
  "not-a-group": {
    zh: "“{unit}”不是单位组，不能设成员。请改正 groupMembers。",
    en: "“{unit}” is not a group and has no members. Mend groupMembers.",
  },
  "names-order": {
    zh: "单位“{unit}”的名称应按起始日期从早到晚排列，只有第一个可以不写起始日期。请调整。",
    en: "The names of unit “{unit}” must go from early to late; only the first may lack its day. Reorder them.",
  },
  "bad-period": {
    zh: "“{period}”不是报告周期（{cycle}）的写法。请改正。",
    en: "“{period}” is not a period of the cycle ({cycle}). Mend it.",
  },
  "period-order": {
    zh: "最后一期{last}早于第一期{first}。请对调或改正。",
    en: "The last period {last} comes before the first one {first}. Mend them.",
  },
  "period-skipped": {
    zh: "{period}所在月份不单独设期（skippedMonths）。请改用有报告期的月份。",
    en: "{period} falls in a skipped month. Use a month that has a period.",
  },
  "period-outside-plan": {
    zh: "{period}不在计划期{start}—{end}年内。请改正。",
    en: "{period} lies outside the plan's {start}–{end}. Mend it.",
  },
  "years-reversed": {
    zh: "计划的起始年份{start}晚于截止年份{end}。请改正。",
    en: "The plan starts in {start}, after its end in {end}. Mend the years.",
  },
  "rule-param-missing": {
    zh: "校验规则“{rule}”缺少参数“{param}”。请在 params 中补上。",
    en: "The rule “{rule}” lacks the parameter “{param}”. Add it to params.",
  },
  "message-blanks-differ": {
    zh: "校验规则“{rule}”的中英文提示所用的占位不一致：{blanks}。请使两者相同。",
    en: "The messages of the rule “{rule}” use different blanks: {blanks}. Make both languages agree.",
  },
  "negative-setting": {
    zh: "{value}小于0。这里只能填0或正数，请改正。",
    en: "{value} is below 0. Give 0 or a positive number.",
  },
  "wrong-unit-kind": {
    zh: "“{unit}”不能用在这里，这里只能是{expected}。请改正。",
    en: "“{unit}” cannot stand here; it must be {expected}. Mend it.",
  },
  "nothing-changed": {
    zh: "与现行计划没有不同，没有生成新版。请先改动再生效。",
    en: "Nothing differs from the plan in force; no version was made. Change something first.",
  },
  "other-plan": {
    zh: "文件是计划“{found}”，本工作区用的是“{expected}”。请换成同一计划的文件。",
    en: "The file holds the plan “{found}”; this workspace works with “{expected}”. Choose a file of the same plan.",
  },
  "version-not-newer": {
    zh: "文件是第{found}版，现行的是第{expected}版。请把文件的版本号改大再载入。",
    en: "The file holds version {found}; version {expected} is in force. Give the file a greater version.",
  },
  "other-office-unit": {
    zh: "文件把汇总单位改成了“{found}”，本工作区的是“{expected}”。汇总单位不能换，请改回。",
    en: "The file makes “{found}” the office's unit; here it is “{expected}”, which cannot change. Change it back.",
  },
  "lights-order": {
    zh: "红灯从{red}个百分点起，不应小于黄灯的{yellow}。请改正。",
    en: "Red starts at {red} percentage points, before yellow at {yellow}. Mend them.",
  },
} as const satisfies Record<string, Record<Language, string>>;

export type PlanErrorCode = keyof typeof sentences;
export const planErrorSchema = z
  .strictObject({
    code: z.custom<PlanErrorCode>((code) => typeof code === "string" && Object.hasOwn(sentences, code)),
    /** `indicators[4].quote`; empty for the file as a whole. */
    path: z.string(),
    params: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();
export type PlanError = z.infer<typeof planErrorSchema>;

export const planError = (
  code: PlanErrorCode,
  path: string,
  params: Readonly<Record<string, string>> = {},
): PlanError => ({ code, path, params });

/** A sentence for people: where, what is wrong, what to do. */
export function describePlanError(error: PlanError, language: Language): string {
  const sentence = sentences[error.code][language].replaceAll(/\{([A-Za-z]+)\}/g, (blank, name: string) =>
    Object.hasOwn(error.params, name) ? (error.params[name] ?? blank) : blank,
  );
  if (error.path === "") return sentence;
  return language === "zh" ? `${error.path}：${sentence}` : `${error.path}: ${sentence}`;
}
