interface PeriodFieldProps {
  readonly name: string | null;
  /** The words after each hand-written blank where there is no name. */
  readonly blanks: readonly string[];
}

/** 报告期, printed or left to be written in: `____年第____季度`. */
export function PeriodField({ name, blanks }: PeriodFieldProps) {
  if (name !== null) return <span>报告期：{name}</span>;
  return (
    <span>
      报告期：
      {blanks.map((word, index) => (
        <span key={word}>
          <span className={index === 0 ? "blank" : "blank blank--short"} />
          {word}
        </span>
      ))}
    </span>
  );
}
