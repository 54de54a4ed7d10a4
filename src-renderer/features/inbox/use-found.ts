import { useMemo } from "react";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { bundleName, originOf } from "./bundle-words.ts";
import { baseName, type Row } from "./rows.ts";

/** Rows that hold every word of the query: in unit, package, file name, digest or device. */
export function useFound(rows: readonly Row[], query: string): readonly Row[] {
  const t = useT();
  const { plan } = useSession();
  return useMemo(() => {
    const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
    if (words.length === 0) return rows;
    return rows.filter(({ report }) => {
      const { file, digest, device, unit } = report;
      const parts = [originOf(t, plan, report), bundleName(t, report), baseName(file), digest, device, unit];
      const text = parts.join(" ").toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [t, plan, rows, query]);
}
