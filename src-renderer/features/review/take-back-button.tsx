import { useEffect, useRef } from "react";
import type { DecisionStep } from "#shared/ipc/review-view.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Key } from "../../components/marks.tsx";
import { isElsewhere, useDecisionKeys } from "./use-decision-keys.ts";
import { useTakeBack } from "./use-take-back.ts";

/** 撤销: the last act that no package has carried; by U and Ctrl+Z too. */
export function TakeBackButton({ onTakenBack }: { onTakenBack: (step: DecisionStep) => void }) {
  const t = useT();
  const { what, takeBack } = useTakeBack();
  const run = (): void =>
    void takeBack().then((step) => {
      if (step !== null) onTakenBack(step);
    });
  useDecisionKeys({ u: run });
  useControlZ(run);
  if (what === null) return null;
  const label = t("review:undo", { what });
  return (
    <Button icon="undo" className="review-undo" title={label} onClick={run}>
      <span className="truncate">{label}</span>
      <Key>U</Key>
    </Button>
  );
}

/** Not while something is typed: there Ctrl+Z takes back what was typed. */
function useControlZ(action: () => void): void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!isUndo || event.defaultPrevented) return;
      if (event.target instanceof Element && isElsewhere(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
