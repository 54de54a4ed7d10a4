import type { Language } from "#shared/plan/language.ts";

/** Tells each step: what was typed, and what it shows. */
export interface Narrator {
  chapter(zh: string, en: string): void;
  line(zh: string, en: string): void;
  /** A command as a person would type it; long ones are shortened. */
  command(words: readonly string[]): void;
  plain(lines: readonly string[]): void;
}

const MAX_COMMAND = 150;

export function narrator(language: Language, write: (text: string) => void): Narrator {
  let chapters = 0;
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  return {
    chapter(zh, en) {
      chapters += 1;
      write(`\n${chapters}. ${say(zh, en)}\n`);
    },
    line(zh, en) {
      write(`   ✓ ${say(zh, en)}\n`);
    },
    command(words) {
      const typed = words.map((word) => (/[\s（）()]/.test(word) ? `"${word}"` : word)).join(" ");
      write(`   $ ${typed.length > MAX_COMMAND ? `${typed.slice(0, MAX_COMMAND)}…` : typed}\n`);
    },
    plain(lines) {
      write(lines.map((line) => `   ${line}\n`).join(""));
    },
  };
}
