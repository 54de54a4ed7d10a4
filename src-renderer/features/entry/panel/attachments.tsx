import { useRef, useState } from "react";
import { ATTACHMENT_LIMITS } from "#shared/attachments/attachment-limits.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { Evidence } from "#shared/ledger/record.ts";
import { callEngine, type CallError } from "../../../app/bridge.ts";
import { useT } from "../../../app/language.tsx";
import { useTell } from "../../../app/toasts.tsx";
import { AttachmentFiles } from "../../../components/attachment-files.tsx";
import { fileSize } from "../../../components/file-size.ts";
import { Icon } from "../../../components/icon.tsx";
import { useFilesGiven, type GivenImage } from "./use-files-given.ts";

type Props = {
  readonly files: readonly Evidence[];
  readonly readOnly: boolean;
  readonly onChange: (files: readonly Evidence[]) => void;
};

/** 附件 of a task: chosen, dropped on the panel or pasted; what was removed can be had back. */
export function Attachments(props: Props) {
  const { files, readOnly, onChange } = props;
  const t = useT();
  const tell = useTell();
  // NOTE: copying takes a moment; what was typed meanwhile is in the newest props alone.
  const latest = useRef(props);
  latest.current = props;
  const [removed, setRemoved] = useState<Evidence | null>(null);
  const refuse = (name: string, error: CallError): void =>
    tell.failed({ code: "attachment-refused", params: { name, why: errorSentence(t, error) } });

  const put = (added: readonly Evidence[]): void => {
    const held = latest.current.files;
    const fresh = added.filter(({ sha256 }) => !held.some((file) => file.sha256 === sha256));
    const room = ATTACHMENT_LIMITS.files - held.length;
    if (fresh.length > room) tell.failed({ code: "attachment-too-many", params: {} });
    const taken = fresh.slice(0, Math.max(0, room));
    if (taken.length > 0) latest.current.onChange([...held, ...taken]);
  };
  const add = async (paths: readonly string[]): Promise<void> => {
    const reply = await callEngine("attachment.add", { files: [...paths] });
    if (!reply.ok) return tell.failed(reply.error);
    put(reply.value.added);
    for (const { name, error } of reply.value.refused) refuse(name, error);
  };
  const paste = async ({ type, bytes }: GivenImage): Promise<void> => {
    const label = t("attachments:screenshot");
    const reply = await callEngine("attachment.paste", { label, type, bytes });
    if (reply.ok) put([reply.value]);
    else refuse(label, reply.error);
  };
  const choose = async (): Promise<void> => {
    const reply = await callEngine("files.choose", { purpose: "attachments" });
    if (!reply.ok) tell.failed(reply.error);
    else if (reply.value.paths.length > 0) await add(reply.value.paths);
  };
  const place = useFilesGiven(
    readOnly ? null : { onPaths: (paths) => void add(paths), onImage: (image) => void paste(image) },
  );
  const remove = (file: Evidence): void => {
    setRemoved(file);
    onChange(files.filter(({ sha256 }) => sha256 !== file.sha256));
  };

  if (readOnly && files.length === 0) return null;
  return (
    <div className="stack stack--1" ref={place}>
      <span className="label">
        {t("attachments:heading")}
        <span className="faint">{files.length}</span>
        {files.length > 1 && (
          <span className="faint">
            {t("attachments:total", { size: fileSize(files.reduce((sum, { size }) => sum + size, 0)) })}
          </span>
        )}
        {!readOnly && (
          <button
            type="button"
            className="link t-12 label__aux"
            title={t("attachments:addTitle")}
            onClick={() => void choose()}
          >
            {t("attachments:add")}
          </button>
        )}
      </span>
      <AttachmentFiles files={files} onRemove={readOnly ? undefined : remove} />
      {removed !== null && !readOnly && !files.some(({ sha256 }) => sha256 === removed.sha256) && (
        <div className="file attachment attachment--removed">
          <Icon name="undo" />
          <span className="file__name truncate grow">{t("attachments:removed", { name: removed.name })}</span>
          <button
            type="button"
            className="link t-12"
            onClick={() => {
              put([removed]);
              setRemoved(null);
            }}
          >
            {t("attachments:undo")}
          </button>
        </div>
      )}
      {files.length === 0 && removed === null && <span className="hint">{t("attachments:none")}</span>}
    </div>
  );
}
