import type { PlanChange } from "#shared/plan/plan-changes.ts";
import { changeWords } from "#shared/i18n/plan-change-text.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";

/** What one version changes against another. */
export function ChangeList({ changes }: { changes: readonly PlanChange[] }) {
  const t = useT();
  const formats = useFormats();
  if (changes.length === 0) return <p className="muted">{t("planEdit:noChanges")}</p>;
  return (
    <table className="table table--dense plan-changes">
      <thead>
        <tr>
          <th scope="col">{t("planEdit:what")}</th>
          <th scope="col">{t("planEdit:which")}</th>
          <th scope="col">{t("planEdit:change")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const { part, name, what } = changeWords(t, change, formats.period);
          return (
            <tr key={`${part} ${name} ${what}`}>
              <td className="nowrap muted">{part}</td>
              <td>{name}</td>
              <td>{what}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
