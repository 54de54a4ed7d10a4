import { useRef, useState } from "react";
import { LONGEST_PHRASE, MOST_PHRASES, returnPhrasesSchema } from "#shared/ipc/return-phrases-view.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { updateQuery } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextInput } from "../../components/field.tsx";

type Row = { readonly id: number; readonly text: string };

type Props = { readonly phrases: readonly string[]; readonly onClose: () => void };

/** The office's phrases, each a line: changed where it stands, moved, removed; empty lines are left out. */
export function PhrasesDialog({ phrases, onClose }: Props) {
  const t = useT();
  const tell = useTell();
  const [rows, setRows] = useState<readonly Row[]>(() => phrases.map((text, id) => ({ id, text })));
  const next = useRef(phrases.length);
  const said = [...new Set(rows.map(({ text }) => text.trim()).filter((text) => text !== ""))];
  const valid = returnPhrasesSchema.safeParse(said);
  const add = (): void => {
    setRows([...rows, { id: next.current, text: "" }]);
    next.current += 1;
  };
  const save = async (): Promise<void> => {
    if (!valid.success) return;
    const reply = await callEngine("review.putPhrases", { phrases: valid.data });
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    updateQuery("review.phrases", {}, () => reply.value);
    onClose();
  };
  const footer = (
    <>
      <Button icon="plus" disabled={rows.length >= MOST_PHRASES} onClick={add}>
        {t("review:phrasesAdd")}
      </Button>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="primary" icon="check" disabled={!valid.success} onClick={() => void save()}>
        {t("review:phrasesSave")}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("review:phrases")} footer={footer}>
      <p className="muted t-13">{t("review:phrasesText")}</p>
      <ol className="phrases">
        {rows.map(({ id, text }, index) => (
          <li key={id}>
            <TextInput
              size="sm"
              aria-label={t("review:phraseNo", { no: index + 1 })}
              autoFocus={text === ""}
              maxLength={LONGEST_PHRASE}
              value={text}
              onChange={(event) =>
                setRows(rows.map((row) => (row.id === id ? { id, text: event.target.value } : row)))
              }
              onKeyDown={(event) => {
                if (event.key === "Enter" && !event.nativeEvent.isComposing && text.trim() !== "") add();
              }}
            />
            <IconButton
              icon="chev-u"
              small
              label={t("review:phraseUp", { no: index + 1 })}
              disabled={index === 0}
              onClick={() => setRows(swapped(rows, index - 1))}
            />
            <IconButton
              icon="chev-d"
              small
              label={t("review:phraseDown", { no: index + 1 })}
              disabled={index === rows.length - 1}
              onClick={() => setRows(swapped(rows, index))}
            />
            <IconButton
              icon="trash"
              small
              label={t("review:phraseRemove", { no: index + 1 })}
              onClick={() => setRows(rows.filter((row) => row.id !== id))}
            />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** The row at `index` and the one after it change places. */
function swapped(rows: readonly Row[], index: number): Row[] {
  const [upper, lower] = [rows[index], rows[index + 1]];
  if (upper === undefined || lower === undefined) return [...rows];
  return rows.with(index, lower).with(index + 1, upper);
}
