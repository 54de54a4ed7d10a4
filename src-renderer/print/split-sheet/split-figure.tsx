import type { SplitFigureRow } from "#shared/paper/sheet-model.ts";

export const SplitFigure = ({ row }: { readonly row: SplitFigureRow }) => (
  <tr>
    <td className="c">{row.no}</td>
    <td>{row.name}</td>
    <td>{row.input}</td>
    <td className="c">{row.unit}</td>
    <td className="department-sheet__before">{row.previous}</td>
    <td />
    <td />
  </tr>
);
