import type { ReactNode } from "react";
import { useT } from "../app/language.tsx";
import { Icon } from "./icon.tsx";
import "./technical.css";

type Line = { readonly label: string; readonly value: ReactNode };

/** Serials, digests and codes, folded away until asked for. */
export function Technical({ lines }: { lines: readonly Line[] }) {
  const t = useT();
  return (
    <details className="technical">
      <summary>
        <Icon name="chev-d" size={14} />
        {t("common:technical")}
      </summary>
      <dl className="dl">
        {lines.map(({ label, value }) => (
          <div key={label} className="technical__line">
            <dt>{label}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
