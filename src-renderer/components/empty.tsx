import type { ReactNode } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { CallError } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { Icon, type IconName } from "./icon.tsx";

type Props = {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** An empty place says what to do. */
export function Empty({ icon, title, children, action }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

export function Loading() {
  const t = useT();
  return (
    <div className="empty" role="status">
      {t("common:loading")}
    </div>
  );
}

export function Failed({ error, action }: { error: CallError; action?: ReactNode }) {
  const t = useT();
  return (
    <Empty icon="st-invalid" title={t("common:failed")} action={action}>
      {errorSentence(t, error)}
    </Empty>
  );
}
