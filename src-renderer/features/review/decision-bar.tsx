import { useEffect, useId, useRef, useState } from "react";
import type { ReviewItem } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Key } from "../../components/marks.tsx";
import { PhraseMenu } from "./phrase-menu.tsx";
import { extensionOf } from "#shared/review/judging.ts";
import { isDecidable, isProblem } from "./review-list.ts";
import { useDecisionKeys } from "./use-decision-keys.ts";

export type Outcome = "accepted" | "returned" | "closed";

type Props = {
  readonly item: ReviewItem;
  readonly busy: boolean;
  readonly onDecide: (outcome: Outcome, comment: string) => void;
  readonly onVerify: () => void;
  readonly onMove: (step: 1 | -1) => void;
};

const COMMENT_LIMIT = 2000;

/** Comment and decision; A accepts, R returns, V verifies, the arrows move. */
export function DecisionBar({ item, busy, onDecide, onVerify, onMove }: Props) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const [comment, setComment] = useState("");
  const [missing, setMissing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const noteId = useId();
  useEffect(() => {
    setComment("");
    setMissing(false);
  }, [item.item, item.unit]);
  const decidable = isDecidable(item) && !busy;
  const asksExtension = extensionOf(item) !== null;
  const canVerify = decidable && isVerifiable(item);
  const give = (outcome: Outcome): void => {
    if (!decidable) return;
    const needsComment = outcome === "returned" || (outcome === "closed" && isProblem(item));
    if (needsComment && comment.trim() === "") {
      setMissing(true);
      field.current?.focus();
      return;
    }
    onDecide(outcome, comment.trim());
  };
  /** Into the comment after what stands there; the person goes on typing behind it. */
  const put = (phrase: string): void => {
    setComment((typed) => withPhrase(typed, phrase));
    setMissing(false);
  };
  useDecisionKeys({
    t: () => decidable && setChoosing(true),
    a: () => give("accepted"),
    r: () => give("returned"),
    v: () => canVerify && onVerify(),
    k: () => onMove(-1),
    j: () => onMove(1),
    ArrowUp: () => onMove(-1),
    ArrowDown: () => onMove(1),
  });
  return (
    <footer className="rdetail__foot">
      <div className="rdetail__comment">
        {missing && (
          <p id={noteId} className="hint hint--bad" role="alert">
            {t(isProblem(item) ? "review:resultNeeded" : "review:commentNeeded")}
          </p>
        )}
        <input
          ref={field}
          type="text"
          className={missing ? "input input--sm is-invalid" : "input input--sm"}
          aria-invalid={missing || undefined}
          aria-label={t("review:comment")}
          aria-describedby={missing ? noteId : undefined}
          placeholder={t(isProblem(item) ? "review:resultHint" : "review:commentHint")}
          maxLength={COMMENT_LIMIT}
          value={comment}
          onChange={(event) => {
            setComment(event.target.value);
            setMissing(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
            if (event.key === "ArrowDown" && event.altKey) {
              event.preventDefault();
              setChoosing(true);
            }
          }}
        />
      </div>
      <PhraseMenu open={choosing} onOpenChange={setChoosing} field={field} onChoose={put} />
      {isCompletedTask(item) && (
        <Button disabled={!decidable} icon="flag" onClick={() => give("closed")}>
          {t("review:close")}
        </Button>
      )}
      {isProblem(item) && (
        <Button disabled={!decidable} icon="flag" onClick={() => give("closed")}>
          {t("review:strikeOff")}
        </Button>
      )}
      {isVerifiable(item) && (
        <Button disabled={!decidable} onClick={onVerify}>
          {t("review:verify")}
          <Key>V</Key>
        </Button>
      )}
      <Button variant="danger" icon="st-returned" disabled={!decidable} onClick={() => give("returned")}>
        {t(asksExtension ? "review:refuseExtension" : "review:return")}
        <Key>R</Key>
      </Button>
      <Button variant="primary" icon="check" disabled={!decidable} onClick={() => give("accepted")}>
        {t(asksExtension ? "review:grantExtension" : "review:accept")}
        <Key>A</Key>
      </Button>
    </footer>
  );
}

const withPhrase = (typed: string, phrase: string): string => {
  const before = typed.trim().replace(/[；;]$/u, "");
  return (before === "" ? phrase : `${before}；${phrase}`).slice(0, COMMENT_LIMIT);
};

/** Figures can be verified; texts are the county's own. */
const isVerifiable = ({ heads }: ReviewItem): boolean => {
  const body = heads[0]?.body;
  return heads.length === 1 && body !== undefined && "inputs" in body && body.inputs !== undefined;
};

/** 办结 is the office's word on a task that the county calls completed. */
const isCompletedTask = ({ heads }: ReviewItem): boolean => {
  const body = heads[0]?.body;
  return heads.length === 1 && body !== undefined && "status" in body && body.status === "completed";
};
