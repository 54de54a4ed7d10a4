import type { SubmissionView } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ReceiptState } from "./receipt-state.tsx";

const CODE_GROUPS = 4;

type Props = {
  readonly sent: SubmissionView;
  readonly isLatest: boolean;
  readonly onWriteAgain: () => void;
};

/** One package and its answer; without a receipt nothing counts as received. */
export function PackageRow({ sent, isLatest, onWriteAgain }: Props) {
  const t = useT();
  const tell = useTell();
  const formats = useFormats();
  const { file, sequence } = sent;
  const open = async (path: string): Promise<void> => {
    const reply = await callEngine("files.reveal", { path });
    if (!reply.ok) tell.failed(reply.error);
  };
  return (
    <tr className={isLatest ? "is-selected" : undefined}>
      <td className="tnum">{t("submission:packageNo", { sequence })}</td>
      <td>{sent.periods.map(formats.period).join(t("common:listSeparator"))}</td>
      <td className="num">{sent.revisions}</td>
      <td className="tnum">{formats.dayTime(sent.createdAt)}</td>
      <td>
        <ReceiptState receipt={sent.receipt} />
      </td>
      <td className="muted">
        <Outcome sent={sent} />
      </td>
      <td className="mono faint">{hexGroups(sent.digest).slice(0, CODE_GROUPS).join(" ")}</td>
      <td className="actions">
        <Button
          variant="quiet"
          size="sm"
          aria-label={t("submission:writeAgainNo", { sequence })}
          onClick={onWriteAgain}
        >
          {t("submission:writeAgain")}
        </Button>
        {file !== null && (
          <IconButton
            icon="folder"
            small
            label={t("submission:openFolder", { sequence })}
            onClick={() => void open(file)}
          />
        )}
      </td>
    </tr>
  );
}

function Outcome({ sent: { receipt, receiptReason, accepted, returned } }: { sent: SubmissionView }) {
  const t = useT();
  if (receipt === "waiting") return t("submission:waitingText");
  if (receipt === "rejected") return reasonSentence(t, receiptReason ?? "");
  if (accepted + returned === 0) return t("submission:mergedText");
  const outcomes = [
    { state: "accepted", count: accepted },
    { state: "returned", count: returned },
  ] as const;
  return (
    <span className="row row--3">
      {outcomes
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <span key={state} className="row">
            <span className={`state state--${state}`}>
              <Icon name={`st-${state}`} size={14} />
              {t(`states:${state}`)}
            </span>
            {count}
          </span>
        ))}
    </span>
  );
}
