import { unitName } from "#shared/plan/units.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import { callEngine, firstPart } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { WriteDialog } from "../../components/write-dialog.tsx";

/** 恢复包: all that the office has of a unit, for a laptop that lost it. */
export function RecoveryDialog({ unit, onClose }: { readonly unit: UnitKey; readonly onClose: () => void }) {
  const t = useT();
  const unlock = useUnlock();
  const { plan } = useSession();
  const name = { unit: unitName(plan, unit) };
  return (
    <WriteDialog
      title={t("devices:recoveryOf", name)}
      text={t("devices:recoveryText")}
      write={async (dir, encrypt) =>
        (await unlock()) ? firstPart(await callEngine("recovery.write", { unit, dir, encrypt })) : null
      }
      nobody={{
        code: "unknown-device",
        title: t("devices:recoveryNobody"),
        text: t("devices:recoveryNobodyText"),
      }}
      done={{ title: t("devices:recoveryDone", name), text: t("devices:recoveryDoneText") }}
      onClose={onClose}
    />
  );
}
