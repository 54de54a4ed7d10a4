import { callEngine } from "../../app/bridge.ts";
import { useDueNotice } from "../../app/due.ts";
import { hexGroups } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { fileName, folderOf } from "../../app/paths.ts";
import { Button, buttonClass } from "../../components/button.tsx";
import { Digest } from "../../components/digest.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { NextSteps } from "../../components/steps.tsx";
import type { Sealed } from "./sealed-store.ts";

const KILO = 1024;
const CODE_GROUPS = 4;
const sizeText = (bytes: number): string =>
  bytes < KILO * KILO
    ? `${Math.max(1, Math.round(bytes / KILO))} KB`
    : `${(bytes / KILO / KILO).toFixed(1)} MB`;

type Props = { readonly sealed: Sealed; readonly createdAt: string | null };

/** The package that was just written: where it is, what its receipt will refer to, what comes next. */
export function SealedResult({ sealed, createdAt }: Props) {
  const t = useT();
  const formats = useFormats();
  const { digest, file, items, people, revisions, sequence, size } = sealed;
  const encrypted = file.endsWith(".age");
  const carried = revisions - items;
  return (
    <section className="card res">
      <div className="res__facts">
        <div className="res__title" role="status">
          <span className="res__mark">
            <Icon name="check" size={20} />
          </span>
          <div>
            <h2 className="t-20">{t("submission:written", { sequence })}</h2>
            <p className="muted t-13">{t("submission:writtenText", { count: items })}</p>
          </div>
        </div>
        <dl className="dl">
          <dt>{t("submission:file")}</dt>
          <dd>
            <span className="mono">{fileName(file)}</span>
            <span className="faint">
              {t("common:inBrackets", {
                text: [sizeText(size), t(encrypted ? "submission:encrypted" : "submission:plain")].join(
                  t("common:listSeparator"),
                ),
              })}
            </span>
          </dd>
          <dt>{t("submission:place")}</dt>
          <dd className="row row--wrap">
            <span>{folderOf(file)}</span>
            <Button size="sm" icon="folder" onClick={() => void callEngine("files.reveal", { path: file })}>
              {t("common:openFolder")}
            </Button>
          </dd>
          <dt>{t("submission:people")}</dt>
          <dd>
            {people.join(t("common:listSeparator"))}
            {createdAt !== null && (
              <span className="faint">{t("common:inBrackets", { text: formats.dayTime(createdAt) })}</span>
            )}
          </dd>
        </dl>
        {carried > 0 && <p className="hint">{t("submission:carried", { count: carried })}</p>}
        <Digest label={t("submission:digestLabel")} value={digest} marked={CODE_GROUPS} />
      </div>
      <figure className="res__qr">
        <QrCode text={digest} label={t("submission:qr")} />
        <figcaption className="hint">{t("submission:qr")}</figcaption>
      </figure>
      <Next sealed={sealed} />
    </section>
  );
}

function Next({ sealed }: { sealed: Sealed }) {
  const t = useT();
  const formats = useFormats();
  const due = useDueNotice();
  const print = (
    <Link page="paper" className={buttonClass({ variant: "primary" })}>
      <Icon name="print" />
      {t("submission:next.printDo")}
    </Link>
  );
  return (
    <div className="res__next">
      <h2>{t("submission:nextTitle")}</h2>
      <NextSteps
        steps={[
          { state: "done", title: t("submission:next.written") },
          {
            state: "now",
            title: t("submission:next.print"),
            text: t("submission:next.printText", { code: hexGroups(sealed.checkCode).join(" ") }),
            action: print,
          },
          {
            state: "todo",
            title: t("submission:next.send"),
            text:
              due === null || due.days < 0
                ? undefined
                : t("submission:next.sendBy", { date: formats.day(due.date) }),
          },
          { state: "todo", title: t("submission:next.receipt"), text: t("submission:next.receiptText") },
        ]}
      />
    </div>
  );
}
