import { useState } from "react";
import { callEngine, firstPart } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { WriteDialog } from "../../components/write-dialog.tsx";

/** 市级往来包: this PC's decisions and what it received, for the other PCs of the office. */
export function OfficeExchangeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const unlock = useUnlock();
  const [all, setAll] = useState(false);
  return (
    <WriteDialog
      title={t("devices:officeExchange")}
      text={t("devices:officeExchangeText")}
      write={async (dir, encrypt) =>
        (await unlock()) ? firstPart(await callEngine("officeExchange.write", { dir, encrypt, all })) : null
      }
      nobody={{ code: "no-sister", title: t("devices:noColleague"), text: t("devices:noColleagueText") }}
      done={{ title: t("devices:officeExchangeDone"), text: t("devices:officeExchangeDoneText") }}
      onClose={onClose}
    >
      <Checkbox checked={all} onChange={setAll}>
        {t("devices:officeExchangeAll")}
      </Checkbox>
    </WriteDialog>
  );
}
