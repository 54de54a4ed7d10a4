import { errorCodes } from "../errors.ts";
import type { Translate } from "./words.ts";
import { zhCN } from "./zh-CN/index.ts";

type Failure = { readonly code: string; readonly params: Readonly<Record<string, string>> };

const isErrorCode = (code: string): code is (typeof errorCodes)[number] =>
  errorCodes.some((known) => known === code);
const isReason = (reason: string): reason is keyof (typeof zhCN)["reasons"] => reason in zhCN.reasons;

/** A failure as a sentence; a refused bundle's reason follows it. */
export function errorSentence(t: Translate, { code, params }: Failure): string {
  const known = isErrorCode(code) ? code : "unexpected";
  if (known === "unexpected") return t("errors:unexpected", { id: params["id"] ?? code });
  if (known === "attachment-missing")
    return t("errors:attachment-missing", { task: params["task"] ?? "", name: params["name"] ?? "" });
  if (known === "attachment-refused")
    return t("errors:attachment-refused", { name: params["name"] ?? "", why: params["why"] ?? "" });
  const sentence = t(`errors:${known}`);
  const reason = params["reason"];
  return known === "bundle-rejected" && reason !== undefined
    ? `${sentence}${reasonSentence(t, reason)}`
    : sentence;
}

/** Why a bundle was refused, held or warned about. */
export const reasonSentence = (t: Translate, reason: string): string =>
  isReason(reason) ? t(`reasons:${reason}`) : t("reasons:damaged");
