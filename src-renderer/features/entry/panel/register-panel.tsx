import { buttonClass } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { Link } from "../../../components/link.tsx";
import { useT } from "../../../app/language.tsx";
import type { RegisterRow } from "../grid/rows.ts";

export function RegisterPanel({ row }: { row: RegisterRow }) {
  const t = useT();
  return (
    <>
      <p className="t-13 muted">{t("entry:registerText")}</p>
      {row.asked.register.note !== undefined && <p className="hint">{row.asked.register.note}</p>}
      <Link page="registers" params={{ register: row.asked.register.id }} className={buttonClass({})}>
        {t("entry:toRegister")}
        <Icon name="arrow-r" />
      </Link>
    </>
  );
}
