import { Icon } from "../components/icon.tsx";
import { useFormats } from "./formats.ts";
import { useT } from "./language.tsx";
import { useSession } from "./session.tsx";

/** What holds for the laptop; the page in front adds its own at the left (`StatusNote`). */
export function StatusBar({ slotRef }: { slotRef: (slot: HTMLElement | null) => void }) {
  const t = useT();
  const formats = useFormats();
  const { workspace } = useSession();
  const { certificate, enrolment, sample, role, plan } = workspace;
  return (
    <footer className="statusbar">
      <span className="statusbar__page" ref={slotRef} />
      {role === "reporter" && enrolment === "revoked" && (
        <span className="statusbar__laptop">{t("shell:revoked")}</span>
      )}
      {role === "reporter" && certificate !== null && enrolment === "granted" && (
        <span className="row statusbar__laptop">
          <Icon name="shield" size={14} />
          {t("shell:certificate", { date: formats.fullDay(certificate.notAfter) })}
        </span>
      )}
      {role === "reporter" && certificate === null && enrolment !== "office" && (
        <span className="statusbar__laptop">{t("shell:notEnrolled")}</span>
      )}
      {role === "reporter" && plan.bundled && (
        <span className="statusbar__laptop">{t("shell:bundledPlan")}</span>
      )}
      <span className="grow" />
      {sample && <span>{t("shell:sample")}</span>}
      <span>{t("shell:noSecrets")}</span>
    </footer>
  );
}
