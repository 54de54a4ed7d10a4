import { attachmentKind } from "#shared/attachments/attachment-kind.ts";
import type { Evidence } from "#shared/ledger/record.ts";
import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { useEngine } from "../app/queries.ts";
import { useTell } from "../app/toasts.tsx";
import "./attachment-files.css";
import { IconButton } from "./button.tsx";
import { fileSize } from "./file-size.ts";
import { Icon } from "./icon.tsx";

type Props = {
  readonly files: readonly Evidence[];
  /** Left out where nothing can be removed. */
  readonly onRemove?: ((file: Evidence) => void) | undefined;
};

/** 附件 with what can be done with each; one whose original is not on this computer says so. */
export function AttachmentFiles({ files, onRemove }: Props) {
  const asked = files.map(({ sha256, size }) => ({ sha256, size }));
  const answer = useEngine("attachment.present", { files: asked });
  const present = answer.status === "ready" ? new Set(answer.value.present) : null;
  return files.map((file) => (
    <AttachmentFile
      key={file.sha256}
      file={file}
      missing={present !== null && !present.has(file.sha256)}
      onRemove={onRemove}
    />
  ));
}

function AttachmentFile({
  file,
  missing,
  onRemove,
}: Pick<Props, "onRemove"> & { readonly file: Evidence; readonly missing: boolean }) {
  const t = useT();
  const tell = useTell();
  const { name, sha256, size, type } = file;
  const named = { name, sha256, size };
  const save = async (): Promise<void> => {
    const reply = await callEngine("attachment.save", named);
    if (!reply.ok) tell.failed(reply.error);
    else if (reply.value.file !== null) tell.done(t("attachments:saved", { file: reply.value.file }));
  };
  const open = async (): Promise<void> => {
    const reply = await callEngine("attachment.open", named);
    if (!reply.ok) tell.failed(reply.error);
  };
  const { opens } = attachmentKind(name);
  return (
    <div className="file attachment">
      <Icon name={type.startsWith("image/") ? "image" : "file"} />
      {missing ? (
        <span className="file__name truncate grow" title={name}>
          {name}
        </span>
      ) : (
        <button
          type="button"
          className="link file__name truncate grow"
          title={t(opens ? "attachments:open" : "attachments:saveAs", { name })}
          onClick={() => void (opens ? open() : save())}
        >
          {name}
        </button>
      )}
      <span className="file__meta">{missing ? t("attachments:missing") : fileSize(size)}</span>
      {!missing && (
        <IconButton
          icon="download"
          small
          label={t("attachments:saveAs", { name })}
          onClick={() => void save()}
        />
      )}
      {onRemove !== undefined && (
        <IconButton icon="x" small label={t("attachments:remove", { name })} onClick={() => onRemove(file)} />
      )}
    </div>
  );
}
