import { Icon, type IconName } from "../../components/icon.tsx";
import { StepNumber } from "../../components/steps.tsx";
import { useT } from "../../app/language.tsx";
import type { OfficeWay } from "./office-question.tsx";
import type { Role } from "./role-question.tsx";

type Props = { readonly role: Role | null; readonly officeWay: OfficeWay };

export function StartSide({ role, officeWay }: Props) {
  const t = useT();
  const facts: readonly { icon: IconName; title: string; text: string }[] = [
    { icon: "laptop", title: t("firstStart:factOffline"), text: t("firstStart:factOfflineText") },
    { icon: "saved", title: t("firstStart:factSaved"), text: t("firstStart:factSavedText") },
    { icon: "shield", title: t("firstStart:factSigned"), text: t("firstStart:factSignedText") },
  ];
  const asOffice = {
    found: [t("firstStart:afterPublish"), t("firstStart:afterEnrol"), t("firstStart:afterReceive")],
    join: [
      t("firstStart:furtherStepRequest"),
      t("firstStart:furtherStepGrant"),
      t("firstStart:furtherStepWork"),
    ],
  };
  const after =
    role === "office"
      ? asOffice[officeWay]
      : [t("firstStart:afterKey"), t("firstStart:afterGrant"), t("firstStart:afterSubmit")];
  return (
    <aside className="start__side">
      <div className="start__brand">
        <i className="nav__logo">
          <Icon name="logo" size={20} />
        </i>
        {t("shell:product")}
      </div>
      <h1>
        {t("firstStart:headline1")}
        <br />
        {t("firstStart:headline2")}
      </h1>
      <ul className="start__facts">
        {facts.map(({ icon, title, text }) => (
          <li key={title}>
            <Icon name={icon} />
            <span>
              <b>{title}</b>
              {text}
            </span>
          </li>
        ))}
      </ul>
      <div className="start__after">
        <div className="label">{t("firstStart:after")}</div>
        <ol>
          {after.map((step, index) => (
            <li key={step}>
              <StepNumber no={index + 1} state="todo" />
              {step}
            </li>
          ))}
        </ol>
      </div>
      <p className="start__warn">{t("firstStart:warning")}</p>
    </aside>
  );
}
