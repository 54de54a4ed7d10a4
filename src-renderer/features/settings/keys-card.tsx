import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Digest } from "../../components/digest.tsx";
import { Icon } from "../../components/icon.tsx";
import { Technical } from "../../components/technical.tsx";
import { PassphraseForm } from "./passphrase-form.tsx";
import { RequestForm } from "./request-form.tsx";

/** The key of this laptop: its passphrase, its device number, and whether the office has enrolled it. */
export function LaptopCard() {
  const t = useT();
  const formats = useFormats();
  const { workspace } = useSession();
  const { certificate, device, enrolment, role } = workspace;
  const canRequest =
    role === "reporter" && device !== null && (enrolment === "no-request" || enrolment === "expired");
  return (
    <Card title={t("settings:thisLaptop")}>
      <div className="card__body">
        {device === null ? (
          <PassphraseForm />
        ) : (
          <>
            <dl className="dl">
              <dt>{t("settings:passphrase")}</dt>
              <dd className="row">
                <Lock />
              </dd>
              <dt>{t("settings:enrolment")}</dt>
              <dd>{t(`settings:enrolment.${enrolment}`)}</dd>
              {certificate !== null && (
                <>
                  <dt>{t("settings:officers")}</dt>
                  <dd>
                    {certificate.officers.join(t("common:listSeparator"))}
                    {t("common:inBrackets", {
                      text: t("settings:validUntil", { date: formats.fullDay(certificate.notAfter) }),
                    })}
                  </dd>
                </>
              )}
            </dl>
            <div className="stack stack--1">
              <Digest label={t("settings:deviceId")} value={device} />
              {role === "reporter" && <p className="hint">{t("settings:deviceIdText")}</p>}
            </div>
            {canRequest && <RequestForm />}
            {certificate !== null && (
              <Technical
                lines={[{ label: t("settings:certificateSerial"), value: String(certificate.serial) }]}
              />
            )}
          </>
        )}
      </div>
    </Card>
  );
}

function Lock() {
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
