import type { ReactNode } from "react";

type Props = {
  readonly title?: ReactNode;
  /** Beside the title: a badge, a hint, a link at the end. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

export function Card({ title, aside, className = "", children }: Props) {
  return (
    <section className={`card ${className}`.trim()}>
      {title !== undefined && (
        <div className="card__head">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
