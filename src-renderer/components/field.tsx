import { useId, type ComponentProps, type ReactNode } from "react";
import { useT } from "../app/language.tsx";
import { Icon } from "./icon.tsx";

type FieldProps = {
  readonly label: string;
  /** At the end of the label's line: a counter, a link. */
  readonly aux?: ReactNode;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
  /** Gets the id for the control and the id of its description. */
  readonly children: (ids: { id: string; "aria-describedby"?: string }) => ReactNode;
};

/** Label above, what is wrong or worth knowing below. */
export function Field({ label, aux, required = false, hint, error, children }: FieldProps) {
  const t = useT();
  const id = useId();
  const note = `${id}-note`;
  const isNoted = error !== undefined || hint !== undefined;
  return (
    <div className="field">
      <div className="label">
        <label htmlFor={id}>{label}</label>
        {required && <span className="required">{t("common:required")}</span>}
        {aux !== undefined && <span className="label__aux">{aux}</span>}
      </div>
      {children(isNoted ? { id, "aria-describedby": note } : { id })}
      {error !== undefined ? (
        <p id={note} className="hint hint--bad">
          <Icon name="st-invalid" size={14} />
          <span>{error}</span>
        </p>
      ) : (
        hint !== undefined && (
          <p id={note} className="hint">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

type TextInputProps = {
  readonly size?: "sm" | "md" | "lg";
  readonly invalid?: boolean;
} & Omit<ComponentProps<"input">, "size">;

export function TextInput({ size = "md", invalid = false, className = "", ...rest }: TextInputProps) {
  const classes = ["input"];
  if (size !== "md") classes.push(`input--${size}`);
  if (invalid) classes.push("is-invalid");
  if (className !== "") classes.push(className);
  return <input type="text" {...rest} className={classes.join(" ")} aria-invalid={invalid || undefined} />;
}

type TextAreaProps = { readonly invalid?: boolean } & ComponentProps<"textarea">;

export function TextArea({ invalid = false, className = "", ...rest }: TextAreaProps) {
  const classes = `textarea ${invalid ? "is-invalid" : ""} ${className}`.trim();
  return <textarea {...rest} className={classes} aria-invalid={invalid || undefined} />;
}
