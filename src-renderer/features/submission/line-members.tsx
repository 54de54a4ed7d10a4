import { useDescribeFinding } from "../../app/findings.ts";
import { useT } from "../../app/language.tsx";
import type { BodyField } from "../../components/body-fields.ts";
import { figureChange, shownValue } from "../../components/figure-change.ts";
import type { SubmitLine } from "./submit-lines.ts";

const shown = (field: BodyField | undefined): string => (field === undefined ? "—" : shownValue(field));

/** Everything the item says, beside what stood there before, and what the checks found. */
export function LineMembers({ line }: { line: SubmitLine }) {
  const t = useT();
  const describe = useDescribeFinding();
  return (
    <div className="line-members">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("submission:member")}</th>
            <th scope="col">{t("submission:before")}</th>
            <th scope="col">{t("submission:now")}</th>
            <th scope="col">{t("submission:change")}</th>
          </tr>
        </thead>
        <tbody>
          {line.members.map(({ now, before }) => {
            const { id = "", label = "", unit = "" } = now ?? before ?? {};
            return (
              <tr key={id}>
                <th scope="row">
                  {label} {unit !== "" && <small>{unit}</small>}
                </th>
                <td>{shown(before)}</td>
                <td className={now?.value === before?.value ? undefined : "strong"}>{shown(now)}</td>
                <td>{figureChange(now, before) ?? ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {line.findings.map((finding, index) => (
        <p key={index} className="hint">
          {describe(finding)}
        </p>
      ))}
    </div>
  );
}
