import { useT } from "../../app/language.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { useChoose } from "../../components/choose.ts";
import { Icon } from "../../components/icon.tsx";
import type { SignFields } from "./sign-fields.ts";

type Props = { readonly fields: SignFields; readonly onChange: (fields: SignFields) => void };

/** Where the file goes, chosen anew each time: a stick that is not there any more must be noticed before signing. */
export function Destination({ fields, onChange }: Props) {
  const t = useT();
  const choose = useChoose();
  const pick = async (): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir !== undefined) onChange({ ...fields, dir });
  };
  return (
    <section className="stack">
      <h2>{t("submission:where")}</h2>
      <button
        type="button"
        className="choice destination"
        data-checked={fields.dir === null ? undefined : ""}
        onClick={() => void pick()}
      >
        <Icon name={fields.dir === null ? "usb" : "folder"} size={20} />
        <span className="grow">
          <span className="choice__title">{fields.dir ?? t("submission:chooseFolder")}</span>
          <span className="choice__text">
            {t(fields.dir === null ? "submission:folderText" : "common:change")}
          </span>
        </span>
        <Icon name="check" className="choice__tick" />
      </button>
      <Checkbox checked={fields.encrypt} onChange={(encrypt) => onChange({ ...fields, encrypt })}>
        {t("submission:encrypt")}
      </Checkbox>
      {!fields.encrypt && (
        <p className="hint hint--bad">
          <Icon name="st-warned" size={14} />
          <span>{t("submission:plainText")}</span>
        </p>
      )}
    </section>
  );
}
