import { useState } from "react";

/** Digests that the person ticked. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (digest: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(digest);
    else next.delete(digest);
    setChosen(next);
  };
  return { chosen, choose, clear: () => setChosen(new Set()) };
}
