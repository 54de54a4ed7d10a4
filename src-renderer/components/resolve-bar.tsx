import { useState, type FormEvent } from "react";
import { parseItem } from "#shared/plan/item.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { ConflictView } from "#shared/ipc/views.ts";
import { Button } from "./button.tsx";
import { RadioLine } from "./choice.tsx";
import { Field, TextInput } from "./field.tsx";
import { sideNumber } from "#shared/i18n/side-text.ts";
import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { invalidate } from "../app/queries.ts";
import { navigate } from "../app/router.ts";
import { useSession } from "../app/session.tsx";
import { useTell } from "../app/toasts.tsx";
import "./resolve-bar.css";

/** Index among the sides, or all of them merged. */
export type Taken = number | "merged";

type Props = {
  readonly conflict: ConflictView;
  readonly taken: Taken | null;
  readonly onTake: (taken: Taken) => void;
};

/** Takes one side over as the draft; submitted, it settles the conflict. */
export function ResolveBar({ conflict, taken, onTake }: Props) {
  const t = useT();
  const tell = useTell();
  const { setPeriod } = useSession();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const take = taken === "merged" ? taken : conflict.sides[taken ?? -1]?.revision;
  const resolve = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (take === undefined) return;
    setBusy(true);
    const { unit, period, item } = conflict;
    const reply = await callEngine("conflict.resolve", { unit, period, item, take, comment });
    setBusy(false);
    if (!reply.ok) return tell.failed(reply.error);
    tell.done(t("conflict:resolved"));
    // NOTE: the draft is in the conflict's period, which need not be the open one.
    setPeriod(period);
    const parts = parseItem(item);
    if (parts.kind === "register") navigate("registers", { register: parts.register, item });
    else navigate("entry", { item });
    invalidate();
  };
  return (
    <form className="resolve" onSubmit={(event) => void resolve(event)}>
      <div className="stack stack--1">
        <span className="label">{t("conflict:take")}</span>
        <RadioLine
          label={t("conflict:take")}
          value={taken === null ? null : String(taken)}
          onChange={(value) => onTake(value === "merged" ? value : Number(value))}
          choices={[
            ...conflict.sides.map((_, index) => ({
              value: String(index),
              title: t("officeConflict:side", { no: sideNumber(t, index + 1) }),
            })),
            ...(conflict.merge.body === null ? [] : [{ value: "merged", title: t("officeConflict:merged") }]),
          ]}
        />
      </div>
      <div className="grow">
        <Field label={t("conflict:reason")} required>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={2000}
              placeholder={t("conflict:reasonPlaceholder")}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={take === undefined || comment.trim() === "" || busy}>
        {labelOf(t, taken)}
      </Button>
    </form>
  );
}

function labelOf(t: Translate, taken: Taken | null): string {
  if (taken === null) return t("conflict:resolveNone");
  return taken === "merged"
    ? t("conflict:resolveMerged")
    : t("conflict:resolve", { no: sideNumber(t, taken + 1) });
}
