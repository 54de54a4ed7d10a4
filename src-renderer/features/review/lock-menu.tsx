import type { ReviewUnit } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Menu } from "../../components/menu.tsx";
import type { LockOutcome } from "./lock-dialog.tsx";

type Props = { readonly units: readonly ReviewUnit[]; readonly onChoose: (outcome: LockOutcome) => void };

/** Closing the period and opening it again: rare, so out of the way. */
export function LockMenu({ units, onChoose }: Props) {
  const t = useT();
  return (
    <Menu
      trigger={<IconButton icon="more" label={t("review:more")} />}
      entries={[
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
