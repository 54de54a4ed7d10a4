import type { ProgressRow } from "#shared/paper/sheet-model.ts";
import { Lines } from "../parts/lines.tsx";

/** Longest number that fits the column on one line; longer ones may be broken. */
const PHONE_PER_LINE = 13;

export const FilledRow = ({ row }: { readonly row: ProgressRow }) => (
  <tr className={row.flow}>
    <td className="c">{row.no}</td>
    <td className="name m">{row.name}</td>
    <td>{row.goal}</td>
    <td className="c">{row.lead}</td>
    <td className="department m">{row.department}</td>
    <td className="c">
      <Lines lines={row.due} />
    </td>
    <td className="typed">
      {row.progress}
      {row.figures.map((figure, index) => (
        <span key={index} className="small">
          {figure}
        </span>
      ))}
    </td>
    <StatusCell row={row} />
    <td className="typed">{row.problems}</td>
    <td className="typed">{row.next}</td>
    <td className="c typed">
      {row.person}
      {row.phone === "" ? null : (
        <span className={row.phone.length <= PHONE_PER_LINE ? "tel nb" : "tel"}>{row.phone}</span>
      )}
    </td>
  </tr>
);

function StatusCell({ row }: { readonly row: ProgressRow }) {
  const completion = row.completion.map((line) => (
    <span key={line} className="completion">
      {line}
    </span>
  ));
  return (
    <td className={row.statusTone === "missing" ? "c miss" : "c"}>
      {row.statusTone === "plain" ? row.status : <b>{row.status}</b>}
      {completion}
    </td>
  );
}
