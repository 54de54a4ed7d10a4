import { useEffect, useRef, useState, type ReactNode } from "react";
import { useT } from "../../../app/language.tsx";
import { Icon } from "../../../components/icon.tsx";

type Props = {
  readonly label: string;
  readonly preview: string | undefined;
  readonly children: ReactNode;
};

/** A text that is one line until it is opened; then its first field has the focus. */
export function Fold({ label, preview, children }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) body.current?.querySelector<HTMLElement>("textarea, input")?.focus();
  }, [open]);
  return (
    <div className="fold-item">
      <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{label}</span>
        <span className={preview ? "truncate muted" : "truncate faint"}>
          {preview || t("entry:notWritten")}
        </span>
        <Icon name="chev-r" size={14} />
      </button>
      {open && (
        <div className="fold__body" ref={body}>
          {children}
        </div>
      )}
    </div>
  );
}
