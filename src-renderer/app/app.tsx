import { CSPProvider } from "@base-ui/react/csp-provider";
import { useState } from "react";
import type { Plan } from "#shared/plan/schema.ts";
import { Failed, Loading } from "../components/empty.tsx";
import { IconSprite } from "../components/icon.tsx";
import { FirstStart } from "../features/first-start/first-start.tsx";
import { LanguageProvider } from "./language.tsx";
import { LockPage } from "./lock-page.tsx";
import { useEngine } from "./queries.ts";
import { SessionProvider, type AppInfo } from "./session.tsx";
import { Shell } from "./shell.tsx";
import { useTheme } from "./theme.ts";
import { ToastProvider } from "./toasts.tsx";
import { UnlockProvider } from "./unlock.tsx";

/** The window: first start while no workspace is open, then the shell with the role's pages. */
export function App() {
  const info = useEngine("app.info", {});
  const known = info.status === "ready" ? info.value : null;
  useTheme(known?.theme ?? "system");
  return (
    // NOTE: the policy of the pages refuses style elements; what they would say stands in our own sheets.
    <CSPProvider disableStyleElements>
      <LanguageProvider language={known?.language ?? "zh-CN"}>
        <IconSprite />
        <ToastProvider>
          {info.status === "failed" && <Failed error={info.error} />}
          {known !== null &&
            (known.workspace === null ? <FirstStart info={known} /> : <Workspace info={known} />)}
        </ToastProvider>
      </LanguageProvider>
    </CSPProvider>
  );
}

function Workspace({ info }: { info: AppInfo }) {
  const isLocked = info.workspace?.locked === true;
  const plan = useEngine(
    "plan.get",
    isLocked || info.workspace === null ? null : { digest: info.workspace.plan.digest },
  );
  // While a newer plan is on its way the one before stays: nothing that is open on the screen goes away.
  const [before, setBefore] = useState<{ readonly dir: string; readonly plan: Plan } | null>(null);
  if (info.workspace === null) return <Loading />;
  if (info.workspace.locked) return <LockPage workspace={info.workspace} />;
  const { dir } = info.workspace;
  if (plan.status === "ready" && before?.plan !== plan.value) setBefore({ dir, plan: plan.value });
  if (plan.status === "failed") return <Failed error={plan.error} />;
  const shown = plan.status === "ready" ? plan.value : before?.dir === dir ? before.plan : null;
  if (shown === null) return <Loading />;
  return (
    <SessionProvider key={dir} info={info} workspace={info.workspace} plan={shown}>
      <UnlockProvider>
        <Shell />
      </UnlockProvider>
    </SessionProvider>
  );
}
