import type { SubmissionPreview } from "#shared/ipc/views.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { buttonClass } from "../../components/button.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { LeftOut } from "./left-out.tsx";
import { LineTable } from "./line-table.tsx";
import { RecordForm } from "./record-form.tsx";
import { submitLines } from "./submit-lines.ts";
import "./submission.css";

/** 生效: what the office's own entries change, and who entered them. */
export function RecordEntries() {
  const t = useT();
  const { period } = useSession();
  const preview = useEngine("submission.preview", { period });
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("ownEntries:title")}</h1>
        <span className="grow" />
        <Link page="entry" className={buttonClass({ variant: "quiet" })}>
          <Icon name="chev-l" />
          {t("ownEntries:back")}
        </Link>
        <Link page="rollup" className={buttonClass({ variant: "quiet" })}>
          {t("ownEntries:toRollup")}
        </Link>
      </div>
      {preview.status === "loading" && <Loading />}
      {preview.status === "failed" && <Failed error={preview.error} />}
      {preview.status === "ready" && <Changes key={period} preview={preview.value} />}
    </main>
  );
}

function Changes({ preview }: { preview: SubmissionPreview }) {
  const t = useT();
  const language = useLanguage();
  const { plan, period } = useSession();
  const grid = useEngine("entry.grid", { period });
  const known = grid.status === "ready" ? grid.value : null;
  const lines = submitLines({ plan, t, language: planLanguage(language) }, preview, known);
  const isOpen = known !== null && !known.locked && lines.length > 0;
  // What nobody has begun is no matter of this page.
  const held = preview.excluded.filter(({ state }) => state !== "empty");
  const fill = (
    <Link page="entry" className={buttonClass({})}>
      {t("ownEntries:back")}
    </Link>
  );
  return (
    <div className={isOpen ? "sub sub--side" : "sub"}>
      <div className="sub__main">
        <h2 className="t-16 sub__head">{t("ownEntries:heading", { count: lines.length })}</h2>
        {known?.locked === true && <Banner kind="warned">{t("entry:periodLocked")}</Banner>}
        <LeftOut excluded={held} />
        {lines.length > 0 ? (
          <LineTable lines={lines} />
        ) : (
          <div className="card">
            <Empty icon="grid" title={t("ownEntries:nothing")} action={fill}>
              {t("ownEntries:nothingText")}
            </Empty>
          </div>
        )}
      </div>
      {isOpen && (
        <aside className="sub__side" aria-label={t("ownEntries:sign")}>
          <RecordForm count={lines.length} />
        </aside>
      )}
    </div>
  );
}
