import { useCallback } from "react";
import { useT } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";

/** Puts a text on the clipboard and says so. */
export function useCopy(): (text: string) => void {
  const t = useT();
  const tell = useTell();
  return useCallback(
    (text) => {
      navigator.clipboard.writeText(text).then(
        () => tell.done(t("common:copied")),
        () => tell.done(t("shell:copyFailed")),
      );
    },
    [t, tell],
  );
}
