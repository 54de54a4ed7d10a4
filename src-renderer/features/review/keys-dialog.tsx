import { Fragment } from "react";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Key } from "../../components/marks.tsx";

const KEYS = [
  { keys: ["A"], what: "accept" },
  { keys: ["Shift+A"], what: "clean" },
  { keys: ["R"], what: "return" },
  { keys: ["V"], what: "verify" },
  { keys: ["T", "Alt+↓"], what: "phrases" },
  { keys: ["↑", "↓", "K", "J"], what: "move" },
  { keys: ["N"], what: "unit" },
  { keys: ["U", "Ctrl+Z"], what: "undo" },
  { keys: ["Esc"], what: "leave" },
  { keys: ["?"], what: "help" },
] as const;

/** Every key of the page. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:close")}</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("review:keysTitle")} size="sm" footer={footer}>
      <dl className="key-list">
        {KEYS.map(({ keys, what }) => (
          <Fragment key={what}>
            <dt>
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dt>
            <dd>{t(`review:key_${what}`)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="hint">{t("review:keysText")}</p>
    </Dialog>
  );
}
