import { useState, type ComponentProps } from "react";
import { useT } from "../app/language.tsx";
import { IconButton } from "./button.tsx";
import { TextInput } from "./field.tsx";

type Props = {
  readonly size?: "sm" | "md" | "lg";
  readonly invalid?: boolean;
} & Omit<ComponentProps<"input">, "size" | "type">;

/** A passphrase, hidden until asked for. */
export function PassphraseInput({ size = "md", ...rest }: Props) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <span className="input-wrap">
      <TextInput
        {...rest}
        size={size}
        type={shown ? "text" : "password"}
        autoComplete="off"
        spellCheck={false}
        className="input--passphrase"
      />
      <IconButton
        className="input-wrap__end"
        icon={shown ? "eye-off" : "eye"}
        label={t(shown ? "common:hidePassphrase" : "common:showPassphrase")}
        small
        onClick={() => setShown(!shown)}
      />
    </span>
  );
}
