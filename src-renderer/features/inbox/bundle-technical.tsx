import type { BundleReport } from "#shared/ipc/views.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Technical } from "../../components/technical.tsx";
import { kindWord } from "./bundle-words.ts";
import { baseName } from "./rows.ts";

/** Codes, digests and times of a bundle; of a refused one only claims. */
export function BundleTechnical({ report }: { report: BundleReport }) {
  const t = useT();
  const formats = useFormats();
  const { reason, kind, sequence, digest, device, createdAt, receivedAt, file, status } = report;
  const refused = status === "rejected" || status === "held";
  const lines = [
    { label: t("inbox:reasonCode"), value: reason },
    { label: t("inbox:kindWord"), value: kindWord(t, kind) },
    { label: t("inbox:number"), value: sequence === null ? null : String(sequence) },
    { label: t("inbox:digest"), value: digest && hexGroups(digest).join(" ") },
    {
      label: t(refused ? "inbox:claimedDevice" : "inbox:device"),
      value: device && hexGroups(device).join(" "),
    },
    { label: t("inbox:created"), value: createdAt && formats.dayTime(createdAt) },
    { label: t("inbox:receivedAt"), value: receivedAt && formats.dayTime(receivedAt) },
    { label: t("inbox:file"), value: baseName(file) },
  ];
  return <Technical lines={lines.filter(({ value }) => value !== null && value !== "")} />;
}
