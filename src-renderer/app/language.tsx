import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import type { Language } from "#shared/plan/language.ts";
import { createI18n, translateOf, type InterfaceLanguage } from "#shared/i18n/translator.ts";
import type { Translate } from "#shared/i18n/words.ts";

type Words = { readonly t: Translate; readonly language: InterfaceLanguage };

const LanguageContext = createContext<Words | null>(null);

/** Every sentence below it is in this language; switching renders them anew. */
export function LanguageProvider({
  language,
  children,
}: {
  language: InterfaceLanguage;
  children: ReactNode;
}) {
  const words = useMemo(() => ({ t: translateOf(createI18n(language)), language }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.t("shell:product");
  }, [language, words]);
  return <LanguageContext value={words}>{children}</LanguageContext>;
}

function useWords(): Words {
  const words = useContext(LanguageContext);
  if (words === null) throw new Error("no LanguageProvider above");
  return words;
}

export const useT = (): Translate => useWords().t;
export const useLanguage = (): InterfaceLanguage => useWords().language;

/** The language as the plan's helpers name it. */
export const planLanguage = (language: InterfaceLanguage): Language => (language === "en" ? "en" : "zh");
