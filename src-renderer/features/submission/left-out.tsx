import type { CellState, SubmissionPreview } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { Banner } from "../../components/banner.tsx";
import { Link } from "../../components/link.tsx";
import { State } from "../../components/state.tsx";

const order = [
  "returned",
  "invalid",
  "warned",
  "conflict",
  "draft",
  "na",
  "empty",
] as const satisfies CellState[];

/** Where items of a state are settled. */
const placeOf = (state: CellState) =>
  state === "conflict" ? { page: "conflict", params: {} } : { page: "entry", params: { filter: state } };

/** What is asked or begun and cannot go out yet, by why; each count leads there. */
export function LeftOut({ excluded }: { excluded: SubmissionPreview["excluded"] }) {
  const t = useT();
  const shares = order
    .map((state) => ({ state, count: excluded.filter((item) => item.state === state).length }))
    .filter(({ count }) => count > 0);
  const first = shares[0];
  if (first === undefined) return null;
  const action = (
    <Link {...placeOf(first.state)} className="link">
      {t("submission:goSettle")}
    </Link>
  );
  return (
    <Banner kind="warned" title={t("submission:leftOut", { count: excluded.length })} action={action}>
      {shares.map(({ state, count }) => (
        <Link key={state} {...placeOf(state)} className="left-out">
          <State state={state} /> <b>{count}</b>
        </Link>
      ))}
      {t("submission:leftOutLater")}
    </Banner>
  );
}
