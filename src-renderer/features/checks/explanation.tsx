import { useEffect, useRef, useState } from "react";
import { isRealExplanation } from "#shared/checks/explanation.ts";
import { REASON_LIMIT } from "#shared/checks/limits.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import { saveChanges, showDrafts } from "../../app/grid-cache.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { TextArea } from "../../components/field.tsx";
import { explanationIn, withExplanation } from "./found.ts";

const PAUSE_MS = 400;

/** The explanation of what stands as it is, written in place and saved at a pause, on leaving and when it goes away. */
export function Explanation({ view, title }: { readonly view: ItemView; readonly title: string }) {
  const t = useT();
  const tell = useTell();
  const { period } = useSession();
  const saved = explanationIn(view);
  const [text, setText] = useState(saved);
  const composing = useRef(false);
  const save = (): void => {
    if (text === explanationIn(view) || composing.current) return;
    const changes = [{ item: view.item, draft: withExplanation(view, text) }];
    showDrafts(period, changes);
    void saveChanges(period, changes).then((error) => {
      if (error !== null) tell.failed(error);
    });
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const timer = window.setTimeout(() => latest.current(), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  useEffect(() => () => latest.current(), []);
  const isShort = text.trim() !== "" && !isRealExplanation(text);
  return (
    <>
      <TextArea
        className="checks__text"
        aria-label={t("checks:explanationOf", { title })}
        placeholder={t("checks:placeholder")}
        maxLength={REASON_LIMIT}
        invalid={isShort}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => latest.current()}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
      />
      {isShort && <span className="hint hint--bad">{t("checks:tooLittle")}</span>}
    </>
  );
}
