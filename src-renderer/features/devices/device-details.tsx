import type { DeviceView } from "#shared/ipc/views.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Technical } from "../../components/technical.tsx";

/** With `open` also who uses the laptop and until when, in plain sight. */
export function DeviceDetails({ device, open = false }: { device: DeviceView; open?: boolean }) {
  const t = useT();
  const formats = useFormats();
  const { lastBundle, notAfter, serial } = device;
  return (
    <>
      {open && (
        <dl className="dl">
          <dt>{t("devices:officers")}</dt>
          <dd>{device.officers.join(t("common:listSeparator"))}</dd>
          {notAfter !== null && (
            <>
              <dt>{t("devices:notAfter")}</dt>
              <dd>{formats.fullDay(notAfter)}</dd>
            </>
          )}
          <dt>{t("devices:lastBundle")}</dt>
          <dd>
            {lastBundle === null
              ? t("devices:none")
              : t("devices:lastBundleText", {
                  sequence: lastBundle.sequence,
                  date: formats.day(lastBundle.receivedAt),
                })}
          </dd>
        </dl>
      )}
      <Technical
        lines={[
          { label: t("devices:deviceId"), value: hexGroups(device.device).join(" ") },
          ...(serial === null ? [] : [{ label: t("devices:serial"), value: String(serial) }]),
        ]}
      />
    </>
  );
}
