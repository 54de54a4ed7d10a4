import { useState } from "react";
import type { ReviewCopies } from "#shared/ipc/review-copy-view.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { AttachmentFiles } from "../../components/attachment-files.tsx";
import { Banner } from "../../components/banner.tsx";
import { Icon } from "../../components/icon.tsx";
import { ReviewCopyChanges } from "./review-copy-changes.tsx";
import type { useReviewCopy } from "./use-review-copy.ts";

type Props = { readonly copies: ReviewCopies; readonly work: ReturnType<typeof useReviewCopy> };

/** The 送审稿 that was printed: whether the answers are still those, and the scan of the stamped paper. */
export function ReviewCopyBar({ copies: { copy, changes, checkCode }, work }: Props) {
  const t = useT();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  if (copy === null) return null;
  const date = formats.dayTime(copy.printedAt);
  const agrees = copy.checkCode === checkCode;
  const toggle = (
    <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
      {t(open ? "submission:reviewCopy.hide" : "submission:reviewCopy.show")}
    </button>
  );
  return (
    <>
      {!agrees && (
        <Banner
          kind="warned"
          title={t("submission:reviewCopy.differs", { date, count: changes.length })}
          action={changes.length > 0 ? toggle : undefined}
        >
          {" "}
          {t("submission:reviewCopy.differsText")}
        </Banner>
      )}
      {!agrees && open && <ReviewCopyChanges changes={changes} />}
      <div className="review-copy">
        <Icon name="print" />
        <span>
          {t("submission:reviewCopy.at", { date })}{" "}
          <span className="mono faint">{hexGroups(copy.checkCode).join(" ")}</span>
        </span>
        {agrees && (
          <span className="state state--accepted">
            <Icon name="check" />
            {t("submission:reviewCopy.agrees")}
          </span>
        )}
        <span className="review-copy__scan" title={t("submission:reviewCopy.local")}>
          <span className="muted">{t("submission:reviewCopy.scan")}</span>
          <AttachmentFiles
            files={copy.scan}
            onRemove={({ sha256 }) =>
              void work.keep(
                copy.no,
                copy.scan.filter((file) => file.sha256 !== sha256),
              )
            }
          />
          <button type="button" className="link t-12" onClick={() => void work.scan(copy)}>
            {t("submission:reviewCopy.addScan")}
          </button>
        </span>
      </div>
    </>
  );
}
