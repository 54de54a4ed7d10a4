import type { DeviceView } from "#shared/ipc/device-views.ts";
import { unitName } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { DeviceTechnical } from "./device-details.tsx";
import { useAnswer } from "./use-answer.ts";

/** A request that was turned down: when, why, and the way back. */
export function RefusedRequest({ device }: { device: DeviceView }) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const { busy, restore } = useAnswer(device.device);
  const { at, why } = device.refused ?? { at: device.at, why: "declined" as const };
  return (
    <>
      <div className="panel__body">
        <Banner title={t("devices:refusedTitle", { at: formats.dayTime(at) })}>
          {t(`devices:refusedWhy.${why}`)}
        </Banner>
        <dl className="dl">
          <dt>{t("devices:officer")}</dt>
          <dd>{t("devices:selfStated", { name: device.officers.join(t("common:listSeparator")) })}</dd>
          <dt>{t("devices:forUnit")}</dt>
          <dd>{unitName(plan, device.unit)}</dd>
        </dl>
        <p className="hint">{t("devices:refusedText")}</p>
        <DeviceTechnical device={device} />
      </div>
      <footer className="panel__foot">
        <Button icon="undo" busy={busy} onClick={() => void restore()}>
          {t("devices:restore")}
        </Button>
      </footer>
    </>
  );
}
