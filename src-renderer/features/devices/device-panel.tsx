import { useState } from "react";
import type { DeviceView } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { useChoose } from "../../components/choose.ts";
import { Written } from "../../components/written.tsx";
import { DigitGroups } from "./digit-groups.tsx";
import { DeviceDetails } from "./device-details.tsx";
import type { DeviceRow } from "./device-rows.ts";
import { DeviceStateWord } from "./device-table.tsx";

type Props = { readonly row: DeviceRow; readonly onGranted: () => void; readonly onClose: () => void };

/** One laptop: a request is compared on the phone and granted; for others what is known of them. */
export function DevicePanel({ row, onGranted, onClose }: Props) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const [granted, setGranted] = useState<string | null>(null);
  const { device, no, state } = row;
  const titles = {
    requested: "devices:requestTitle",
    granted: "devices:deviceTitle",
    expired: "devices:deviceTitle",
    revoked: "devices:revokedTitle",
  } as const;
  const name = `${unitName(plan, device.unit)} ${t("devices:laptopNo", { no })}`;
  const body = granted !== null && (
    <Written
      title={t("devices:granted")}
      text={t("devices:grantedText", { unit: unitName(plan, device.unit) })}
      file={granted}
    />
  );
  return (
    <aside className="panel" aria-label={name}>
      <header className="panel__head">
        <div className="grow">
          <div className="panel__title">{t(titles[state], { at: formats.dayTime(device.at) })}</div>
          <h2>{name}</h2>
        </div>
        <DeviceStateWord state={state} chip />
        <IconButton icon="x" label={t("devices:close")} small onClick={onClose} />
      </header>
      {state === "requested" && granted === null ? (
        <Compare
          device={device}
          onGranted={(file) => {
            setGranted(file);
            onGranted();
          }}
        />
      ) : (
        <div className="panel__body">
          {body}
          <DeviceDetails device={device} open />
        </div>
      )}
    </aside>
  );
}

function Compare({ device, onGranted }: { device: DeviceView; onGranted: (file: string) => void }) {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const choose = useChoose();
  const { plan } = useSession();
  const [matched, setMatched] = useState(0);
  const [stopped, setStopped] = useState(false);
  const [called, setCalled] = useState(false);
  const [busy, setBusy] = useState(false);
  const groups = hexGroups(device.device);
  const officer = device.officers.join(t("common:listSeparator"));
  const ready = matched === groups.length && called && !stopped && !busy;

  const grant = async (): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir === undefined || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("enrol.grant", { device: device.device, confirm: device.device, dir });
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    onGranted(reply.value.file);
    invalidate("enrol.list", "office.home");
  };

  return (
    <>
      <div className="panel__body">
        <dl className="dl">
          <dt>{t("devices:officer")}</dt>
          <dd>{t("devices:selfStated", { name: officer })}</dd>
          <dt>{t("devices:forUnit")}</dt>
          <dd>{unitName(plan, device.unit)}</dd>
        </dl>
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
                setMatched(0);
              }}
            />
          )}
        </section>
        {stopped && (
          <Banner
            kind="invalid"
            title={t("devices:stopped")}
            action={
              <Button size="sm" onClick={() => setStopped(false)}>
                {t("devices:restart")}
              </Button>
            }
          >
            {t("devices:stoppedText")}
          </Banner>
        )}
        <Checkbox checked={called} disabled={matched < groups.length} onChange={setCalled}>
          {t("devices:confirmCall", { name: officer })}
        </Checkbox>
        <DeviceDetails device={device} />
      </div>
      <footer className="panel__foot">
        <Button
          variant="primary"
          icon="key"
          className="grow"
          disabled={!ready}
          title={ready ? undefined : t("devices:grantNeeds")}
          onClick={() => void grant()}
        >
          {t("devices:grant")}
        </Button>
      </footer>
    </>
  );
}
