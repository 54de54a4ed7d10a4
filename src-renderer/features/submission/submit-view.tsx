import { useState } from "react";
import type { SubmissionPreview, SubmissionView } from "#shared/ipc/views.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useCanUnlock } from "../../app/unlock.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button, buttonClass } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Link } from "../../components/link.tsx";
import { ToolbarSlot } from "./toolbar-slot.tsx";
import { EnrolPanel } from "./enrol-panel.tsx";
import { canSubmit } from "./enrol-states.ts";
import { LeftOut } from "./left-out.tsx";
import { LineTable } from "./line-table.tsx";
import { ReviewCopyBar } from "./review-copy-bar.tsx";
import { missingFields, startFields } from "./sign-fields.ts";
import { SignForm } from "./sign-form.tsx";
import { besideEntry, submitLines, submitReasons } from "./submit-lines.ts";
import { SubmitSteps } from "./submit-steps.tsx";
import { useReviewCopy } from "./use-review-copy.ts";
import { useSeal } from "./use-seal.ts";

type Props = {
  readonly preview: SubmissionPreview;
  readonly packages: readonly SubmissionView[];
  readonly onImport: (files: readonly string[]) => void;
  readonly onPlan: (file: string) => void;
};

/** What goes out, what stays behind, and who signs for it. */
export function SubmitView({ preview, packages, onImport, onPlan }: Props) {
  const t = useT();
  const language = useLanguage();
  const { plan, period, workspace } = useSession();
  const grid = useEngine("entry.grid", { period });
  const copies = useEngine("reviewCopy.get", { period });
  const copyWork = useReviewCopy();
  // What is wrong prints 草稿 across the sheet: that is no paper to sign.
  const isDraft = preview.excluded.some(({ state }) => state === "invalid");
  const seal = useSeal();
  const canUnlock = useCanUnlock();
  const [fields, setFields] = useState(() => startFields(packages, workspace));
  const known = grid.status === "ready" ? grid.value : null;
  const lines = submitLines({ plan, t, language: planLanguage(language) }, preview, known);
  const isOpen = canSubmit(workspace);
  const isLocked = known?.locked === true;
  const hasItems = lines.length > 0;
  const steps = submitReasons
    .map((reason) => ({ reason, count: lines.filter((line) => line.reason === reason).length }))
    .filter(({ count }) => count > 0);
  const ready = missingFields(t, fields, preview.checkCode, canUnlock).length === 0;
  const now = fields.confirmed !== preview.checkCode || !hasItems ? 0 : ready ? 2 : 1;
  const showsSide = !isOpen || (hasItems && !isLocked);
  return (
    <>
      {isOpen && (
        <ToolbarSlot>
          <SubmitSteps now={now} />
        </ToolbarSlot>
      )}
      <div className={showsSide ? "sub sub--side" : "sub"}>
        <div className="sub__main">
          <div className="row row--3 sub__head">
            <h2 className="t-16">
              {t(isOpen ? "submission:heading" : "submission:headingReady", { count: lines.length })}
            </h2>
            <span className="muted t-13">
              {[
                ...steps.map(({ reason, count }) => t(`submission:count.${reason}`, { count })),
                ...besideEntry(t, lines),
              ].join(t("common:listSeparator"))}
            </span>
            <Link page="checks" className={buttonClass({ size: "sm", variant: "quiet" }, "push")}>
              {t("checks:title")}
            </Link>
            <Link page="paper" className={buttonClass({ size: "sm", variant: "quiet" })}>
              {t("submission:preview")}
            </Link>
            <Button
              size="sm"
              icon="print"
              disabled={copyWork.busy || isDraft}
              title={isDraft ? t("submission:reviewCopy.notYet") : undefined}
              onClick={() => void copyWork.print()}
            >
              {t("submission:reviewCopy.print")}
            </Button>
          </div>
          {isLocked && <Banner kind="warned">{t("submission:periodLocked")}</Banner>}
          <LeftOut excluded={preview.excluded} />
          {copies.status === "ready" && <ReviewCopyBar copies={copies.value} work={copyWork} />}
          {hasItems ? <LineTable lines={lines} /> : <Nothing started={packages.length > 0} />}
        </div>
        {showsSide && (
          <aside className="sub__side" aria-label={t(isOpen ? "submission:sign" : "submission:enrol.title")}>
            {isOpen ? (
              <SignForm preview={preview} fields={fields} onChange={setFields} seal={seal} />
            ) : (
              <EnrolPanel onImport={onImport} onPlan={onPlan} />
            )}
          </aside>
        )}
      </div>
    </>
  );
}

function Nothing({ started }: { started: boolean }) {
  const t = useT();
  const action = (
    <Link page="entry" className={buttonClass({})}>
      {t("submission:goEntry")}
    </Link>
  );
  return (
    <div className="card">
      <Empty icon="send" title={t("submission:nothing")} action={action}>
        {t(started ? "submission:nothingText" : "submission:nothingYet")}
      </Empty>
    </div>
  );
}
