import type { DeviceView } from "#shared/ipc/device-views.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Technical } from "../../components/technical.tsx";

/** Who uses the laptop, until when, and what came last. */
export function DeviceFacts({ device }: { device: DeviceView }) {
  const t = useT();
  const formats = useFormats();
  const { lastBundle, notAfter, revoked } = device;
  return (
    <dl className="dl">
      <dt>{t("devices:officers")}</dt>
      <dd>{device.officers.join(t("common:listSeparator"))}</dd>
      <dt>{t("devices:grantedAt")}</dt>
      <dd>{formats.fullDay(device.at)}</dd>
      {notAfter !== null && (
        <>
          <dt>{t("devices:notAfter")}</dt>
          <dd>{formats.fullDay(notAfter)}</dd>
        </>
      )}
      {revoked?.at != null && (
        <>
          <dt>{t("devices:revokedAt")}</dt>
          <dd>{formats.fullDay(revoked.at)}</dd>
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
  );
}

/** Number, serial, digests: for whoever has to compare them. */
export function DeviceTechnical({ device }: { device: DeviceView }) {
  const t = useT();
  const { serial, root, series } = device;
  const lines = [
    { label: t("devices:deviceId"), value: hexGroups(device.device).join(" ") },
    ...(serial === null ? [] : [{ label: t("devices:serial"), value: String(serial) }]),
    ...(root === null ? [] : [{ label: t("devices:issuer"), value: hexGroups(root).join(" ") }]),
    ...series.flatMap(({ gaps, forks }) => [
      ...gaps.flatMap(({ to, digest }) =>
        digest === null
          ? []
          : [{ label: t("devices:missingDigest", { no: to }), value: hexGroups(digest).join(" ") }],
      ),
      ...forks.flatMap(({ sequence, digests }) =>
        digests.map((digest) => ({
          label: t("devices:forkDigest", { no: sequence }),
          value: hexGroups(digest).join(" "),
        })),
      ),
    ]),
  ];
  return <Technical lines={lines} />;
}
