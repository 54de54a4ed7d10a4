import { useT } from "../app/language.tsx";
import { Field } from "./field.tsx";
import { PassphraseInput } from "./passphrase-input.tsx";

const MINIMUM = 10;

export type NewPassphrase = { readonly first: string; readonly second: string };

export const isPassphraseReady = ({ first, second }: NewPassphrase): boolean =>
  first.length >= MINIMUM && first === second;

type Props = {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly size?: "md" | "lg";
  readonly className?: string;
};

/** A new passphrase, typed twice. */
export function NewPassphraseFields({ value, onChange, size = "md", className = "two" }: Props) {
  const t = useT();
  const { first, second } = value;
  const short = MINIMUM - first.length;
  const differs = second !== "" && !first.startsWith(second) && first !== second;
  return (
    <div className={className}>
      <Field
        label={t("firstStart:passphrase")}
        aux={first !== "" && short > 0 ? t("firstStart:passphraseShort", { count: short }) : undefined}
        hint={t("firstStart:passphraseHint")}
      >
        {(ids) => (
          <PassphraseInput
            {...ids}
            size={size}
            value={first}
            onChange={(event) => onChange({ first: event.target.value, second })}
          />
        )}
      </Field>
      <Field
        label={t("firstStart:passphraseAgain")}
        error={differs ? t("firstStart:passphraseDiffers") : undefined}
      >
        {(ids) => (
          <PassphraseInput
            {...ids}
            size={size}
            value={second}
            invalid={differs}
            onChange={(event) => onChange({ first, second: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
