import { useEffect, useRef, useState, type ReactNode } from "react";
import { Field, TextArea } from "../../../components/field.tsx";
import { useT } from "../../../app/language.tsx";
import type { PanelFocus } from "../use-entry.ts";

const PAUSE_MS = 400;

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => void;
  readonly limit: number;
  readonly readOnly: boolean;
  readonly short?: boolean;
  /** Takes the focus whenever another one comes. */
  readonly focus?: PanelFocus;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode;
};

/** Saves at a pause in typing, on leaving, and when it goes away; never in the middle of an input method's work. */
export function LongText({ label, value, onSave, limit, readOnly, short = false, ...rest }: Props) {
  const t = useT();
  const { focus = null, placeholder, hint } = rest;
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const composing = useRef(false);
  const area = useRef<HTMLTextAreaElement>(null);
  // A value from elsewhere (undo, last period's text) takes the place of one that is not being typed.
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  const latest = useRef({ text, known, onSave });
  latest.current = { text, known, onSave };
  const flush = (): void => {
    const { text: typed, known: saved, onSave: save } = latest.current;
    if (typed !== saved && !composing.current) {
      setKnown(typed);
      save(typed);
    }
  };
  useEffect(() => {
    const timer = window.setTimeout(flush, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  useEffect(
    () => () => {
      const { text: typed, known: saved, onSave: save } = latest.current;
      if (typed !== saved) save(typed);
    },
    [],
  );
  useEffect(() => {
    if (focus !== null) area.current?.focus();
  }, [focus]);
  const isTooLong = text.length > limit;
  return (
    <Field label={label} aux={t("entry:counter", { count: text.length, limit })} hint={hint}>
      {(ids) => (
        <TextArea
          {...ids}
          ref={area}
          className={short ? "longtext longtext--short" : "longtext"}
          invalid={isTooLong}
          readOnly={readOnly}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={() => {
            composing.current = false;
          }}
          onBlur={flush}
        />
      )}
    </Field>
  );
}
