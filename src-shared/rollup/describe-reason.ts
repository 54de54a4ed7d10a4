import type { Language } from "../plan/language.ts";
import type { Reason } from "./reason.ts";
import type { Light } from "./types.ts";

const lightWords: Readonly<Record<Language, Readonly<Record<Light, string>>>> = {
  zh: { grey: "灰灯", green: "绿灯", yellow: "黄灯", red: "红灯" },
  en: { grey: "Grey", green: "Green", yellow: "Yellow", red: "Red" },
};

/** `黄灯：完成41.2%，序时58.3%，落后17.1个百分点`. */
export const describeLight = (light: Light, reason: Reason, language: Language): string =>
  `${lightWords[language][light]}${language === "zh" ? "：" : ": "}${describeReason(reason, language)}`;

/** The reason as a sentence without its full stop. */
export const describeReason = (reason: Reason, language: Language): string =>
  language === "zh" ? inChinese(reason) : inEnglish(reason);

const isNegative = (figure: string): boolean => figure.startsWith("-");
const isNothing = (figure: string): boolean => !/[1-9]/.test(figure);
const size = (figure: string): string => figure.replace("-", "");

function inChinese(reason: Reason): string {
  switch (reason.code) {
    case "pace":
      return `完成${reason.completion}%，序时${reason.schedule}%，${behindChinese(reason.behind)}`;
    case "gap":
      return `${reason.value}%，应达${reason.scheduled}%，${behindChinese(reason.behind)}`;
    case "places":
      return `第${reason.rank}名，目标前${reason.target}名`;
    case "unranked":
      return "未入榜";
    case "incomplete":
      return `数据不全 ${reason.reported}/${reason.expected}`;
    case "not-reported":
      return "未报";
    case "not-due":
      return "本期不报";
    case "not-applicable":
      return "不涉及";
    case "denominator-missing":
      return "分母为0或缺失";
    case "no-annual-target":
      return `无年度目标（${reason.year}年）`;
    case "no-county-target":
      return "未设县级目标";
    case "no-target":
      return "无目标值";
    case "no-schedule":
      return "未设序时";
    case "no-baseline":
      return "未设基期";
    case "no-tolerance":
      return `容差未设：${reason.value}%，目标${reason.target}%左右，${differenceChinese(reason.gap)}`;
    case "since-baseline":
      return `${reason.value}%，基期${reason.baseline}%，${changeChinese(reason.change)}`;
    case "office-judges":
      return "由市级判定";
    case "out-of-range":
      return "数值超出范围，请核对各单位数据";
    case "parts":
      return `齐备${reason.done}/${reason.of}`;
  }
}

const points = (figure: string): string => `${size(figure)}个百分点`;
const behindChinese = (behind: string): string =>
  isNothing(behind) ? "与序时持平" : `${isNegative(behind) ? "超前" : "落后"}${points(behind)}`;
const differenceChinese = (gap: string): string =>
  isNothing(gap) ? "持平" : `${isNegative(gap) ? "低" : "高"}${points(gap)}`;
const changeChinese = (change: string): string =>
  isNothing(change) ? "持平" : `${isNegative(change) ? "下降" : "提升"}${points(change)}`;

function inEnglish(reason: Reason): string {
  switch (reason.code) {
    case "pace":
      return `${reason.completion} % done, ${reason.schedule} % due, ${behindEnglish(reason.behind)}`;
    case "gap":
      return `${reason.value} %, ${reason.scheduled} % due, ${behindEnglish(reason.behind)}`;
    case "places":
      return `place ${reason.rank}, target: top ${reason.target}`;
    case "unranked":
      return "not on the list";
    case "incomplete":
      return `incomplete, ${reason.reported} of ${reason.expected} units`;
    case "not-reported":
      return "not reported";
    case "not-due":
      return "not due this period";
    case "not-applicable":
      return "not applicable";
    case "denominator-missing":
      return "denominator is 0 or missing";
    case "no-annual-target":
      return `no target for ${reason.year}`;
    case "no-county-target":
      return "no county target";
    case "no-target":
      return "no target figure";
    case "no-schedule":
      return "no schedule set";
    case "no-baseline":
      return "no baseline set";
    case "no-tolerance":
      return `tolerance not set: ${reason.value} % against about ${reason.target} %, ${differenceEnglish(reason.gap)}`;
    case "since-baseline":
      return `${reason.value} %, baseline ${reason.baseline} %, ${changeEnglish(reason.change)}`;
    case "office-judges":
      return "the office judges";
    case "out-of-range":
      return "figure out of range, check the units’ data";
    case "parts":
      return `${reason.done} of ${reason.of} complete`;
  }
}

const pointsEnglish = (figure: string): string => `${size(figure)} points`;
const behindEnglish = (behind: string): string =>
  isNothing(behind) ? "on schedule" : `${pointsEnglish(behind)} ${isNegative(behind) ? "ahead" : "behind"}`;
const differenceEnglish = (gap: string): string =>
  isNothing(gap) ? "level" : `${pointsEnglish(gap)} ${isNegative(gap) ? "below" : "above"}`;
const changeEnglish = (change: string): string =>
  isNothing(change) ? "level" : `${isNegative(change) ? "down" : "up"} ${pointsEnglish(change)}`;
