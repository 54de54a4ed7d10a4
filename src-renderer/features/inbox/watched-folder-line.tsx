import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { updateQuery, useEngine } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { Icon } from "../../components/icon.tsx";
import type { Intake } from "./use-intake.ts";
import { useWatched } from "./use-watched.ts";

/** 自动读入: which folder is looked into, and how to choose or leave it. */
export function WatchedFolderLine({ intake }: { intake: Intake }) {
  const t = useT();
  const tell = useTell();
  const choose = useChoose();
  const watched = useEngine("inbox.watched", {});
  const known = watched.status === "ready" ? watched.value : null;
  useWatched(known, intake);
  const watch = async (folder: string | null): Promise<void> => {
    const reply = await callEngine("inbox.watch", { folder });
    if (reply.ok) updateQuery("inbox.watched", {}, () => reply.value);
    else tell.failed(reply.error);
  };
  const pick = async (): Promise<void> => {
    const [folder] = await choose("folder");
    if (folder !== undefined) await watch(folder);
  };
  if (known === null) return null;
  if (known.folder === null) {
    return (
      <Button
        className="push"
        size="sm"
        variant="quiet"
        icon="folder"
        title={t("inbox:watchText")}
        onClick={() => void pick()}
      >
        {t("inbox:watch")}
      </Button>
    );
  }
  return (
    <span className="push row inbox__watched">
      <Icon name={known.readable ? "folder" : "st-warned"} size={14} />
      <span className="inbox__folder" title={known.folder}>
        {t(known.readable ? "inbox:watching" : "inbox:watchedGone", { folder: known.folder })}
      </span>
      <Button size="sm" variant="quiet" onClick={() => void pick()}>
        {t("inbox:watchOther")}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => void watch(null)}>
        {t("inbox:watchNone")}
      </Button>
    </span>
  );
}
