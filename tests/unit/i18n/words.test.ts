import { describe, expect, it } from "vitest";
import { errorCodes } from "#shared/errors.ts";
import { REJECTION_REASONS } from "#shared/bundle/reasons.ts";
import { en } from "#shared/i18n/en/index.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import { zhCN } from "#shared/i18n/zh-CN/index.ts";
import { readSources, walk, writtenText } from "./sources.ts";

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
const chinese: Words = zhCN;
const english: Words = en;

const entriesOf = (words: Words): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([feature, own]) =>
    Object.entries(own).map(([key, text]) => [`${feature}:${key}`, text] as const),
  );
const withoutPlural = (key: string): string => key.replace(/_one$/, "");
const blanksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name).filter((name) => name !== "count");

const chineseEntries = new Map(entriesOf(chinese));
const englishEntries = new Map(entriesOf(english));

describe("the two languages", () => {
  it("have the same sentences", () => {
    expect(chineseEntries.size).toBeGreaterThan(100);
    expect([...chineseEntries.keys()].filter((key) => !englishEntries.has(key))).toEqual([]);
    expect([...englishEntries.keys()].filter((key) => !chineseEntries.has(withoutPlural(key)))).toEqual([]);
  });

  it("fill the same blanks, except that English may leave one out", () => {
    const strange = [...englishEntries].flatMap(([key, text]) => {
      const known = blanksOf(chineseEntries.get(withoutPlural(key)) ?? "");
      return blanksOf(text).some((blank) => !known.includes(blank)) ? [key] : [];
    });
    expect(strange).toEqual([]);
  });

  it("leave no sentence empty", () => {
    expect([...chineseEntries, ...englishEntries].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

/** Names that are written alike in both: file endings, algorithms, keys, programs, units, standards. */
const NAMES =
  /\{\{\w+\}\}|\.tzb(\.age)?|\.(xlsx|pdf|csv|json)|GB ?\d+|SHA-256|SM[23]|Ed25519|age|Ctrl\+?|Shift\+?|Alt|Insert|Enter|Esc|F2|Excel|English|Electron|PDF|XLSX|CSV|JSON|A4|U盘|[KMG]B|taizhang|TAIZHANG_\w+|T\d\d-\d|--?[a-z][a-z-]*|\b[ARS]\b|±%/g;

describe("the Chinese interface", () => {
  it("has no English word", () => {
    const words = [...chineseEntries].filter(
      ([key, text]) => !key.startsWith("cli:") && /[A-Za-z]{2,}/.test(text.replace(NAMES, "")),
    );
    expect(words).toEqual([]);
  });

  it("exclaims nothing and cuts nothing short", () => {
    expect([...chineseEntries].filter(([, text]) => /[!！]|\.\.\./.test(text))).toEqual([]);
  });
});

describe("the English interface", () => {
  it("has no Chinese character, but for the other language's own name", () => {
    const words = [...englishEntries].filter(([, text]) => /[\u3400-\u9fff\uff01-\uff5e]/.test(text));
    expect(words.map(([key]) => key)).toEqual(["settings:languageChinese", "shell:otherLanguage"]);
  });
});

describe("failures", () => {
  it("have a sentence each, in both languages", () => {
    for (const language of ["zh-CN", "en"] as const) {
      const t = createTranslator(language);
      for (const code of errorCodes) {
        expect(errorSentence(t, { code, params: {} })).not.toBe(code);
      }
      for (const reason of REJECTION_REASONS) expect(t(`reasons:${reason}`)).not.toBe(reason);
    }
  });
});

/** A template with `*` for what is filled in; where that is the whole key, the key has to be written somewhere. */
function isFilled(template: string, key: string, written: ReadonlySet<string>): boolean {
  const [feature = "", own = ""] = key.split(":", 2);
  if (template === `${feature}:*`) return written.has(own);
  const pattern = template.split("*").map((fixed) => fixed.replace(/[.\\+?^${}()|[\]]/g, "\\$&"));
  return template.startsWith(`${feature}:`) && new RegExp(`^${pattern.join(".+")}$`).test(key);
}

describe("sentences", () => {
  it("are all used", () => {
    const sources = readSources(["src-renderer", "src-main", "src-shared"], [".ts", ".tsx"]).filter(
      ({ file }) => !/i18n\/(zh-CN|en)\//.test(file),
    );
    expect(sources.length).toBeGreaterThan(50);
    const written = new Set<string>();
    const templates = new Set<string>();
    for (const { program } of sources) {
      walk(program, (node) => {
        const text = writtenText(node);
        if (text !== null) (text.includes("*") ? templates : written).add(text);
      });
    }
    const unused = [...chineseEntries.keys()].filter(
      (key) => !written.has(key) && ![...templates].some((template) => isFilled(template, key, written)),
    );
    expect(unused).toEqual([]);
  });
});
