import { useT } from "../../app/language.tsx";
import { EnrolRequestForm } from "../../components/enrol-request-form.tsx";

type Props = { readonly again: boolean; readonly onWritten: (file: string) => void };

/** The request for enrolment where somebody wants to submit and cannot yet. */
export function EnrolRequest({ again, onWritten }: Props) {
  const t = useT();
  return (
    <EnrolRequestForm
      className="stack stack--3 enrol-form"
      label={t("submission:enrol.officer")}
      action={t(again ? "submission:enrol.requestAgain" : "submission:enrol.requestDo")}
      again={again}
      onWritten={onWritten}
    />
  );
}
