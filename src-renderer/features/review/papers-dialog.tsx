import { useRef, useState, type FormEvent } from "react";
import type { PaperOutcome, PaperUnit } from "#shared/ipc/received-paper-view.ts";
import { unitName } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { invalidate, useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";

type Check = NonNullable<PaperUnit["received"]>["check"];

const LOOKS: Readonly<Record<Check, { readonly icon: IconName; readonly state: string }>> = {
  agrees: { icon: "st-accepted", state: "accepted" },
  differs: { icon: "st-invalid", state: "invalid" },
  changed: { icon: "st-warned", state: "warned" },
  "no-data": { icon: "st-empty", state: "empty" },
  unchecked: { icon: "st-empty", state: "empty" },
};

/** 纸质件: one sheet after the other is scanned; the right unit is ticked by itself. */
export function PapersDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const tell = useTell();
  const formats = useFormats();
  const { period, plan } = useSession();
  const papers = useEngine("paper.received", { period });
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  /** Whose sheet is typed in, where the person said so. */
  const [target, setTarget] = useState<PaperUnit | null>(null);
  const [last, setLast] = useState<PaperOutcome | null>(null);
  const units = papers.status === "ready" ? papers.value : [];
  const receive = async (unit: PaperUnit["unit"] | null, scanned: string | null): Promise<void> => {
    const reply = await callEngine("paper.receive", { period, unit, text: scanned });
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    invalidate("paper.received");
    if (scanned !== null) setLast(reply.value);
  };
  const scan = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") return;
    void receive(target?.unit ?? null, text);
    setText("");
    setTarget(null);
  };
  const tick = async (unit: PaperUnit["unit"], on: boolean): Promise<void> => {
    if (on) return receive(unit, null);
    const reply = await callEngine("paper.remove", { period, unit });
    if (!reply.ok) tell.failed(reply.error);
    invalidate("paper.received");
  };
  const footer = (
    <>
      <span className="muted t-12">{t("papers:local")}</span>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:close")}</Button>
    </>
  );
  const received = units.filter((unit) => unit.received !== null).length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("papers:title")}
      note={t("papers:count", { period: formats.period(period), received, all: units.length })}
      footer={footer}
    >
      <form className="papers__scan" onSubmit={scan}>
        <Field
          label={target === null ? t("papers:scan") : t("papers:scanOf", { unit: target.name })}
          hint={t("papers:scanText")}
        >
          {(ids) => (
            <TextInput
              {...ids}
              ref={field}
              className="mono"
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={400}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={text.trim() === ""}>
          {t("papers:compare")}
        </Button>
      </form>
      <div className="papers__last" role="status">
        {last?.kind === "received" && (
          <CheckWord check={last.check} unit={unitName(plan, last.unit)} sentence />
        )}
        {last !== null && last.kind !== "received" && (
          <span className="state state--invalid">
            <Icon name="st-invalid" size={14} />
            {t(`papers:${last.kind}`)}
          </span>
        )}
      </div>
      {papers.status === "loading" && <Loading />}
      {papers.status === "failed" && <Failed error={papers.error} />}
      <ul className="list papers">
        {units.map((unit) => (
          <li key={unit.unit}>
            <Checkbox checked={unit.received !== null} onChange={(on) => void tick(unit.unit, on)}>
              {unit.name}
            </Checkbox>
            {unit.received === null ? (
              <span className="muted">{t("papers:missing")}</span>
            ) : (
              <CheckWord check={unit.received.check} />
            )}
            <span className="muted t-12">
              {unit.received !== null && t("papers:at", { at: formats.dayTime(unit.received.at) })}
            </span>
            <IconButton
              icon="qr"
              small
              label={t("papers:type", { unit: unit.name })}
              onClick={() => {
                setTarget(unit);
                field.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type WordProps = { readonly check: Check; readonly unit?: string; readonly sentence?: boolean };

/** In a row one word; of the sheet just scanned the whole sentence, with what to do. */
function CheckWord({ check, unit = "", sentence = false }: WordProps) {
  const t = useT();
  const { icon, state } = LOOKS[check];
  return (
    <span className={`state state--${state}`}>
      <Icon name={icon} size={14} />
      {sentence ? t(`papers:said_${check}`, { unit }) : t(`papers:check_${check}`)}
    </span>
  );
}
