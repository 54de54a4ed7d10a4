import type { ReviewItem } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { Icon } from "../../components/icon.tsx";

const KILO = 1024;

/** `186 KB`, `1.2 MB`. */
const sizeText = (bytes: number): string =>
  bytes < KILO * KILO
    ? `${Math.max(1, Math.round(bytes / KILO))} KB`
    : `${(bytes / KILO / KILO).toFixed(1)} MB`;

/** Names and sizes of the files that came with the value. */
export function Evidence({ item }: { item: ReviewItem }) {
  const t = useT();
  const body = item.heads[0]?.body;
  const files = body !== undefined && "evidence" in body ? (body.evidence ?? []) : [];
  if (files.length === 0) return null;
  return (
    <div className="evidence">
      <h3 className="subh">{t("review:evidence", { count: files.length })}</h3>
      {files.map(({ sha256, name, size, type }) => (
        <div key={sha256} className="file">
          <Icon name={type.startsWith("image/") ? "image" : "file"} />
          <span className="file__name truncate">{name}</span>
          <span className="file__meta push">{sizeText(size)}</span>
        </div>
      ))}
    </div>
  );
}
