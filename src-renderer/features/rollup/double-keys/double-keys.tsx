import { useState } from "react";
import type { Translate } from "#shared/i18n/words.ts";
import { registerItem } from "#shared/plan/item.ts";
import type { Plan, Register, RegisterField } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { differing, type DoubleKey, type DoubleRow } from "#shared/rollup/double-keys.ts";
import { groupFigure } from "../../../app/figures.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { Button } from "../../../components/button.tsx";
import { given, type DataTable } from "../../../components/data-table.tsx";
import { Empty } from "../../../components/empty.tsx";
import { Icon } from "../../../components/icon.tsx";
import { Link } from "../../../components/link.tsx";
import "./double-keys.css";
import { SettleDialog } from "./settle-dialog.tsx";

const looks = {
  open: { state: "warned", icon: "st-warned" },
  settled: { state: "accepted", icon: "st-accepted" },
  agreed: { state: "na", icon: "check" },
} as const;

/** 待核: keys of registers that several units name, their rows side by side, and the way to settle them. */
export function DoubleKeys({ list }: { list: readonly DoubleKey[] }) {
  const t = useT();
  const { plan } = useSession();
  const [settling, setSettling] = useState<DoubleKey | null>(null);
  const registerOf = ({ register }: DoubleKey): Register | undefined =>
    plan.registers.find(({ id }) => id === register);
  const open = settling === null ? undefined : registerOf(settling);
  if (list.length === 0) {
    return (
      <Empty icon="check" title={t("doubleKeys:none")}>
        {t("doubleKeys:noneText")}
      </Empty>
    );
  }
  return (
    <div className="pane double-keys" tabIndex={0} role="region" aria-label={t("doubleKeys:title")}>
      <p className="muted t-13">{t("doubleKeys:rule")}</p>
      {list.map((found) => {
        const register = registerOf(found);
        return (
          register !== undefined && (
            <Found
              key={`${found.register} ${found.key}`}
              found={found}
              register={register}
              onSettle={() => setSettling(found)}
            />
          )
        );
      })}
      {settling !== null && open !== undefined && (
        <SettleDialog found={settling} register={open} onClose={() => setSettling(null)} />
      )}
    </div>
  );
}

type FoundProps = { readonly found: DoubleKey; readonly register: Register; readonly onSettle: () => void };

function Found({ found, register, onSettle }: FoundProps) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const differ = new Set(differing(register, found.rows).map(({ id }) => id));
  const look = looks[found.state];
  const name = found.rows[0]?.row.fields[register.nameField] ?? "";
  return (
    <section className="card">
      <div className="card__head">
        <h2>{name}</h2>
        <span className="muted t-12">
          {t("doubleKeys:keyOf", { register: register.name, key: found.key })}
        </span>
        <span className="grow" />
        <span className={`state state--${look.state}`}>
          <Icon name={look.icon} size={14} />
          {t(`doubleKeys:state.${found.state}`)}
        </span>
        {found.state === "open" && (
          <Button size="sm" variant="primary" onClick={onSettle}>
            {t("doubleKeys:settle")}
          </Button>
        )}
      </div>
      <div className="double-keys__rows" tabIndex={0} role="region" aria-label={name}>
        <table className="table table--dense">
          <thead>
            <tr>
              <th scope="col">{t("charts:unit")}</th>
              {register.fields.map((field) => (
                <th key={field.id} scope="col">
                  {field.name}
                </th>
              ))}
              <th scope="col">{t("doubleKeys:stands")}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map((row) => (
              <tr key={row.unit}>
                <th scope="row">
                  <Link
                    page="review"
                    params={{ unit: row.unit, tab: "all", item: registerItem(register.id, found.key) }}
                  >
                    {unitName(plan, row.unit)}
                  </Link>
                </th>
                {register.fields.map((field) => (
                  <td key={field.id} className={differ.has(field.id) ? "is-differing" : undefined}>
                    {fieldText(plan, field, row)}
                  </td>
                ))}
                <td>
                  {row.verified === null
                    ? standsAs(t, row)
                    : verifiedBy(t, formats.dayTime, row, row.verified)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function standsAs(t: Translate, { unjudged, row }: DoubleRow): string {
  return unjudged ? t("doubleKeys:unjudged") : t(`answers:row.${row.state}`);
}

const verifiedBy = (
  t: Translate,
  when: (time: string) => string,
  { row }: DoubleRow,
  { by, at, comment }: NonNullable<DoubleRow["verified"]>,
): string => t("doubleKeys:verifiedBy", { by, at: when(at), state: t(`answers:row.${row.state}`), comment });

function fieldText(plan: Plan, field: RegisterField, { row }: DoubleRow): string {
  const value = row.fields[field.id];
  if (value === undefined) return "—";
  switch (field.kind) {
    case "choice":
      return field.options?.find(({ id }) => id === value)?.name ?? value;
    case "chain":
      return plan.chains.find(({ id }) => id === value)?.name ?? value;
    case "county":
      return unitName(plan, value);
    case "amount":
    case "count":
      return groupFigure(value);
    default:
      return value;
  }
}

/** Without what never leaves the office's screens (统计法). */
export const doubleKeysTable = (
  t: Translate,
  plan: Plan,
  list: readonly DoubleKey[],
  period: string,
): DataTable => ({
  name: t("doubleKeys:tableName", { period }),
  columns: [
    { head: t("doubleKeys:register"), width: 16 },
    { head: t("doubleKeys:key"), width: 22 },
    { head: t("doubleKeys:stateHead"), width: 10 },
    { head: t("charts:unit"), width: 14 },
    { head: t("doubleKeys:fields"), width: 60 },
    { head: t("doubleKeys:stands"), width: 24 },
  ],
  rows: list.flatMap((found) => {
    const register = plan.registers.find(({ id }) => id === found.register);
    const fields = register?.fields.filter(({ confidential }) => confidential !== true) ?? [];
    return found.rows.map((row) => [
      given(register?.name ?? found.register),
      { text: found.key, kind: "code" as const },
      given(t(`doubleKeys:state.${found.state}`)),
      given(unitName(plan, row.unit)),
      given(
        fields
          .map((field) => t("common:labelled", { label: field.name, text: fieldText(plan, field, row) }))
          .join(t("common:sentenceSeparator")),
      ),
      given(row.verified === null ? standsAs(t, row) : row.verified.comment),
    ]);
  }),
  notes: [t("doubleKeys:rule")],
});
