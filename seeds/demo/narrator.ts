/** Tells each step: what was done, and what it shows. */
export interface Narrator {
  chapter(zh: string, en: string): void;
  line(zh: string, en: string): void;
  plain(text: string): void;
}

export function narrator(language: "zh" | "en", write: (text: string) => void): Narrator {
  let chapters = 0;
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  return {
    chapter(zh, en) {
      chapters += 1;
      write(`\n${chapters}. ${say(zh, en)}\n`);
    },
    line(zh, en) {
      write(`   ${say(zh, en)}\n`);
    },
    plain(text) {
      write(`${text.trimEnd()}\n`);
    },
  };
}
