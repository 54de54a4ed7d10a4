import type { Basis } from "#shared/plan/schema.ts";
import { useT } from "../../app/language.tsx";
import { Tag } from "../../components/marks.tsx";

/** Where a statement comes from; what is only assumed stands out. */
export function BasisTag({ basis }: { basis: Basis }) {
  const t = useT();
  const word = t(`plan:basis.${basis}`);
  if (basis === "assumed") return <span className="tag tag--assumed">{word}</span>;
  return basis === "notice" ? <Tag>{word}</Tag> : <Tag kind="line">{word}</Tag>;
}
