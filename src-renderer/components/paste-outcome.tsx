import { Icon, type IconName } from "./icon.tsx";
import "./paste.css";

const icons = {
  write: "check",
  update: "st-draft",
  explain: "st-warned",
  bad: "st-invalid",
  twice: "copy",
  locked: "st-sealed",
  skip: "st-na",
} as const satisfies Record<string, IconName>;

type Props = {
  readonly look: keyof typeof icons;
  /** How many lines come to it. */
  readonly count?: number;
  readonly children: string;
};

/** What becomes of a pasted line: icon, word and colour. */
export function PasteOutcome({ look, count, children }: Props) {
  return (
    <span className={`paste__outcome is-${look}`}>
      <Icon name={icons[look]} size={14} />
      {children}
      {count !== undefined && <b>{count}</b>}
    </span>
  );
}
