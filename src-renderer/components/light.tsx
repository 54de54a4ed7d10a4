import { useT } from "../app/language.tsx";
import { Icon } from "./icon.tsx";

export type LightColour = "grey" | "green" | "yellow" | "red";

/** Each light has its own shape, so that it survives black-and-white print; the reason stands beside the word. */
export function Light({
  light,
  chip = false,
  reason,
}: {
  light: LightColour;
  chip?: boolean;
  reason?: string;
}) {
  const t = useT();
  const word = t(`lights:${light}`);
  return (
    <span className={`light light--${light}${chip ? " light--chip" : ""}`}>
      <Icon name={`l-${light}`} size={14} />
      {reason === undefined ? word : t("common:labelled", { label: word, text: reason })}
    </span>
  );
}
