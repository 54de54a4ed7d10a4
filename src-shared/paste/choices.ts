export type ChoiceKind = "status" | "yes-no";

/** Words for what is chosen, not typed, as tables have them. */
const CHOICES: Readonly<Record<ChoiceKind, Readonly<Record<string, string>>>> = {
  status: {
    未启动: "not-started",
    推进中: "in-progress",
    进行中: "in-progress",
    已完成: "completed",
    完成: "completed",
    不涉及: "not-applicable",
    "not started": "not-started",
    "in progress": "in-progress",
    "not applicable": "not-applicable",
  },
  "yes-no": {
    是: "true",
    有: "true",
    否: "false",
    无: "false",
    没有: "false",
    "√": "true",
    "×": "false",
    yes: "true",
    no: "false",
  },
};

/** The stored value of a word; null where it is none of the choices. */
export function choiceOf(kind: ChoiceKind, cell: string): string | null {
  const choices = CHOICES[kind];
  const text = cell.normalize("NFKC").trim().toLowerCase();
  return choices[text] ?? (Object.values(choices).includes(text) ? text : null);
}

/** The same for what a person types into a cell: the beginning of a word will do where only one choice begins so. */
export function typedChoice(kind: ChoiceKind, typed: string): string | null {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  const begun = Object.entries(CHOICES[kind]).filter(([word]) => text !== "" && word.startsWith(text));
  const values = new Set(begun.map(([, value]) => value));
  return choiceOf(kind, typed) ?? (values.size === 1 ? [...values].join("") : null);
}
