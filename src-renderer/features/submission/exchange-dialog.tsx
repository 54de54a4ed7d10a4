import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { WriteDialog } from "../../components/write-dialog.tsx";

/** 给本单位另一台电脑: all that this laptop has submitted, signed for its sisters. */
export function ExchangeDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const unlock = useUnlock();
  return (
    <WriteDialog
      title={t("submission:exchangeWith")}
      text={t("submission:exchangeText")}
      write={async (dir, encrypt) =>
        (await unlock()) ? await callEngine("exchange.write", { dir, encrypt }) : null
      }
      nobody={{ code: "no-sister", title: t("submission:noSister"), text: t("submission:noSisterText") }}
      done={{ title: t("submission:exchangeDone"), text: t("submission:exchangeDoneText") }}
      onClose={onClose}
    />
  );
}
