import { taskDraftSchema, type ContactDraft, type TaskDraft } from "../checks/draft.ts";
import { isBlank } from "../checks/typed.ts";
import { NO_PROGRESS, readSpecial, wordList } from "./answer-words.ts";
import type { Lens } from "./lens.ts";

const STATUS = wordList({
  "not-started": "未启动",
  "in-progress": "推进中",
  completed: "已完成",
  "not-applicable": "不涉及",
});

const statusLens: Lens<TaskDraft> = {
  id: "status",
  head: "状态",
  width: 10,
  text: ({ status }) => (status === undefined ? "" : STATUS.word(status)),
  set(draft, typed) {
    const special = readSpecial(typed);
    if (special !== null) {
      if (!("notApplicable" in special)) return null;
      const reason = special.notApplicable === "" ? {} : { reason: special.notApplicable };
      return { ...draft, status: "not-applicable", ...reason };
    }
    const status = taskDraftSchema.shape.status.safeParse(STATUS.id(typed));
    return status.success ? { ...draft, status: status.data } : null;
  },
};

/** 本期无新进展 on a line of its own says so; what follows it is text. */
const progressLens: Lens<TaskDraft> = {
  id: "progress",
  head: "本期进展",
  width: 44,
  text: ({ noProgress, progress = "" }) =>
    noProgress !== true ? progress : isBlank(progress) ? NO_PROGRESS : `${NO_PROGRESS}\n${progress}`,
  set(draft, typed) {
    const [first = "", ...rest] = typed.split("\n");
    if (first.replace(/。$/u, "").trim() !== NO_PROGRESS) {
      const { noProgress: _, ...others } = draft;
      return { ...others, progress: typed };
    }
    const { progress: _, ...others } = draft;
    const text = rest.join("\n").trim();
    return { ...others, noProgress: true, ...(text === "" ? {} : { progress: text }) };
  },
};

const textLens = (id: "problems" | "next" | "reason", head: string, width: number): Lens<TaskDraft> => ({
  id,
  head,
  width,
  text: (draft) => draft[id] ?? "",
  set: (draft, typed) => ({ ...draft, [id]: typed }),
});

export const taskLenses: readonly Lens<TaskDraft>[] = [
  statusLens,
  progressLens,
  textLens("problems", "存在问题", 30),
  textLens("next", "下一步打算", 30),
  textLens("reason", "说明（不涉及的理由等）", 24),
];

const contactLens = (id: keyof ContactDraft, head: string, width: number): Lens<ContactDraft> => ({
  id,
  head,
  width,
  text: (draft) => draft[id] ?? "",
  set: (draft, typed) => ({ ...draft, [id]: typed }),
});

export const contactLenses: readonly Lens<ContactDraft>[] = [
  contactLens("department", "责任部门", 16),
  contactLens("leader", "责任领导", 12),
  contactLens("person", "联系人", 12),
  contactLens("phone", "电话", 16),
];
