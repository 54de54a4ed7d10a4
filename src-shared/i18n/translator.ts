import i18next, { type i18n } from "i18next";
import { en } from "./en/index.ts";
import type { Translate } from "./words.ts";
import { zhCN } from "./zh-CN/index.ts";

export const languages = ["zh-CN", "en"] as const;
export type InterfaceLanguage = (typeof languages)[number];

/** An i18next instance with both languages; ready when it returns. Keys are flat, `feature:key`. */
export function createI18n(language: InterfaceLanguage): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { "zh-CN": zhCN, en },
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

type Untyped = { t(key: string, fills: Readonly<Record<string, unknown>>): string };

/** The typed way to its sentences. */
export const translateOf =
  (instance: Untyped): Translate =>
  (key, ...[fills]) =>
    instance.t(key, { ...fills });

/** For a caller without a window: the command line, sheets, logs for people. */
export const createTranslator = (language: InterfaceLanguage): Translate => translateOf(createI18n(language));
