import type { ChannelOutput } from "#shared/ipc/contract.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Digest } from "../../components/digest.tsx";
import { NextSteps, type NextStep } from "../../components/steps.tsx";

type Props = { readonly renewed: ChannelOutput<"keys.renew">; readonly onClose: () => void };

/** What the new keys are called, and what has to be done before they count anywhere else. */
export function RenewedDialog({ renewed: { device, fingerprint, decisions }, onClose }: Props) {
  const t = useT();
  const { role } = useSession().workspace;
  const footer = (
    <>
      <span className="grow" />
      <Button variant="primary" onClick={onClose}>
        {t("common:close")}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("settings:renewed")} footer={footer}>
      <div className="stack stack--4">
        {fingerprint !== null && <Digest label={t("settings:renewFingerprint")} value={fingerprint} />}
        <Digest label={t("settings:renewDevice")} value={device} />
        {decisions > 0 && (
          <p className="muted t-13">{t("settings:renewedDecisions", { count: decisions })}</p>
        )}
        <section className="stack">
          <h3 className="subh">{t("settings:renewNext")}</h3>
          <NextSteps
            steps={nextSteps(t, role === "reporter" ? "county" : fingerprint === null ? "member" : "root")}
          />
        </section>
      </div>
    </Dialog>
  );
}

function nextSteps(t: ReturnType<typeof useT>, whose: "county" | "member" | "root"): readonly NextStep[] {
  switch (whose) {
    case "county":
      return [
        { state: "now", title: t("settings:renewNext.request"), text: t("settings:renewNext.requestText") },
        { state: "todo", title: t("settings:renewNext.grant") },
        { state: "todo", title: t("settings:renewNext.again") },
      ];
    case "member":
      return [{ state: "now", title: t("settings:renewNext.member") }];
    case "root":
      return [
        { state: "now", title: t("settings:renewNext.publish"), text: t("settings:renewNext.publishText") },
        { state: "todo", title: t("settings:renewNext.tell"), text: t("settings:renewNext.tellText") },
        { state: "todo", title: t("settings:renewNext.grantAll") },
      ];
  }
}
