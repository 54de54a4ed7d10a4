import { useT } from "../../app/language.tsx";
import { Card } from "../../components/card.tsx";
import { Icon } from "../../components/icon.tsx";

/** What the program must not be used for, in plain words. */
export function LimitsCard() {
  const t = useT();
  return (
    <Card title={t("settings:limits")}>
      <ul className="limits card__body">
        <li>
          <Icon name="st-warned" />
          <span>
            <b>{t("settings:secrets")}</b>
            <small>{t("settings:secretsText")}</small>
          </span>
        </li>
        <li>
          <Icon name="st-warned" />
          <span>
            <b>{t("settings:cryptography")}</b>
            <small>{t("settings:cryptographyText")}</small>
          </span>
        </li>
        <li>
          <Icon name="info" />
          <span>{t("settings:statistics")}</span>
        </li>
      </ul>
    </Card>
  );
}
