import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { FingerprintCard } from "./fingerprint-card.tsx";
import { InterfaceCard } from "./interface-card.tsx";
import { KeyStoreCard } from "./key-store-card.tsx";
import { KeysCard } from "./keys-card.tsx";
import { LimitsCard } from "./limits-card.tsx";
import { LockCard } from "./lock-card.tsx";
import { OfficersCard } from "./officers-card.tsx";
import { RenewKeysCard } from "./renew-keys.tsx";
import "./settings.css";
import { WorkspaceCard } from "./workspace-card.tsx";

/** 设置, for both roles. */
export function Settings() {
  const t = useT();
  const { workspace } = useSession();
  return (
    <main className="main">
      <div className="page settings-page">
        <div className="page-head">
          <h1>{t("settings:title")}</h1>
        </div>
        <div className="settings-cols">
          <div className="stack stack--4">
            <InterfaceCard />
            {workspace.role === "reporter" && <OfficersCard />}
            <WorkspaceCard />
            <LimitsCard />
          </div>
          <div className="stack stack--4">
            <KeysCard />
            <LockCard />
            <FingerprintCard />
            <KeyStoreCard />
            <RenewKeysCard />
          </div>
        </div>
      </div>
    </main>
  );
}
