import type { SubmissionView } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";

const looks = {
  waiting: { state: "sealed", icon: "st-sealed" },
  merged: { state: "accepted", icon: "inbox" },
  rejected: { state: "invalid", icon: "st-invalid" },
} as const satisfies Record<SubmissionView["receipt"], { state: string; icon: IconName }>;

/** What the office's receipt says of a package. */
export function ReceiptState({ receipt }: { receipt: SubmissionView["receipt"] }) {
  const t = useT();
  const { state, icon } = looks[receipt];
  return (
    <span className={`state state--${state}`}>
      <Icon name={icon} size={14} />
      {t(`submission:receipt.${receipt}`)}
    </span>
  );
}
