import { CSPProvider } from "@base-ui/react/csp-provider";
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
  if (info.workspace?.locked === true) return <LockPage workspace={info.workspace} />;
  if (plan.status === "loading" || info.workspace === null) return <Loading />;
  if (plan.status === "failed") return <Failed error={plan.error} />;
  return (
    <SessionProvider key={info.workspace.dir} info={info} workspace={info.workspace} plan={plan.value}>
      <UnlockProvider>
        <Shell />
      </UnlockProvider>
    </SessionProvider>
  );
}
