import { useState, type ReactNode } from "react";
import type { ErrorCode } from "#shared/errors.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { Result } from "#shared/result.ts";
import type { CallError } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { invalidate } from "../app/queries.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { useChoose } from "./choose.ts";
import { Dialog } from "./dialog.tsx";
import { Written } from "./written.tsx";

type Step =
  | { readonly at: "asking"; readonly error: string | null }
  | { readonly at: "writing" }
  /** Nobody is known who could open it: unencrypted, or not at all. */
  | { readonly at: "nobody"; readonly dir: string }
  | { readonly at: "written"; readonly file: string };

/** The file, or the first of several that belong together. */
type WrittenFile = { readonly file: string };

type Props = {
  readonly title: string;
  readonly text: string;
  /** Null where the person changed their mind. */
  readonly write: (dir: string, encrypt: boolean) => Promise<Result<WrittenFile, CallError> | null>;
  /** The failure that says there is nobody to encrypt for, and how to say it here. */
  readonly nobody: { readonly code: ErrorCode; readonly title: string; readonly text: string };
  readonly done: { readonly title: string; readonly text?: string };
  /** What else is asked before it is written. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
};

/** Writes one file into a folder chosen now; unencrypted only after a plain warning. */
export function WriteDialog({ title, text, write, nobody, done, children, onClose }: Props) {
  const t = useT();
  const choose = useChoose();
  const [step, setStep] = useState<Step>({ at: "asking", error: null });

  const writeTo = async (dir: string, encrypt: boolean): Promise<void> => {
    setStep({ at: "writing" });
    const reply = await write(dir, encrypt);
    if (reply === null) setStep({ at: "asking", error: null });
    else if (reply.ok) setStep({ at: "written", file: reply.value.file });
    else if (reply.error.code === nobody.code) setStep({ at: "nobody", dir });
    else setStep({ at: "asking", error: errorSentence(t, reply.error) });
    if (reply?.ok === true) invalidate();
  };
  const pick = async (): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir !== undefined) await writeTo(dir, true);
  };

  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t(step.at === "written" ? "common:close" : "common:cancel")}</Button>
      {step.at === "nobody" && (
        <Button variant="danger" onClick={() => void writeTo(step.dir, false)}>
          {t("writeOut:writePlain")}
        </Button>
      )}
      {(step.at === "asking" || step.at === "writing") && (
        <Button variant="primary" icon="folder" disabled={step.at === "writing"} onClick={() => void pick()}>
          {t(step.at === "writing" ? "writeOut:writing" : "writeOut:chooseAndWrite")}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} size="sm" footer={footer}>
      <div className="stack stack--3">
        {step.at === "written" ? (
          <Written {...done} file={step.file} />
        ) : step.at === "nobody" ? (
          <>
            <Banner kind="warned" title={nobody.title}>
              {nobody.text}
            </Banner>
            <p className="t-13">{t("writeOut:writePlainText")}</p>
          </>
        ) : (
          <>
            <p className="muted t-13">{text}</p>
            {children}
          </>
        )}
        {step.at === "asking" && step.error !== null && <Banner kind="invalid">{step.error}</Banner>}
      </div>
    </Dialog>
  );
}
