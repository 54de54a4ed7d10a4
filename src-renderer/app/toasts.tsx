import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { Icon } from "../components/icon.tsx";
import { Button, IconButton } from "../components/button.tsx";
import { callEngine, type CallError } from "./bridge.ts";
import { useT } from "./language.tsx";

type Toast = {
  readonly id: number;
  readonly kind: "done" | "note" | "failed";
  readonly text: string;
  readonly file?: string;
};
type Tell = {
  /** Says in passing that something is done. */
  readonly done: (text: string) => void;
  /** Says what was written where, with the way to it; stays longer. */
  readonly written: (text: string, file: string) => void;
  /** Says what is to be known, without its being anyone's fault; stays longer. */
  readonly note: (text: string) => void;
  /** Says why something was not done; stays longer. */
  readonly failed: (error: CallError) => void;
  /** What failed before is put right: it need not be read any more. */
  readonly mended: () => void;
};

const ICONS = { done: "st-accepted", note: "info", failed: "st-invalid" } as const;
const DONE_MS = 4_000;
const FAILED_MS = 12_000;

const ToastContext = createContext<Tell | null>(null);

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useT();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const remove = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const last = useRef(0);
  const add = useCallback(
    (kind: Toast["kind"], text: string, file?: string) => {
      last.current += 1;
      const id = last.current;
      window.setTimeout(() => remove(id), kind === "done" && file === undefined ? DONE_MS : FAILED_MS);
      setToasts((all) => [...all.slice(-2), { id, kind, text, ...(file !== undefined && { file }) }]);
    },
    [remove],
  );
  const tell = useMemo<Tell>(
    () => ({
      done: (text) => add("done", text),
      written: (text, file) => add("done", text, file),
      note: (text) => add("note", text),
      failed: (error) => add("failed", errorSentence(t, error)),
      mended: () => setToasts((all) => all.filter(({ kind }) => kind !== "failed")),
    }),
    [add, t],
  );
  return (
    <ToastContext value={tell}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, kind, text, file }) => (
          <div key={id} className={`toast toast--${kind}`}>
            <Icon name={ICONS[kind]} />
            <span className="grow">{text}</span>
            {file !== undefined && (
              <Button size="sm" icon="folder" onClick={() => void callEngine("files.reveal", { path: file })}>
                {t("common:openFolder")}
              </Button>
            )}
            <IconButton icon="x" label={t("common:close")} small onClick={() => remove(id)} />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}

export function useTell(): Tell {
  const tell = useContext(ToastContext);
  if (tell === null) throw new Error("no ToastProvider above");
  return tell;
}
