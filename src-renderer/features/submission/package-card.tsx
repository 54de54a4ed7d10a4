import { useState } from "react";
import type { SubmissionView } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { Empty } from "../../components/empty.tsx";
import { Icon } from "../../components/icon.tsx";
import { ExchangeDialog } from "./exchange-dialog.tsx";
import { PackageTable } from "./package-table.tsx";
import { isBusy, type Import } from "./use-import.ts";

type Props = {
  readonly packages: readonly SubmissionView[];
  readonly latest: string | null;
  readonly intake: Import;
};

/** 往来记录, and the place where the office's files are dropped. */
export function PackageCard({ packages, latest, intake }: Props) {
  const t = useT();
  const choose = useChoose();
  const [exchanging, setExchanging] = useState(false);
  const list = useEngine("submission.unknown", {});
  const unknown = list.status === "ready" ? list.value : [];
  const count = packages.length;
  const isWhole = packages.every(
    ({ sequence, formerKeys }, index) => !formerKeys && sequence === count - index,
  );
  return (
    <section className="card rec">
      <div className="card__head">
        <h2>{t("submission:exchange")}</h2>
        {count > 0 && (
          <span className="faint t-12">
            {t(isWhole ? "submission:packagesInOrder" : "submission:packages", { count })}
          </span>
        )}
        <span className="push" />
        {latest === null && (
          <Button size="sm" icon="laptop" onClick={() => setExchanging(true)}>
            {t("submission:exchangeWith")}
          </Button>
        )}
        <div className="dropline">
          <Icon name="inbox" size={14} />
          {t("submission:dropHere")}
          <button
            type="button"
            className="link t-12"
            disabled={isBusy(intake.step)}
            onClick={() => void choose("bundles").then(intake.inspect)}
          >
            {t("submission:chooseFile")}
          </button>
        </div>
      </div>
      {count === 0 && unknown.length === 0 ? (
        <Empty icon="send" title={t("submission:noPackages")}>
          {t("submission:noPackagesText")}
        </Empty>
      ) : (
        <div className="rec__table">
          <PackageTable packages={packages} unknown={unknown} latest={latest} />
        </div>
      )}
      {exchanging && <ExchangeDialog onClose={() => setExchanging(false)} />}
    </section>
  );
}
