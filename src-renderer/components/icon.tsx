import { iconShapes, type IconName } from "./icon-shapes.tsx";

export type { IconName } from "./icon-shapes.tsx";

type Props = {
  readonly name: IconName;
  readonly size?: 14 | 16 | 20 | 28;
  readonly className?: string;
};

/** Decorative: the word beside it, or the button's label, says what it means. */
export function Icon({ name, size = 16, className = "" }: Props) {
  const sized = size === 16 ? "icon" : `icon icon--${size}`;
  return (
    <svg className={`${sized} ${className}`.trim()} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** All shapes once per window; `Icon` refers to them. */
export function IconSprite() {
  return (
    <svg className="sprite" aria-hidden="true">
      {Object.entries(iconShapes).map(([name, shape]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
          {shape}
        </symbol>
      ))}
    </svg>
  );
}
