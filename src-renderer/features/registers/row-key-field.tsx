import { isCreditCode } from "#shared/checks/row-key.ts";
import type { Register } from "#shared/plan/schema.ts";
import { Button } from "../../components/button.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { useT } from "../../app/language.tsx";
import { CREDIT_CODE_LENGTH } from "./key-problem.ts";

type Props = {
  readonly register: Register;
  /** As it is, or as it will be written. */
  readonly rowKey: string;
  /** Null: the row was reported under its key, which never changes. */
  readonly typed: string | null;
  readonly problem: string | null;
  readonly onType: (typed: string) => void;
  readonly onLeave: () => void;
  /** To the row that has this key already; null where there is none. */
  readonly onGo: (() => void) | null;
};

/** The key, with what is wrong with it while it is typed, and the way to the row that has it already. */
export function RowKeyField({ register, rowKey, typed, problem, onType, onLeave, onGo }: Props) {
  const t = useT();
  const count = t("registers:keyCount", { count: rowKey.length, length: CREDIT_CODE_LENGTH });
  const needed = register.key.kind === "credit-code" ? "registers:codeNeeded" : "registers:keyNeeded";
  return (
    <>
      <Field
        label={register.key.name}
        required
        aux={isCreditCode(register, rowKey) ? count : undefined}
        error={problem ?? undefined}
        hint={typed !== null && rowKey === "" ? t(needed, { name: register.key.name }) : undefined}
      >
        {(ids) => (
          <TextInput
            {...ids}
            className="mono"
            maxLength={200}
            readOnly={typed === null}
            invalid={problem !== null}
            value={typed ?? rowKey}
            onChange={(event) => onType(event.target.value)}
            onBlur={onLeave}
          />
        )}
      </Field>
      {onGo !== null && (
        <Button size="sm" endIcon="arrow-r" className="registers__go" onClick={onGo}>
          {t("registers:goToRow")}
        </Button>
      )}
    </>
  );
}
