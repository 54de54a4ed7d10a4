import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";

/** Whether the key is open in memory, and the way to open it. */
export function KeyLock() {
  const t = useT();
  const unlock = useUnlock();
  const { workspace } = useSession();
  if (workspace.unlocked) {
    return (
      <span className="state state--accepted">
        <Icon name="check" size={14} />
        {t("settings:passphraseUnlocked")}
      </span>
    );
  }
  return (
    <>
      <span className="state state--sealed">
        <Icon name="st-sealed" size={14} />
        {t("settings:passphraseLocked")}
      </span>
      <Button size="sm" onClick={() => void unlock()}>
        {t("settings:unlock")}
      </Button>
    </>
  );
}
