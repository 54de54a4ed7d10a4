import type { DeviceView, SeriesView } from "#shared/ipc/device-views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { hexGroups } from "../../app/figures.ts";

/** What is to be said of a laptop's bundles: what happened, what to do, what to tell the unit. */
export type SeriesRemark = {
  readonly kind: "fork" | "gap" | "note";
  readonly title: string;
  readonly text: string;
  /** To be copied and sent; null where there is nothing to ask for. */
  readonly say: string | null;
};

type Names = { readonly office: string };
const DIGEST_GROUPS = 4;

/** Two of one number first, then what is missing. */
export function seriesRemarks(t: Translate, { series }: DeviceView, names: Names): SeriesRemark[] {
  return [
    ...series.flatMap((own) => own.forks.map((fork) => forkRemark(t, own, fork, names))),
    ...series.flatMap((own) => own.gaps.map((gap) => gapRemark(t, own, gap, names))),
  ];
}

/** `第4包`, or `往来包第4个`: only submissions are called by their number alone. */
function numbered(t: Translate, { kind }: SeriesView, from: number, to: number): string {
  if (kind === "submission") {
    return from === to ? t("devices:bundleNo", { no: from }) : t("devices:bundleNos", { from, to });
  }
  return from === to ? t("devices:exchangeNo", { no: from }) : t("devices:exchangeNos", { from, to });
}

function forkRemark(
  t: Translate,
  own: SeriesView,
  { sequence, here, digests }: SeriesView["forks"][number],
  { office }: Names,
): SeriesRemark {
  const bundle = numbered(t, own, sequence, sequence);
  const isSeen = here === digests.length;
  return {
    kind: "fork",
    title: t("devices:forkTitle", { bundle }),
    text: t(isSeen ? "devices:forkText" : "devices:forkUnseenText", { bundle }),
    say: t("devices:sayFork", { office, bundle }),
  };
}

function gapRemark(
  t: Translate,
  own: SeriesView,
  { from, to, digest }: SeriesView["gaps"][number],
  { office }: Names,
): SeriesRemark {
  const bundle = numbered(t, own, from, to);
  if (own.kind !== "submission") {
    return {
      kind: "note",
      title: t("devices:gapTitle", { bundle }),
      text: t("devices:exchangeGapText"),
      say: null,
    };
  }
  const code = digest === null ? null : hexGroups(digest).slice(0, DIGEST_GROUPS).join(" ");
  return {
    kind: "gap",
    title: t("devices:gapTitle", { bundle }),
    text: t("devices:gapText"),
    say:
      code === null
        ? t("devices:sayGap", { office, bundle })
        : t("devices:sayGapDigest", { office, bundle, code }),
  };
}

/** In a table's cell: the first number that is missing. */
export function gapWord(t: Translate, { series }: DeviceView): string | null {
  const [gap] = series.find(({ kind }) => kind === "submission")?.gaps ?? [];
  if (gap === undefined) return null;
  return gap.from === gap.to
    ? t("devices:missingNo", { no: gap.from })
    : t("devices:missingNos", { from: gap.from, to: gap.to });
}
