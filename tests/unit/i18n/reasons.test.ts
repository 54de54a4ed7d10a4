import { describe, expect, it } from "vitest";
import {
  heldReasonSchema,
  REJECTION_REASONS,
  warningSchema,
  type RejectionReason,
} from "#shared/bundle/reasons.ts";
import { bundleReportSchema, type BundleReport } from "#shared/ipc/views.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import {
  reasonWord,
  sayWarning,
  sentenceForCounty,
} from "../../../src-renderer/features/inbox/what-to-say.ts";

/** Every reason and every warning of the format page is a sentence that says what to do, in both languages. */

const REFUSED = [...REJECTION_REASONS, ...heldReasonSchema.options, "unreadable"] as const;
const WARNINGS = warningSchema.options;
const LANGUAGES = ["zh-CN", "en"] as const;

/** A first part that says what is wrong and a second one that says what to do. */
const hasNextStep = (sentence: string): boolean =>
  sentence.split(/[。；，：]|[.;:,] /u).filter((part) => part.trim() !== "").length >= 2;

const report = (change: Partial<BundleReport>): BundleReport =>
  bundleReportSchema.parse({
    file: "U盘/第四包.tzb",
    digest: null,
    kind: "submission",
    unit: "360981",
    device: null,
    sequence: 4,
    createdAt: null,
    receivedAt: null,
    status: "rejected",
    reason: null,
    warnings: [],
    steps: [],
    counts: { added: 0, superseding: 0, unchanged: 0, conflicts: 0, decisions: 0 },
    ...change,
  });

const NAMES = { office: "样例汇总办", plan: "样例计划", day: "4月3日", isHere: false };

describe.each(LANGUAGES)("in %s", (language) => {
  const t = createTranslator(language);

  it("each reason and warning has a sentence of its own with a next step", () => {
    const sentences = [...REFUSED, ...WARNINGS].map((reason) => reasonSentence(t, reason));
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((sentence) => !hasNextStep(sentence))).toEqual([]);
  });

  it("each reason has a few words of its own for the table", () => {
    const words = REFUSED.map((reason) => reasonWord(t, reason));
    expect(words).not.toContain(t("inbox:reason.other"));
    expect(new Set(words).size).toBe(words.length);
  });

  it("each reason gives the county something to do, beyond naming the reason", () => {
    for (const reason of REFUSED) {
      const said = sentenceForCounty(t, report({ reason }), NAMES);
      expect(said).toContain(reasonWord(t, reason));
      expect(said).not.toMatch(/\{\{|inbox:/);
      const opening = t("inbox:say.opening", {
        bundle: t("inbox:say.bundle", { sequence: 4 }),
        reason: reasonWord(t, reason),
        date: "4月3日",
      });
      expect(said.length - opening.length, reason).toBeGreaterThan(15);
    }
  });

  it("a refused request is spoken of as a request, not as a numbered bundle", () => {
    const reason: RejectionReason = "damaged";
    const said = sentenceForCounty(t, report({ kind: "enrol-request", sequence: 1, reason }), NAMES);
    expect(said).toContain(t("inbox:kind.enrol-request"));
    expect(said).not.toContain(t("inbox:say.bundle", { sequence: 1 }));
  });

  it("a gap and a fork are told with the number that is missing or taken twice", () => {
    expect(sayWarning(t, "gap", report({}), NAMES.office)).toMatch(/3/);
    expect(sayWarning(t, "fork", report({}), NAMES.office)).toMatch(/4/);
    expect(sayWarning(t, "late", report({}), NAMES.office)).toBeNull();
  });
});
