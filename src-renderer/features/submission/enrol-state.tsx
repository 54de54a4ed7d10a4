import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Banner } from "../../components/banner.tsx";

/** How far the office is with this laptop, and what happens next. Nothing to say before a request was written. */
export function EnrolState({ workspace }: { workspace: WorkspaceView }) {
  const t = useT();
  const formats = useFormats();
  const { certificate, enrolment, requestedAt } = workspace;
  switch (enrolment) {
    case "requested":
      return (
        <Banner
          title={t("submission:enrol.waiting", {
            date: requestedAt === null ? "" : formats.day(requestedAt),
          })}
        >
          {t("submission:enrol.waitingText")}
        </Banner>
      );
    case "expired":
      return (
        <Banner
          kind="warned"
          title={t("submission:enrol.expired", { date: formats.fullDay(certificate?.notAfter ?? "") })}
        >
          {t("submission:enrol.expiredText")}
        </Banner>
      );
    case "revoked":
      return (
        <Banner kind="invalid" title={t("submission:enrol.revoked")}>
          {t("submission:enrol.revokedText")}
        </Banner>
      );
    case "granted":
      return <Banner kind="accepted" title={t("submission:enrol.granted")} />;
    case "no-key":
    case "no-request":
    case "office":
      return null;
  }
}
