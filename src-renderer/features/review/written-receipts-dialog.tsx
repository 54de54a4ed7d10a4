import { useState } from "react";
import type { WrittenReceiptView } from "#shared/ipc/review-view.ts";
import { unitName } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { WriteDialog } from "../../components/write-dialog.tsx";

/** 写过的回执: whose each file is, and the way to write it once more. */
export function WrittenReceiptsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const list = useEngine("receipt.list", {});
  const [again, setAgain] = useState<WrittenReceiptView | null>(null);
  if (again !== null)
    return <Again receipt={again} name={unitName(plan, again.unit)} onClose={() => setAgain(null)} />;
  return (
    <Dialog open onClose={onClose} title={t("review:writtenReceipts")}>
      {list.status === "loading" && <Loading />}
      {list.status === "failed" && <Failed error={list.error} />}
      {list.status === "ready" && list.value.length === 0 && (
        <p className="muted t-13">{t("review:writtenReceiptsNone")}</p>
      )}
      {list.status === "ready" && list.value.length > 0 && (
        <ul className="list receipt-list">
          {list.value.map((receipt) => (
            <li key={receipt.digest} className="list__item">
              <span className="receipt-list__unit">{unitName(plan, receipt.unit)}</span>
              <span className="muted t-12">
                {t("review:writtenReceipt", {
                  sequence: receipt.sequence,
                  at: formats.dayTime(receipt.createdAt),
                })}
              </span>
              <span className="push mono t-12">{receipt.name}</span>
              <Button
                size="sm"
                aria-label={t("review:receiptAgainOf", {
                  unit: unitName(plan, receipt.unit),
                  sequence: receipt.sequence,
                })}
                onClick={() => setAgain(receipt)}
              >
                {t("review:receiptAgain")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

type AgainProps = {
  readonly receipt: WrittenReceiptView;
  readonly name: string;
  readonly onClose: () => void;
};

function Again({ receipt: { digest, sequence }, name, onClose }: AgainProps) {
  const t = useT();
  return (
    <WriteDialog
      title={t("review:receiptAgainOf", { unit: name, sequence })}
      text={t("review:receiptAgainText")}
      write={(dir, encrypt) => callEngine("bundle.resend", { digest, dir, encrypt })}
      nobody={{
        code: "no-recipient",
        title: t("devices:recoveryNobody"),
        text: t("devices:recoveryNobodyText"),
      }}
      done={{ title: t("review:receiptAgainDone", { unit: name, sequence }) }}
      onClose={onClose}
    />
  );
}
