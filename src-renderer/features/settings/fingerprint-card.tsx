import { useState } from "react";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { useCopy } from "../../components/copy.ts";
import { Digest } from "../../components/digest.tsx";
import { RootFingerprint } from "../../components/root-fingerprint.tsx";
import { TrustForm } from "./trust-form.tsx";

/** 市级校验码: as text and code where it is known; another one is typed in as read out on the phone. */
export function FingerprintCard() {
  const t = useT();
  const copy = useCopy();
  const { workspace } = useSession();
  const [adding, setAdding] = useState(false);
  const { fingerprint, roots } = workspace;
  const isRoot = workspace.enrolment === "office";
  const others = roots.filter((root) => root !== fingerprint);
  return (
    <Card title={t("settings:fingerprint")}>
      <div className="card__body">
        {fingerprint !== null && (
          <div className="stack stack--2">
            <RootFingerprint value={fingerprint} label={t("settings:fingerprint")} />
            <p className="hint">{t(isRoot ? "settings:fingerprintOwnText" : "settings:fingerprintText")}</p>
          </div>
        )}
        {others.map((root) => (
          <Digest key={root} label={t("settings:fingerprintOther")} value={root} />
        ))}
        {(fingerprint === null || adding) && <TrustForm onDone={() => setAdding(false)} />}
        {fingerprint !== null && !adding && (
          <div className="row row--wrap">
            <Button icon="copy" onClick={() => copy(hexGroups(fingerprint).join(" "))}>
              {t("settings:fingerprintCopy")}
            </Button>
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t("settings:trustMore")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
