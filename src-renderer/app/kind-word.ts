import type { Key, Translate } from "#shared/i18n/words.ts";
import { zhCN } from "#shared/i18n/zh-CN/index.ts";

type KindKey = Extract<Key, `submission:kind.${string}`>;
const words: Readonly<Record<string, string>> = zhCN.submission;
const isKindKey = (key: string): key is KindKey => key.slice("submission:".length) in words;

/** What a file is, for a county: 市级回执, 设备授权, 计划包. */
export function kindWord(t: Translate, kind: string | null): string {
  const key = `submission:kind.${kind ?? "unknown"}`;
  return isKindKey(key) ? t(key) : t("submission:kind.unknown");
}
