import type { RegisterPaste } from "#shared/paste/register-paste.ts";
import type { Register } from "#shared/plan/schema.ts";
import { useT } from "../../../app/language.tsx";
import { Banner } from "../../../components/banner.tsx";

type Props = { readonly register: Register; readonly paste: RegisterPaste };

/** Which column was taken for what, and how that was told. */
export function ColumnsRead({ register, paste: { layout, ignoredColumns } }: Props) {
  const t = useT();
  const named = layout.columns.flatMap((column, at) => {
    if (column === null) return [];
    const name = column === "key" ? register.key.name : column.name;
    return [t("registerPaste:column", { no: at + 1, name })];
  });
  if (named.length === 0) {
    const name = register.fields.find(({ id }) => id === register.nameField)?.name ?? "";
    return <Banner kind="warned">{t("registerPaste:noColumns", { key: register.key.name, name })}</Banner>;
  }
  const columns = named.join(t("common:listSeparator"));
  return (
    <p className="t-12 muted">
      {t(layout.by === "head" ? "registerPaste:byHead" : "registerPaste:byContent", { columns })}{" "}
      {ignoredColumns > 0 && t("registerPaste:ignored", { count: ignoredColumns })}
    </p>
  );
}
