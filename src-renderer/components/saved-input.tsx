import { useState } from "react";
import { TextInput } from "./field.tsx";

type Props = {
  readonly id: string;
  readonly value: string;
  readonly readOnly?: boolean;
  /** A day is written as in the records: `2024-04-05`. */
  readonly type?: "text" | "date";
  readonly onSave: (value: string) => void;
};

/** One line of at most 200 characters, as the records have it, that saves when it is left or Enter is pressed. */
export function SavedInput({ value, onSave, ...rest }: Props) {
  const [text, setText] = useState<string | null>(null);
  const settle = (): void => {
    const next = text?.trim();
    if (next !== undefined && next !== value) onSave(next);
    setText(null);
  };
  return (
    <TextInput
      {...rest}
      size="sm"
      maxLength={200}
      value={text ?? value}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) settle();
      }}
    />
  );
}
