import { useState } from "react";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import type { OfficeHome } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { useChoose } from "../../components/choose.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Written } from "../../components/written.tsx";

type WrittenReceipts = ChannelOutput<"receipt.write">;

/** Writes the decisions that no receipt has carried yet, one file per unit. */
export function ReceiptsDialog({ home, onClose }: { home: OfficeHome; onClose: () => void }) {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const choose = useChoose();
  const { plan } = useSession();
  const { receipts, unpublishedPlan } = home;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [written, setWritten] = useState<WrittenReceipts | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = receipts.filter(({ unit }) => !left.has(unit)).map(({ unit }) => unit);

  const write = async (): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir === undefined || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("receipt.write", { units: chosen, dir });
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    setWritten(reply.value);
    invalidate("office.home", "review.steps", "rollup.trace");
  };
  const toggle = (unit: string, on: boolean): void =>
    setLeft(new Set(on ? [...left].filter((other) => other !== unit) : [...left, unit]));

  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:close")}</Button>
      {written === null && (
        <Button
          variant="primary"
          icon="send"
          busy={busy}
          disabled={chosen.length === 0}
          onClick={() => void write()}
        >
          {t("review:receiptsChoose")}
        </Button>
      )}
    </>
  );
  const first = written?.[0];
  return (
    <Dialog open onClose={onClose} title={t("review:receipts")} size="sm" footer={footer}>
      {first !== undefined && written !== null ? (
        <div className="stack stack--3">
          <Written title={t("review:receiptsDone", { count: written.length })} file={first.file} />
          <p className="muted t-13">{t("review:receiptsWhose")}</p>
          <ul className="list receipt-list">
            {written.map(({ unit, file }) => (
              <li key={unit} className="list__item">
                <span>{unitName(plan, unit)}</span>
                <span className="push mono t-12">{fileName(file)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          {unpublishedPlan !== null && (
            <Banner kind="warned" title={t("planEdit:notPublished", { version: unpublishedPlan })}>
              {t("planEdit:notPublishedText")}
            </Banner>
          )}
          <p className="muted t-13">
            {receipts.length === 0 ? t("review:receiptsNone") : t("review:receiptsText")}
          </p>
          {receipts.length > 0 && (
            <ul className="list receipt-list">
              {receipts.map(({ unit, decisions }) => (
                <li key={unit} className="list__item">
                  <Checkbox checked={!left.has(unit)} onChange={(on) => toggle(unit, on)}>
                    {unitName(plan, unit)}
                  </Checkbox>
                  <span className="push muted t-12">{t("review:receiptsUnit", { count: decisions })}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Dialog>
  );
}

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
