import { useState, type RefObject } from "react";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { IconButton } from "../../components/button.tsx";
import { Menu, type MenuEntry } from "../../components/menu.tsx";
import { PhrasesDialog } from "./phrases-dialog.tsx";

type Props = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The comment: the person goes on typing there. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChoose: (phrase: string) => void;
};

const KEYS = 9;

/** 常用意见 beside the comment: by T or Alt+↓, then by digit or arrow. */
export function PhraseMenu({ open, onOpenChange, field, onChoose }: Props) {
  const t = useT();
  const phrases = useEngine("review.phrases", {});
  const [editing, setEditing] = useState(false);
  const known = phrases.status === "ready" ? phrases.value : [];
  const entries: readonly MenuEntry[] = [
    ...known.map((phrase, index) => ({
      kind: "action" as const,
      label: phrase,
      ...(index < KEYS && { keys: String(index + 1) }),
      onSelect: () => onChoose(phrase),
    })),
    ...(known.length === 0 ? [] : [{ kind: "line" as const, id: "edit" }]),
    {
      kind: "action" as const,
      label: t("review:phrasesEdit"),
      icon: "settings" as const,
      onSelect: () => setEditing(true),
    },
  ];
  return (
    <>
      <Menu
        trigger={<IconButton icon="note" label={t("review:phrases")} className="rdetail__phrases" />}
        entries={entries}
        side="top"
        open={open}
        onOpenChange={onOpenChange}
        goOn={field}
      />
      {editing && <PhrasesDialog phrases={known} onClose={() => setEditing(false)} />}
    </>
  );
}
