import type { SubmissionView } from "#shared/ipc/views.ts";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { Technical } from "../../components/technical.tsx";

/** Two packages of one number: what that says of this laptop, and what to do. */
export function ForkNote({ columns, sent }: { columns: number; sent: SubmissionView }) {
  const t = useT();
  const digests = [...sent.sameNumber, sent.digest].map((digest) => (
    <div key={digest}>{hexGroups(digest).join(" ")}</div>
  ));
  return (
    <tr className="remark">
      <td colSpan={columns}>
        <b>{t("submission:fork", { sequence: sent.sequence })}</b>
        {t("submission:forkText")}
        <Technical lines={[{ label: t("submission:forkDigest"), value: digests }]} />
      </td>
    </tr>
  );
}
