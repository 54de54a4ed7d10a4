import { describeFinding } from "#shared/checks/describe-finding.ts";
import { isHard, needsExplanation, type Finding } from "#shared/checks/finding.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import { planLanguage, useLanguage } from "./language.tsx";
import { useSession } from "./session.tsx";

/** A finding as a sentence in the window's language; `here` where it stands at its item. */
export function useDescribeFinding(options: { readonly here?: boolean } = {}): (finding: Finding) => string {
  const { plan } = useSession();
  const language = useLanguage();
  return (finding) => describeFinding(plan, finding, planLanguage(language), options);
}

/** What has to be said at the item: what blocks it first, then what wants an explanation. */
export const pressingFindings = ({ findings }: ItemView): readonly Finding[] => {
  const hard = findings.filter(isHard);
  return hard.length > 0 ? hard : findings.filter(needsExplanation);
};
