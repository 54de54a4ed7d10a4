import type { Language } from "../plan/language.ts";

/** Names of what a draft holds besides the plan's own inputs and fields. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  note: { zh: "情况说明", en: "note" },
  notApplicable: { zh: "不涉及的理由", en: "reason for not applicable" },
  "noData.source": { zh: "数据来源", en: "source of the data" },
  "noData.expected": { zh: "预计取得日期", en: "expected date" },
  correction: { zh: "累计数减少的原因", en: "reason for the lower cumulative figure" },
  status: { zh: "状态", en: "status" },
  "status.not-started": { zh: "未启动", en: "not started" },
  "status.in-progress": { zh: "推进中", en: "in progress" },
  progress: { zh: "本期进展", en: "progress" },
  problems: { zh: "存在问题", en: "problems" },
  next: { zh: "下一步打算", en: "next steps" },
  reason: { zh: "理由", en: "reason" },
  evidence: { zh: "证明材料", en: "evidence" },
  "extension.date": { zh: "延期至", en: "extension date" },
  "extension.reason": { zh: "延期理由", en: "reason for the extension" },
  department: { zh: "责任部门", en: "department" },
  leader: { zh: "责任领导", en: "leader" },
  person: { zh: "联系人", en: "contact person" },
  phone: { zh: "联系电话", en: "telephone" },
  date: { zh: "日期", en: "date" },
  key: { zh: "编号", en: "number" },
};

export const memberName = (member: string, language: Language): string | undefined =>
  names[member]?.[language];
