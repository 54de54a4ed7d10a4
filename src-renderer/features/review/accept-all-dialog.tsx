import type { UnitAcceptance } from "#shared/ipc/bulk-acceptance-view.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { useFormats } from "../../app/formats.ts";
import { useDecide } from "./use-decide.ts";

/** Before everything without problems is accepted: how much of each unit, what stays out and why. */
export function AcceptAllDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const formats = useFormats();
  const { period } = useSession();
  const { busy, decide } = useDecide();
  const acceptable = useEngine("review.acceptable", { period });
  const units = acceptable.status === "ready" ? acceptable.value : [];
  const decisions = units.flatMap(({ unit, accept }) =>
    accept.map((item) => ({ unit, period, item, outcome: "accepted" as const })),
  );
  const count = decisions.length;
  const run = async (): Promise<void> => {
    if (await decide(decisions, t("review:acceptCleanDone", { count }))) onClose();
  };
  const footer = (
    <>
      <span className="muted t-12">{t("review:acceptAllUndo")}</span>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="primary" icon="check" busy={busy} disabled={count === 0} onClick={() => void run()}>
        {t("review:acceptAllDo", { count })}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("review:acceptAll")}
      note={formats.period(period)}
      footer={footer}
      holdsFocus
    >
      {acceptable.status === "loading" && <Loading />}
      {acceptable.status === "failed" && <Failed error={acceptable.error} />}
      {acceptable.status === "ready" && (
        <table className="review-units">
          <thead>
            <tr>
              <th scope="col">{t("review:units")}</th>
              <th scope="col" className="num">
                {t("review:acceptAllTaken")}
              </th>
              <th scope="col">{t("review:acceptAllLeft")}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unit}>
                <th scope="row">{unit.name}</th>
                <td className="num">{unit.accept.length}</td>
                <td>
                  <LeftOut left={unit.left} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

function LeftOut({ left }: Pick<UnitAcceptance, "left">) {
  const t = useT();
  const parts = left.map(({ why, items }) => t(`review:left_${why}`, { count: items.length }));
  return parts.length === 0 ? (
    <span className="muted">{t("review:leftNone")}</span>
  ) : (
    <>{parts.join(t("review:lineJoin"))}</>
  );
}
