import { useState } from "react";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { navigate } from "../../app/router.ts";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { useCopy } from "../../components/copy.ts";
import { Dialog } from "../../components/dialog.tsx";
import { useSession } from "../../app/session.tsx";
import type { Reminder } from "./reminders.ts";

type Props = {
  readonly reminders: readonly Reminder[];
  /** Units chosen at first; unset, all of them. */
  readonly only: string | null;
  readonly onClose: () => void;
};

/** 催报: who is still missing something, with what they are to be told. */
export function ReminderDialog({ reminders, only, onClose }: Props) {
  const t = useT();
  const formats = useFormats();
  const copy = useCopy();
  const { period } = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(reminders.map(({ unit }) => unit).filter((unit) => only === null || unit === only)),
  );
  const picked = reminders.filter(({ unit }) => chosen.has(unit));
  const choose = (unit: string, on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, unit] : [...before].filter((each) => each !== unit)));
  const isAll = picked.length === reminders.length;
  const footer = (
    <div className="row completeness__remind-foot">
      <Checkbox
        checked={isAll}
        onChange={(on) => setChosen(new Set(on ? reminders.map(({ unit }) => unit) : []))}
      >
        {t("completeness:remindEvery", { count: reminders.length })}
      </Checkbox>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:close")}</Button>
      <Button
        variant="primary"
        icon="copy"
        disabled={picked.length === 0}
        onClick={() => copy(picked.map(({ text }) => text).join("\n"))}
      >
        {t("completeness:remindCopy", { count: picked.length })}
      </Button>
    </div>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={t("completeness:remind")}
      note={formats.period(period)}
      footer={footer}
    >
      <p className="hint">{t("completeness:remindText")}</p>
      <ul className="completeness__reminders">
        {reminders.map(({ unit, name, text }) => (
          <li key={unit}>
            <Checkbox checked={chosen.has(unit)} onChange={(on) => choose(unit, on)}>
              <b>{name}</b>
            </Checkbox>
            <p>{text}</p>
            <span className="row">
              <Button
                size="sm"
                icon="copy"
                aria-label={t("completeness:copyOf", { name })}
                onClick={() => copy(text)}
              >
                {t("common:copy")}
              </Button>
              <Button
                size="sm"
                icon="print"
                aria-label={t("completeness:printOf", { name })}
                onClick={() => navigate("paper", { sheet: "reminder", unit })}
              >
                {t("completeness:print")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
