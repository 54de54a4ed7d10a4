import { useState } from "react";
import type { ErrorCode } from "#shared/errors.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { Called } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Written } from "../../components/written.tsx";

type Step =
  | { readonly at: "asking"; readonly error: string | null }
  | { readonly at: "writing" }
  /** Nobody is known who could open it: unencrypted, or not at all. */
  | { readonly at: "nobody"; readonly dir: string }
  | { readonly at: "written"; readonly file: string };

type Props = {
  readonly title: string;
  readonly text: string;
  /** Null where the person changed their mind. */
  readonly write: (dir: string, encrypt: boolean) => Promise<Called<"exchange.write"> | null>;
  /** The failure that says there is nobody to encrypt for, and how to say it here. */
  readonly nobody: { readonly code: ErrorCode; readonly title: string; readonly text: string };
  readonly done: { readonly title: string; readonly text?: string };
  readonly onClose: () => void;
};

/** Writes one file into a folder chosen now; unencrypted only after a plain warning. */
export function WriteDialog({ title, text, write, nobody, done, onClose }: Props) {
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
    if (reply?.ok === true) invalidate("submission.list");
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
          {t("submission:writePlain")}
        </Button>
      )}
      {(step.at === "asking" || step.at === "writing") && (
        <Button variant="primary" icon="folder" disabled={step.at === "writing"} onClick={() => void pick()}>
          {t(step.at === "writing" ? "submission:writing" : "submission:chooseAndWrite")}
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
            <p className="t-13">{t("submission:writePlainText")}</p>
          </>
        ) : (
          <p className="muted t-13">{text}</p>
        )}
        {step.at === "asking" && step.error !== null && <Banner kind="invalid">{step.error}</Banner>}
      </div>
    </Dialog>
  );
}
