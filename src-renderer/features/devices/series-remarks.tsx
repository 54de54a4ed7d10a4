import type { DeviceView } from "#shared/ipc/device-views.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { Icon } from "../../components/icon.tsx";
import { seriesRemarks } from "./series-words.ts";

/** Whether all bundles of a laptop have arrived, once each; if not, what to do about it. */
export function SeriesRemarks({ device }: { device: DeviceView }) {
  const t = useT();
  const copy = useCopy();
  const { workspace } = useSession();
  const remarks = seriesRemarks(t, device, { office: workspace.name });
  return (
    <section className="stack stack--2">
      <h3 className="t-13 strong">{t("devices:seriesTitle")}</h3>
      {remarks.length === 0 && (
        <p className="series-fine t-13">
          <Icon name={device.series.length === 0 ? "minus" : "check"} size={14} />
          {t(device.series.length === 0 ? "devices:seriesNone" : "devices:seriesFine")}
        </p>
      )}
      {remarks.map(({ kind, title, text, say }) => (
        <Banner key={title} kind={kind === "note" ? "info" : "warned"} title={title}>
          <span className="series-text">{text}</span>
          {say !== null && (
            <Button size="sm" icon="copy" onClick={() => copy(say)}>
              {t("devices:copySay")}
            </Button>
          )}
        </Banner>
      ))}
    </section>
  );
}
