import type { ProgressRow } from "#shared/paper/sheet-model.ts";
import { Lines } from "../parts/lines.tsx";
import { StatusBoxes } from "../parts/status-boxes.tsx";

/** One task to be written in by hand. */
export const BlankRow = ({ row }: { readonly row: ProgressRow }) => (
  <tr className={row.flow}>
    <td className="c">{row.no}</td>
    <td className="name m">{row.name}</td>
    <td className="t">{row.goal}</td>
    <td className="c">{row.lead}</td>
    <td className="fill">
      <Lines lines={["责任人", "电话"]} />
    </td>
    <td className="c">
      <Lines lines={row.due} />
    </td>
    <td />
    <td>
      <StatusBoxes />
    </td>
    <td />
    <td />
  </tr>
);
