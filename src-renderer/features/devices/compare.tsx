import { useState } from "react";
import type { DeviceView } from "#shared/ipc/device-views.ts";
import { unitName } from "#shared/plan/units.ts";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { DeviceTechnical } from "./device-details.tsx";
import { DigitGroups } from "./digit-groups.tsx";
import { useAnswer } from "./use-answer.ts";

type Props = {
  readonly device: DeviceView;
  /** The laptop has a certificate already. */
  readonly again: boolean;
  readonly onGranted: (file: string) => void;
};

/** A request is compared over the telephone, group by group, and then granted or refused. */
export function Compare({ device, again, onGranted }: Props) {
  const t = useT();
  const { plan, workspace } = useSession();
  const { busy, grant, refuse } = useAnswer(device.device);
  const [matched, setMatched] = useState(0);
  const [stopped, setStopped] = useState(false);
  const [called, setCalled] = useState(false);
  const groups = hexGroups(device.device);
  const officer = device.officers.join(t("common:listSeparator"));
  const mayGrant = workspace.enrolment === "office";
  const ready = mayGrant && matched === groups.length && called && !stopped && !busy;
  const compared = groups.slice(0, matched).join("");
  const submit = async (): Promise<void> => {
    const file = await grant(compared);
    if (file !== null) onGranted(file);
  };
  return (
    <>
      <div className="panel__body">
        <dl className="dl">
          <dt>{t("devices:officer")}</dt>
          <dd>{t("devices:selfStated", { name: officer })}</dd>
          <dt>{t("devices:purpose")}</dt>
          <dd>
            {t(device.role === "office" ? "devices:purposeOffice" : "devices:purposeReporter", {
              unit: unitName(plan, device.unit),
            })}
          </dd>
        </dl>
        {again && <Banner>{t("devices:againText")}</Banner>}
        <section>
          <div className="row">
            <h3 className="t-13 strong">{t("devices:callTitle")}</h3>
            <span className="push hint tnum">
              {t("devices:callCount", { count: matched, of: groups.length })}
            </span>
          </div>
          <p className="hint">{t("devices:callText")}</p>
          {!stopped && (
            <DigitGroups
              groups={groups}
              matched={matched}
              onMatched={setMatched}
              onStop={() => {
                setStopped(true);
                setCalled(false);
                setMatched(0);
              }}
            />
          )}
        </section>
        {stopped && (
          <Banner kind="invalid" title={t("devices:stopped")}>
            <span className="series-text">{t("devices:stoppedText")}</span>
            <span className="row row--wrap">
              <Button size="sm" variant="danger" disabled={busy} onClick={() => void refuse("mismatch")}>
                {t("devices:refuseMismatch")}
              </Button>
              <Button size="sm" onClick={() => setStopped(false)}>
                {t("devices:restart")}
              </Button>
            </span>
          </Banner>
        )}
        {!stopped && (
          <Checkbox checked={called} disabled={matched < groups.length} onChange={setCalled}>
            {t("devices:confirmCall", { name: officer })}
          </Checkbox>
        )}
        {!mayGrant && <p className="hint">{t("devices:otherPcText")}</p>}
        <DeviceTechnical device={device} />
      </div>
      <footer className="panel__foot">
        <Button variant="danger" disabled={busy} onClick={() => void refuse("declined")}>
          {t("devices:refuse")}
        </Button>
        <Button
          variant="primary"
          icon="key"
          className="grow"
          disabled={!ready}
          title={ready ? undefined : t("devices:grantNeeds")}
          onClick={() => void submit()}
        >
          {t("devices:grant")}
        </Button>
      </footer>
    </>
  );
}
