import { itemTitle } from "#shared/plan/item.ts";
import { useDescribeFinding } from "../../app/findings.ts";
import { itemPlace } from "../../app/item-place.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { Explanation } from "./explanation.tsx";
import { explanationIn, explanationMember, valueOf, type Found } from "./found.ts";

/** One item: its value, what was found, and what is to be done about it here. */
export function FoundRow({ found, locked }: { readonly found: Found; readonly locked: boolean }) {
  const t = useT();
  const describe = useDescribeFinding();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const { view, tier, findings } = found;
  const title = itemTitle(plan, view.item, language);
  const place = itemPlace(view);
  const canWrite = !locked && !view.locked && explanationMember(view) !== null;
  const isExplained = findings.every(({ explained }) => explained);
  return (
    <tr>
      <td>
        <Link page={place.page} params={place.params} className="link checks__item" title={title}>
          {title}
        </Link>
        <span className="faint t-12">{itemMark(t, view.item)}</span>
      </td>
      <td className="num">{valueOf(plan, t, found)}</td>
      <td className="checks__found">
        {findings.map((finding, index) => (
          <p key={index}>{describe(finding)}</p>
        ))}
      </td>
      <td>
        {tier === "hard" && (
          <Link page={place.page} params={place.params} className="link">
            {t("checks:fix")}
          </Link>
        )}
        {tier === "soft" && (canWrite ? <Explanation view={view} title={title} /> : explanationIn(view))}
        {tier === "soft" && isExplained && (
          <span className="state state--accepted">
            <Icon name="check" size={14} />
            {t("checks:explained")}
          </span>
        )}
        {tier === "hint" && <span className="faint">{t("checks:noAnswer")}</span>}
      </td>
    </tr>
  );
}
