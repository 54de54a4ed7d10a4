import { useMemo } from "react";
import { useEngine } from "../../app/queries.ts";
import { signers, type Signer } from "./sign-fields.ts";

/** Names to offer for each signature: those who do it here, then everyone else known. */
export function useKnownSigners(): Readonly<Record<Signer, readonly string[]>> {
  const officers = useEngine("officers.list", {});
  return useMemo(() => {
    const all = officers.status === "ready" ? officers.value : [];
    const namesOf = (signer: Signer): string[] =>
      all
        .toSorted((a, b) => Number(b.roles.includes(signer)) - Number(a.roles.includes(signer)))
        .map(({ name }) => name);
    const [filler, reviewer, head] = signers.map(namesOf);
    return { filler: filler ?? [], reviewer: reviewer ?? [], head: head ?? [] };
  }, [officers]);
}
