import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Look = {
  readonly variant?: "normal" | "primary" | "quiet" | "danger" | "danger-solid";
  readonly size?: "sm" | "md" | "lg";
};

export function buttonClass({ variant = "normal", size = "md" }: Look, extra = ""): string {
  const classes = ["btn"];
  if (variant !== "normal") classes.push(`btn--${variant}`);
  if (size !== "md") classes.push(`btn--${size}`);
  if (extra !== "") classes.push(extra);
  return classes.join(" ");
}

type ButtonProps = Look & {
  readonly icon?: IconName;
  /** After the words: where the button leads. */
  readonly endIcon?: IconName;
  /** What it was pressed for is under way: it shows so and cannot be pressed again. */
  readonly busy?: boolean;
  readonly children: ReactNode;
} & ComponentProps<"button">;

/** One primary button per view. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon,
    endIcon,
    busy = false,
    disabled = false,
    children,
    className,
    ...rest
  } = props;
  const look = { ...(variant && { variant }), ...(size && { size }) };
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy}
      className={buttonClass(look, className)}
    >
      {busy ? <span className="btn__ring" /> : icon !== undefined && <Icon name={icon} />}
      {children}
      {endIcon !== undefined && <Icon name={endIcon} />}
    </button>
  );
}

type IconButtonProps = {
  readonly icon: IconName;
  /** Said to screen readers and shown on hover. */
  readonly label: string;
  readonly small?: boolean;
  /** False inside a tooltip, which says it instead. */
  readonly titled?: boolean;
} & ComponentProps<"button">;

export function IconButton({
  icon,
  label,
  small = false,
  titled = true,
  className,
  ...rest
}: IconButtonProps) {
  const extra = `btn--icon ${className ?? ""}`.trim();
  const look: Look = small ? { variant: "quiet", size: "sm" } : { variant: "quiet" };
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, extra)}
      aria-label={label}
      title={titled ? label : undefined}
    >
      <Icon name={icon} />
    </button>
  );
}
