import type { BundleReport } from "#shared/ipc/views.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";

type Props = { readonly quarantine: string; readonly told: BundleReport["told"] };

/** 已告知 of a refused file: set, by whom and when, and taken back. */
export function ToldMark({ quarantine, told }: Props) {
  const t = useT();
  const tell = useTell();
  const formats = useFormats();
  const mark = async (): Promise<void> => {
    const reply = await callEngine("inbox.tell", { quarantine, told: told === undefined });
    if (!reply.ok) tell.failed(reply.error);
    invalidate("inbox.list", "office.home");
  };
  // NOTE: one button for both, so that the keyboard stays where it is.
  const look =
    told === undefined
      ? ({ icon: "check", title: t("inbox:markToldText") } as const)
      : ({ variant: "quiet" } as const);
  return (
    <>
      <Button size="sm" {...look} onClick={() => void mark()}>
        {t(told === undefined ? "inbox:markTold" : "inbox:notTold")}
      </Button>
      {told !== undefined && (
        <span className="inbox__told muted t-12">
          {t("inbox:toldBy", { by: told.by, at: formats.dayTime(told.at) })}
        </span>
      )}
    </>
  );
}
