import { returnPhrasesSchema } from "#shared/ipc/return-phrases-view.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { readFact, writeFact } from "../../store/facts.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** What an office starts with; counties read them, so they are Chinese in either language of the window. */
const FIRST_PHRASES: readonly string[] = [
  "口径与上期不一致，请说明",
  "与统计部门数据不一致，请核对",
  "缺附件或情况说明，请补",
  "本期进展过于笼统，请写明完成情况和数字",
  "与上年同期相比变动较大，请核实并说明原因",
  "累计数小于上期，请核对",
  "计量单位疑有误，请核对",
];

/** The office's phrases in its own order; a list that it emptied stays empty. */
export function returnPhrases(session: Session): Answer<string[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const kept = readFact(session.db, "return-phrases");
  return ok(kept === undefined ? [...FIRST_PHRASES] : returnPhrasesSchema.parse(JSON.parse(kept)));
}

/** Puts a whole list in place of the one before. */
export function putReturnPhrases(session: Session, phrases: readonly string[]): Answer<string[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  writeFact(session.db, "return-phrases", JSON.stringify(phrases));
  return returnPhrases(session);
}
