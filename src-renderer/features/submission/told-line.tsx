import { useT } from "../../app/language.tsx";
import { Banner } from "../../components/banner.tsx";
import { Link } from "../../components/link.tsx";
import type { Told } from "./told.ts";

/** What an import brought, and where it goes on. */
export function ToldLine({ told: { kind, text, next } }: { told: Told }) {
  const t = useT();
  const places = {
    returned: { page: "entry", params: { filter: "returned" }, label: t("submission:goReturned") },
    submit: { page: "submission", params: {}, label: t("submission:goSubmit") },
    conflicts: { page: "conflict", params: {}, label: t("submission:goConflicts") },
  };
  const place = next === null ? null : places[next];
  const action = place !== null && (
    <Link page={place.page} params={place.params} className="link">
      {place.label}
    </Link>
  );
  return (
    <div className="told">
      <Banner kind={kind} action={action}>
        {text}
      </Banner>
    </div>
  );
}
