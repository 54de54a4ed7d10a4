import type { BundleReport, SubmissionView } from "#shared/ipc/views.ts";
import { Card } from "../../components/card.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { useFormats } from "../../app/formats.ts";
import { kindWord } from "../../app/kind-word.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import type { Translate } from "#shared/i18n/words.ts";

const SHOWN = 3;

type Event = {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly at: string;
};

/** What went out and what came in lately. */
export function ExchangeCard() {
  const t = useT();
  const formats = useFormats();
  const sent = useEngine("submission.list", {});
  const received = useEngine("inbox.list", {});
  const events = [
    ...(sent.status === "ready" ? sent.value.map((bundle) => sentEvent(t, bundle)) : []),
    ...(received.status === "ready" ? received.value.flatMap((report) => receivedEvent(t, report)) : []),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const aside = (
    <Link page="submission" params={{ view: "exchange" }} className="link push">
      {t("common:all")}
    </Link>
  );
  return (
    <Card title={t("reporterHome:exchange")} aside={aside}>
      {events.length === 0 ? (
        <p className="list__item muted">{t("reporterHome:exchangeNone")}</p>
      ) : (
        <div className="list">
          {events.slice(0, SHOWN).map(({ id, icon, title, text, at }) => (
            <Link key={id} page="submission" params={{ view: "exchange" }} className="list__item event">
              <Icon name={icon} />
              <span className="grow">
                <span>{title}</span>
                <small>{text}</small>
              </span>
              <time>{formats.day(at)}</time>
            </Link>
          ))}
        </div>
      )}
    </Card>
  );
}

const sentEvent = (t: Translate, { digest, sequence, revisions, createdAt }: SubmissionView): Event => ({
  id: digest,
  icon: "send",
  title: t("reporterHome:submitted", { sequence }),
  text: t("reporterHome:submittedText", { count: revisions }),
  at: createdAt,
});

function receivedEvent(
  t: Translate,
  { digest, file, kind, status, receivedAt }: BundleReport,
): readonly Event[] {
  if (receivedAt === null) return [];
  const isTaken = status === "merged" || status === "duplicate";
  const text = t(isTaken ? "reporterHome:received" : "reporterHome:notTaken");
  return [{ id: digest ?? file, icon: "inbox", title: kindWord(t, kind), text, at: receivedAt }];
}
