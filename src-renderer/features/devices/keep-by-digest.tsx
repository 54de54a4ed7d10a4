import { useT } from "../../app/language.tsx";
import { Field, TextArea } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";

type Props = {
  readonly value: string;
  /** How many of the words are no digests. */
  readonly wrong: number;
  readonly onChange: (value: string) => void;
};

/** Bundles that are not here yet and shall be taken all the same, by their digests. */
export function KeepByDigest({ value, wrong, onChange }: Props) {
  const t = useT();
  return (
    <details className="technical keep-by-digest">
      <summary>
        <Icon name="chev-d" size={14} />
        {t("devices:keepMore")}
      </summary>
      <Field
        label={t("devices:keepDigests")}
        hint={t("devices:keepDigestsText")}
        error={wrong > 0 ? t("devices:keepWrong", { count: wrong }) : undefined}
      >
        {(ids) => (
          <TextArea
            {...ids}
            className="mono"
            rows={2}
            spellCheck={false}
            value={value}
            invalid={wrong > 0}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </details>
  );
}
