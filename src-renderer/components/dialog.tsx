import { Dialog as Base } from "@base-ui/react/dialog";
import { useRef, type ReactNode } from "react";
import { useT } from "../app/language.tsx";
import { Button, buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Beside the title, quieter. */
  readonly note?: string | undefined;
  readonly size?: "sm" | "md" | "lg";
  /** Until its own button can be pressed: Enter, pressed early, must not close what is still being worked out. */
  readonly holdsFocus?: boolean;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
};

/** Keeps the focus inside, closes with Esc, gives the focus back. */
export function Dialog({
  open,
  onClose,
  title,
  note,
  size = "md",
  holdsFocus = false,
  children,
  footer,
}: DialogProps) {
  const t = useT();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className="dialog-place">
          <Base.Popup
            ref={popup}
            className={size === "md" ? "dialog" : `dialog dialog--${size}`}
            {...(holdsFocus && { initialFocus: popup })}
          >
            <div className="dialog__head">
              <Base.Title render={<h2 />}>{title}</Base.Title>
              <span className="grow t-13 muted truncate">{note}</span>
              <Base.Close
                className={buttonClass({ variant: "quiet", size: "sm" }, "btn--icon")}
                aria-label={t("common:close")}
              >
                <Icon name="x" />
              </Base.Close>
            </div>
            <div className="dialog__body">{children}</div>
            {footer !== undefined && <div className="dialog__foot">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

type ConfirmProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Says what happens: 删除这条草稿, never 确定. */
  readonly action: string;
  readonly danger?: boolean;
};

/** Asks before what cannot be undone. */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  children,
  action,
  danger = false,
}: ConfirmProps) {
  const t = useT();
  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant={danger ? "danger-solid" : "primary"} onClick={onConfirm}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={title} size="sm" footer={footer}>
      {children}
    </Dialog>
  );
}
