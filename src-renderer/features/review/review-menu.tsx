import { useState } from "react";
import type { ReviewUnit } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Menu } from "../../components/menu.tsx";
import type { LockOutcome } from "./lock-dialog.tsx";

export type ReviewTool = LockOutcome | "accept-all" | "papers" | "receipts" | "keys";

type Props = { readonly units: readonly ReviewUnit[]; readonly onChoose: (tool: ReviewTool) => void };

/** What concerns all units of the period, and what is rare, out of the way. */
export function ReviewMenu({ units, onChoose }: Props) {
  const t = useT();
  const { period } = useSession();
  const [open, setOpen] = useState(false);
  const acceptable = useEngine("review.acceptable", open ? { period } : null);
  const count =
    acceptable.status === "ready"
      ? acceptable.value.reduce((sum, { accept }) => sum + accept.length, 0)
      : null;
  return (
    <Menu
      trigger={<IconButton icon="more" label={t("review:more")} />}
      open={open}
      onOpenChange={setOpen}
      entries={[
        {
          kind: "action",
          id: "accept-all",
          label: count === null ? t("review:acceptAll") : t("review:acceptAllCount", { count }),
          icon: "check",
          disabled: count === 0,
          onSelect: () => onChoose("accept-all"),
        },
        { kind: "action", label: t("papers:title"), icon: "stamp", onSelect: () => onChoose("papers") },
        {
          kind: "action",
          label: t("review:writtenReceipts"),
          icon: "send",
          onSelect: () => onChoose("receipts"),
        },
        { kind: "line", id: "period" },
        {
          kind: "action",
          label: t("review:lock"),
          icon: "st-sealed",
          disabled: units.every(({ locked }) => locked),
          onSelect: () => onChoose("locked"),
        },
        {
          kind: "action",
          label: t("review:unlock"),
          icon: "undo",
          disabled: !units.some(({ locked }) => locked),
          onSelect: () => onChoose("unlocked"),
        },
        { kind: "line", id: "help" },
        {
          kind: "action",
          label: t("review:keysTitle"),
          icon: "help",
          keys: "?",
          onSelect: () => onChoose("keys"),
        },
      ]}
    />
  );
}

export function LockedWord() {
  const t = useT();
  return (
    <span className="state state--sealed state--chip">
      <Icon name="st-sealed" size={14} />
      {t("review:locked")}
    </span>
  );
}
