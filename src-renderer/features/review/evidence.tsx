import type { ReviewItem } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { AttachmentFiles } from "../../components/attachment-files.tsx";

/** The files that came with the value. */
export function Evidence({ item }: { item: ReviewItem }) {
  const t = useT();
  const body = item.heads[0]?.body;
  const files = body !== undefined && "evidence" in body ? (body.evidence ?? []) : [];
  if (files.length === 0) return null;
  return (
    <div className="evidence">
      <h3 className="subh">{t("review:evidence", { count: files.length })}</h3>
      <AttachmentFiles files={files} />
    </div>
  );
}
