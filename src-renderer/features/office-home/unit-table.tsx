import type { ReviewUnit } from "#shared/ipc/views.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Card } from "../../components/card.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { ShareBar } from "./share-bar.tsx";
import type { Totals } from "./totals.ts";

/** One line per reporting unit; a name leads to its review. */
export function UnitTable({ units, totals }: { units: readonly ReviewUnit[]; totals: Totals }) {
  const t = useT();
  const formats = useFormats();
  return (
    <Card title={t("officeHome:units")} className="ocols__units">
      <table className="table table--hover unit-table">
        <thead>
          <tr>
            <th scope="col">{t("officeHome:unit")}</th>
            <th scope="col">{t("officeHome:reporting")}</th>
            <th scope="col">{t("officeHome:received")}</th>
            <th scope="col">{t("officeHome:progress")}</th>
            <th scope="col" className="num">
              {t("states:accepted")}
            </th>
            <th scope="col" className="num">
              {t("officeHome:pending")}
            </th>
            <th scope="col" className="num">
              {t("states:returned")}
            </th>
            <th scope="col" className="num">
              {t("states:conflict")}
            </th>
            <th scope="col" className="num">
              {t("officeHome:missing")}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row">
                <Link page="review" params={{ unit: unit.unit, tab: "all" }} className="unit-table__name">
                  {unit.name}
                </Link>
              </th>
              <td>
                <Timeliness unit={unit} />
              </td>
              <td className="muted t-12 tnum nowrap">
                {unit.receivedAt === null ? "" : formats.day(unit.receivedAt)}
              </td>
              <td className="bar">
                <ShareBar counts={unit} />
              </td>
              <Cell count={unit.accepted} />
              <Cell count={unit.pending} look="is-pending" />
              <Cell count={unit.returned} look="is-returned" />
              <Cell count={unit.conflicts} look="is-conflict" />
              <Cell count={unit.missing} look="is-missing" />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("officeHome:total")}</th>
            <td className="t-12 muted" colSpan={3}>
              {t("officeHome:expectedTotal", { count: totals.expected })}
            </td>
            <td className="num">{totals.accepted}</td>
            <td className="num">{totals.pending}</td>
            <td className="num">{totals.returned}</td>
            <td className="num">{totals.conflicts}</td>
            <td className="num">{totals.missing}</td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}

/** A zero is left out: what is not there does not ask for attention. */
function Cell({ count, look = "" }: { count: number; look?: string }) {
  return <td className={`num ${look}`.trim()}>{count === 0 ? "" : count}</td>;
}

const icons: Record<ReviewUnit["timeliness"], IconName> = {
  "on-time": "check",
  late: "clock",
  missing: "st-empty",
  "not-due": "minus",
};

function Timeliness({ unit: { timeliness, daysLate } }: { unit: ReviewUnit }) {
  const t = useT();
  const words: Record<ReviewUnit["timeliness"], string> = {
    "on-time": t("officeHome:onTime"),
    late: t("officeHome:late", { count: daysLate }),
    missing: t("officeHome:notReported"),
    "not-due": t("officeHome:notDue"),
  };
  const said = (
    <>
      <Icon name={icons[timeliness]} size={14} />
      {words[timeliness]}
    </>
  );
  const look = `timely timely--${timeliness}`;
  if (timeliness !== "late" && timeliness !== "missing") return <span className={look}>{said}</span>;
  return (
    <Link page="completeness" params={{ filter: timeliness }} className={look}>
      {said}
    </Link>
  );
}
