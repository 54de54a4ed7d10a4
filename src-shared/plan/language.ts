/** Languages of the interface; the plan's texts are the notice's and stay Chinese in both. */
export type Language = "zh" | "en";

export const periodItemTitle: Readonly<Record<Language, string>> = {
  zh: "报告期",
  en: "Reporting period",
};
