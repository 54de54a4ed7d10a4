import { useT } from "../../app/language.tsx";
import { FingerprintCard } from "./fingerprint-card.tsx";
import { InterfaceCard } from "./interface-card.tsx";
import { KeyStoreCard } from "./key-store-card.tsx";
import { KeysCard } from "./keys-card.tsx";
import { LimitsCard } from "./limits-card.tsx";
import { RenewKeysCard } from "./renew-keys.tsx";
import "./settings.css";
import { WorkspaceCard } from "./workspace-card.tsx";

/** 设置, for both roles. */
export function Settings() {
  const t = useT();
  return (
    <main className="main">
      <div className="page settings-page">
        <div className="page-head">
          <h1>{t("settings:title")}</h1>
        </div>
        <div className="settings-cols">
          <div className="stack stack--4">
            <InterfaceCard />
            <WorkspaceCard />
            <LimitsCard />
          </div>
          <div className="stack stack--4">
            <KeysCard />
            <FingerprintCard />
            <KeyStoreCard />
            <RenewKeysCard />
          </div>
        </div>
      </div>
    </main>
  );
}
