import type { Draft } from "#shared/checks/draft.ts";
import type { ReviewCopies } from "#shared/ipc/review-copy-view.ts";
import type { Item } from "#shared/plan/ids.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { bodyFields } from "../../components/body-fields.ts";
import { shownValue } from "../../components/figure-change.ts";
import { Link } from "../../components/link.tsx";

/** What stands otherwise than on the printed 送审稿, member by member. */
export function ReviewCopyChanges({ changes }: { changes: ReviewCopies["changes"] }) {
  const t = useT();
  const { plan } = useSession();
  const language = planLanguage(useLanguage());
  const valuesOf = (item: Item, draft: Draft | null) =>
    new Map((draft === null ? [] : bodyFields(plan, item, draft, t)).map((field) => [field.id, field]));
  const rows = changes.flatMap(({ item, printed, present }) => {
    const [before, now] = [valuesOf(item, printed), valuesOf(item, present)];
    return [...new Set([...now.keys(), ...before.keys()])].flatMap((id) => {
      const [was, is] = [before.get(id), now.get(id)];
      return was?.value === is?.value ? [] : [{ item, id, was, is, label: (is ?? was)?.label ?? id }];
    });
  });
  return (
    <div className="card lines review-changes">
      <table className="table table--dense">
        <thead>
          <tr>
            <th scope="col">{t("submission:item")}</th>
            <th scope="col">{t("submission:member")}</th>
            <th scope="col">{t("submission:reviewCopy.printedValue")}</th>
            <th scope="col">{t("submission:now")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, id, label, was, is }) => (
            <tr key={`${item} ${id}`}>
              <td>
                <Link page="entry" params={{ item }} className="link">
                  {`${itemMark(t, item)} ${itemTitle(plan, item, language)}`.trim()}
                </Link>
              </td>
              <td className="muted">{label}</td>
              <td className="wraps">{was === undefined ? "—" : shownValue(was)}</td>
              <td className="wraps strong">{is === undefined ? "—" : shownValue(is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
