import { useState } from "react";
import { useT } from "../../app/language.tsx";
import { EnrolRequestForm } from "../../components/enrol-request-form.tsx";
import { Written } from "../../components/written.tsx";

/** This computer asks the office to enrol it, for the first time or again. */
export function RequestForm({ again }: { again: boolean }) {
  const t = useT();
  const [file, setFile] = useState<string | null>(null);
  return (
    <EnrolRequestForm
      className="settings-form"
      label={t("settings:officerName")}
      hint={t(again ? "settings:requestAgainText" : "settings:requestText")}
      action={t(again ? "settings:requestAgain" : "settings:requestDo")}
      again={again}
      onWritten={setFile}
    >
      {file !== null && <Written title={t("settings:requestDone")} file={file} />}
    </EnrolRequestForm>
  );
}
