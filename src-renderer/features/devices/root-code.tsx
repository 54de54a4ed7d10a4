import { useState } from "react";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { Dialog } from "../../components/dialog.tsx";
import { RootFingerprint } from "../../components/root-fingerprint.tsx";

/** The office's fingerprint, to be read out to a county that starts, or shown as a code. */
export function RootCode() {
  const t = useT();
  const copy = useCopy();
  const { fingerprint } = useSession().workspace;
  const [shown, setShown] = useState(false);
  if (fingerprint === null) return <Banner kind="warned">{t("devices:rootMissing")}</Banner>;
  const groups = hexGroups(fingerprint);
  return (
    <section className="keyblock root-code" aria-label={t("devices:rootCode")}>
      <div>
        <h2>{t("devices:rootCode")}</h2>
        <p className="hint">{t("devices:rootCodeText")}</p>
      </div>
      <div className="keyblock__value">
        {groups.slice(0, 8).join(" ")}
        <br />
        {groups.slice(8).join(" ")}
      </div>
      <div className="root-code__do">
        <Button size="sm" icon="copy" onClick={() => copy(groups.join(" "))}>
          {t("devices:copyCode")}
        </Button>
        <Button size="sm" icon="qr" onClick={() => setShown(true)}>
          {t("devices:showCode")}
        </Button>
      </div>
      <Dialog open={shown} onClose={() => setShown(false)} title={t("devices:rootCode")}>
        <RootFingerprint value={fingerprint} label={t("devices:rootCode")} />
        <p className="hint code-hint">{t("devices:showCodeText")}</p>
      </Dialog>
    </section>
  );
}
