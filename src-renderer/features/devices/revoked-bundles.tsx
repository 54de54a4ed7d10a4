import type { DeviceView } from "#shared/ipc/device-views.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { BundleLines } from "./bundle-lines.tsx";
import { useChosen } from "./use-chosen.ts";
import { useRevoke } from "./use-revoke.ts";

/** What stays of a revoked laptop, and what was refused since and can still be kept. */
export function RevokedBundles({ device }: { device: DeviceView }) {
  const t = useT();
  const tell = useTell();
  const { workspace } = useSession();
  const serial = device.serial ?? 0;
  const isOwn = device.root === workspace.fingerprint && workspace.enrolment === "office";
  const query = useEngine("enrol.revocation", isOwn ? { serial } : null);
  const { chosen, choose, clear } = useChosen();
  const { busy, revoke } = useRevoke(serial);
  const keep = async (): Promise<void> => {
    const kept = await revoke([...chosen]);
    if (kept === null) return;
    tell.done(t("devices:keptDone", { count: chosen.size }));
    clear();
  };
  const kept = device.revoked?.kept ?? 0;
  return (
    <section className="stack stack--3">
      <Banner title={t("devices:revokedBanner", { count: kept })}>{t("devices:revokedText")}</Banner>
      {query.status === "ready" && query.value.aside.length > 0 && (
        <>
          <h3 className="t-13 strong">{t("devices:asideTitle", { count: query.value.aside.length })}</h3>
          <p className="hint">{t("devices:asideText")}</p>
          <BundleLines kept={[]} aside={query.value.aside} chosen={chosen} onChosen={choose} />
          <div>
            <Button icon="check" disabled={chosen.size === 0 || busy} onClick={() => void keep()}>
              {t("devices:keepDo", { count: chosen.size })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
