import type { SubmissionView } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Failed } from "../../components/empty.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { ImportPanel } from "./import-panel.tsx";
import { PackageCard } from "./package-card.tsx";
import { ReceivedCard } from "./received-card.tsx";
import { SealedResult } from "./sealed-result.tsx";
import { keepSealed, type Sealed } from "./sealed-store.ts";
import { SubmitSteps } from "./submit-steps.tsx";
import { ToolbarSlot } from "./toolbar-slot.tsx";
import type { Import } from "./use-import.ts";

export type ViewProps = { readonly packages: readonly SubmissionView[]; readonly intake: Import };

/** The package just written, and below it the exchange; files dropped anywhere on it are read. */
export function Done({ packages, intake, sealed }: ViewProps & { readonly sealed: Sealed }) {
  const t = useT();
  const { period } = useSession();
  const preview = useEngine("submission.preview", { period });
  const own = packages.find(({ digest }) => digest === sealed.digest);
  const more = preview.status === "ready" && preview.value.items.length > 0;
  return (
    <FileDrop className="done" onFiles={(files) => void intake.inspect(files)}>
      <ToolbarSlot>
        <SubmitSteps now={own !== undefined && own.receipt !== "waiting" ? 4 : 3} />
        <Button size="sm" onClick={() => keepSealed(null)}>
          {t(more ? "submission:again" : "submission:done")}
        </Button>
      </ToolbarSlot>
      <SealedResult sealed={sealed} createdAt={own?.createdAt ?? null} />
      <ImportPanel intake={intake} />
      <PackageCard packages={packages} latest={sealed.digest} intake={intake} />
    </FileDrop>
  );
}

/** 往来记录. */
export function Exchange({ packages, intake }: ViewProps) {
  const received = useEngine("inbox.list", {});
  return (
    <FileDrop className="done" onFiles={(files) => void intake.inspect(files)}>
      <ImportPanel intake={intake} />
      <PackageCard packages={packages} latest={null} intake={intake} />
      {received.status === "failed" && <Failed error={received.error} />}
      {received.status === "ready" && <ReceivedCard reports={received.value} />}
    </FileDrop>
  );
}
