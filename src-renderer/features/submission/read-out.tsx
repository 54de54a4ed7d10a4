import { useT } from "../../app/language.tsx";

/** Digits in numbered groups of four, to be read out or compared over the telephone. */
export function ReadOut({ label, groups }: { label: string; groups: readonly string[] }) {
  const t = useT();
  return (
    <ol className="read-out" aria-label={label}>
      {groups.map((digits, index) => (
        <li key={index}>
          <span className="sr-only">
            {t("submission:enrol.group", { no: index + 1, digits: [...digits].join(" ") })}
          </span>
          <small aria-hidden="true">{index + 1}</small>
          <span className="mono" aria-hidden="true">
            {digits}
          </span>
        </li>
      ))}
    </ol>
  );
}
