import type { SplitTaskRow } from "#shared/paper/sheet-model.ts";
import { Lines } from "../parts/lines.tsx";
import { StatusBoxes } from "../parts/status-boxes.tsx";

export const SplitTask = ({ row }: { readonly row: SplitTaskRow }) => (
  <tr className={row.flow}>
    <td className="c">{row.no}</td>
    <td className="name">{row.name}</td>
    <td className="t">{row.goal}</td>
    <td className="c">
      <Lines lines={row.due} />
    </td>
    <td />
    <td>
      <StatusBoxes />
    </td>
    <td />
    <td />
    <td />
  </tr>
);
