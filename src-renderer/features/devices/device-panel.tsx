import { useState } from "react";
import { unitName } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { replaceRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Written } from "../../components/written.tsx";
import { Compare } from "./compare.tsx";
import { DeviceFacts, DeviceTechnical } from "./device-details.tsx";
import type { DeviceRow } from "./device-rows.ts";
import { DeviceStateWord } from "./device-state.tsx";
import { RefusedRequest } from "./refused-request.tsx";
import { RevokedBundles } from "./revoked-bundles.tsx";
import { SeriesRemarks } from "./series-remarks.tsx";

type Props = {
  readonly row: DeviceRow;
  /** Whether the same laptop has a certificate that stands. */
  readonly again: boolean;
  /** The grant written for this laptop just now. */
  readonly granted: string | null;
  readonly onGranted: (file: string) => void;
  readonly onClose: () => void;
};

const titles = {
  requested: "devices:requestTitle",
  refused: "devices:requestTitle",
  granted: "devices:deviceTitle",
  forked: "devices:deviceTitle",
  expiring: "devices:deviceTitle",
  expired: "devices:deviceTitle",
  revoked: "devices:revokedTitle",
} as const;

/** One laptop: a request is compared and answered; of an enrolled one what came, and the way to end it. */
export function DevicePanel({ row, again, granted, onGranted, onClose }: Props) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const { device, no, state } = row;
  const name = `${unitName(plan, device.unit)} ${t("devices:laptopNo", { no })}`;
  const at = device.revoked?.at ?? device.at;
  return (
    <aside className="panel" aria-label={name}>
      <header className="panel__head">
        <div className="grow">
          <div className="panel__title">{t(titles[state], { at: formats.dayTime(at) })}</div>
          <h2>{name}</h2>
        </div>
        <DeviceStateWord state={state} chip />
        <IconButton icon="x" label={t("devices:close")} small onClick={onClose} />
      </header>
      {device.state === "requested" && <Compare device={device} again={again} onGranted={onGranted} />}
      {device.state === "refused" && <RefusedRequest device={device} />}
      {device.state === "granted" && <Granted row={row} written={granted} />}
      {device.state === "revoked" && (
        <div className="panel__body">
          <DeviceFacts device={device} />
          <RevokedBundles device={device} />
          <DeviceTechnical device={device} />
        </div>
      )}
    </aside>
  );
}

function Granted({ row: { device, state }, written }: { row: DeviceRow; written: string | null }) {
  const t = useT();
  const formats = useFormats();
  const { plan, workspace } = useSession();
  const [asked, setAsked] = useState(false);
  const mayRevoke = workspace.enrolment === "office" && device.root === workspace.fingerprint;
  const unit = unitName(plan, device.unit);
  return (
    <>
      <div className="panel__body">
        {written !== null && (
          <Written
            title={t("devices:granted")}
            text={t(device.role === "office" ? "devices:grantedOfficeText" : "devices:grantedText", { unit })}
            file={written}
          />
        )}
        {(state === "expiring" || state === "expired") && (
          <Banner
            kind="warned"
            title={t(state === "expired" ? "devices:expiredTitle" : "devices:expiringTitle", {
              date: formats.fullDay(device.notAfter ?? ""),
            })}
          >
            {t("devices:expiringText")}
          </Banner>
        )}
        <DeviceFacts device={device} />
        <SeriesRemarks device={device} />
        <DeviceTechnical device={device} />
        {asked && !mayRevoke && <p className="hint">{t("devices:otherPcText")}</p>}
      </div>
      <footer className="panel__foot">
        <Button
          variant="danger"
          icon="st-na"
          onClick={() =>
            mayRevoke && device.serial !== null
              ? replaceRoute("devices", { revoke: String(device.serial) })
              : setAsked(true)
          }
        >
          {t("devices:revokeOpen")}
        </Button>
      </footer>
    </>
  );
}
