import { Key } from "../../components/marks.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { useT } from "../../app/language.tsx";

/** The three keys that are enough to begin with. */
export function EntryStatus() {
  const t = useT();
  return (
    <StatusNote>
      <span className="row hints">
        <Key>{t("entry:keyEnter")}</Key>
        {t("entry:hintNext")}
        <Key>{t("entry:keyEdit")}</Key>
        {t("entry:hintEdit")}
        <Key>{t("entry:keyCancel")}</Key>
        {t("entry:hintCancel")}
      </span>
    </StatusNote>
  );
}
