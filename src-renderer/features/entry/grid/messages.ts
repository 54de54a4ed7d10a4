import { isHard, needsExplanation, type Finding } from "#shared/checks/finding.ts";
import type { ItemView } from "#shared/ipc/views.ts";

/** What is said in a line of its own under an item: never in a hover, never in a dialog. */
export type Message = {
  readonly tone: "invalid" | "warned" | "returned" | "conflict";
  readonly finding?: Finding;
  /** Input or member that it speaks of. */
  readonly input?: string;
  readonly action: "fix" | "explain" | "correct" | "settle";
};

export function messagesOf(view: ItemView): readonly Message[] {
  if (view.state === "conflict") return [{ tone: "conflict", action: "settle" }];
  const returned: readonly Message[] =
    view.state === "returned" && view.returned !== null ? [{ tone: "returned", action: "correct" }] : [];
  const hard = view.findings.filter(isHard).map((finding) => messageOf(finding, "invalid", "fix"));
  const soft = view.findings
    .filter(needsExplanation)
    .map((finding) => messageOf(finding, "warned", "explain"));
  return [...returned, ...hard, ...soft];
}

function messageOf(finding: Finding, tone: Message["tone"], action: Message["action"]): Message {
  return { tone, finding, action, ...(finding.input !== undefined && { input: finding.input }) };
}
