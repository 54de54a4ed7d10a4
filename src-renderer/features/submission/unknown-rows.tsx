import type { UnknownBundle } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Technical } from "../../components/technical.tsx";
import { ReceiptState } from "./receipt-state.tsx";

type Props = { readonly columns: number; readonly unknown: readonly UnknownBundle[] };

/** What receipts list and this laptop does not have, and how to get it. */
export function UnknownRows({ columns, unknown }: Props) {
  const t = useT();
  const formats = useFormats();
  return (
    <>
      <tr className="band">
        <th colSpan={columns} scope="rowgroup">
          {t("submission:unknown")}
        </th>
      </tr>
      {unknown.map(({ digest, status, reason, receivedAt }) => (
        <tr key={digest}>
          <td colSpan={3}>{t("submission:unknownNot")}</td>
          <td className="tnum">{formats.dayTime(receivedAt)}</td>
          <td>
            <ReceiptState receipt={status} />
          </td>
          <td colSpan={2} className="muted">
            {reason === null ? t("submission:unknownText") : reasonSentence(t, reason)}
          </td>
          <td />
        </tr>
      ))}
      <tr className="remark">
        <td colSpan={columns}>
          {t("submission:unknownTodo")}
          <Technical
            lines={unknown.map(({ digest }, index) => ({
              label: t("submission:unknownDigest", { no: index + 1 }),
              value: hexGroups(digest).join(" "),
            }))}
          />
        </td>
      </tr>
    </>
  );
}
