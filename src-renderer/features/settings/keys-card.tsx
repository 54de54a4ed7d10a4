import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Card } from "../../components/card.tsx";
import { Digest } from "../../components/digest.tsx";
import { NewKeyForm } from "../../components/new-key-form.tsx";
import { Technical } from "../../components/technical.tsx";
import { ChangePassphrase } from "./change-passphrase.tsx";
import { KeyLock } from "./key-lock.tsx";
import { RequestForm } from "./request-form.tsx";

/** 密钥与口令: this computer's passphrase, its device number, and whether the office has enrolled it. */
export function KeysCard() {
  const t = useT();
  const formats = useFormats();
  const { workspace } = useSession();
  const { certificate, device, enrolment, requestedAt } = workspace;
  const canRequest = ["no-request", "requested", "expired", "revoked"].includes(enrolment);
  return (
    <Card title={t("settings:keys")}>
      <div className="card__body">
        {device === null ? (
          <NewKeyForm
            className="settings-form"
            action={t("settings:setPassphrase")}
            done={t("settings:passphraseDone")}
          />
        ) : (
          <>
            {enrolment === "revoked" && (
              <Banner kind="invalid" title={t("settings:revokedTitle")}>
                {t("settings:revokedText")}
              </Banner>
            )}
            <dl className="dl">
              <dt>{t("settings:passphrase")}</dt>
              <dd className="row">
                <KeyLock />
              </dd>
              <dt>{t("settings:enrolment")}</dt>
              <dd>
                {t(`settings:enrolment.${enrolment}`)}
                {enrolment === "requested" && requestedAt !== null && (
                  <span className="faint">
                    {t("common:inBrackets", {
                      text: t("settings:requestedAt", { date: formats.dayTime(requestedAt) }),
                    })}
                  </span>
                )}
              </dd>
              {certificate !== null && (
                <>
                  <dt>{t("settings:officers")}</dt>
                  <dd>{certificate.officers.join(t("common:listSeparator"))}</dd>
                  <dt>{t("settings:validity")}</dt>
                  <dd>
                    {t("settings:validSpan", {
                      from: formats.fullDay(certificate.notBefore),
                      to: formats.fullDay(certificate.notAfter),
                    })}
                  </dd>
                </>
              )}
            </dl>
            <ChangePassphrase />
            <div className="stack stack--1">
              <Digest label={t("settings:deviceId")} value={device} />
              {enrolment !== "office" && <p className="hint">{t("settings:deviceIdText")}</p>}
            </div>
            {canRequest && <RequestForm again={enrolment !== "no-request"} />}
            <Details />
          </>
        )}
      </div>
    </Card>
  );
}

function Details() {
  const t = useT();
  const { certificate, device } = useSession().workspace;
  const lines = [
    ...(certificate === null
      ? []
      : [{ label: t("settings:certificateSerial"), value: String(certificate.serial) }]),
    ...(device === null ? [] : [{ label: t("settings:deviceIdFull"), value: device }]),
  ];
  return <Technical lines={lines} />;
}
