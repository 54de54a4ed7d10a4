import { useT } from "../../app/language.tsx";
import { usePreferences } from "../../app/preferences.ts";
import { useSession } from "../../app/session.tsx";
import { Card } from "../../components/card.tsx";
import { Segmented } from "../../components/segmented.tsx";

/** Language and appearance; the whole window follows at once. */
export function InterfaceCard() {
  const t = useT();
  const { info } = useSession();
  const change = usePreferences();
  return (
    <Card title={t("settings:interface")}>
      <div className="card__body">
        <dl className="dl">
          <dt>{t("settings:language")}</dt>
          <dd>
            <Segmented
              label={t("settings:language")}
              value={info.language}
              items={[
                { value: "zh-CN", label: t("settings:languageChinese") },
                { value: "en", label: t("settings:languageEnglish") },
              ]}
              onChange={(language) => void change({ language })}
            />
          </dd>
          <dt>{t("settings:theme")}</dt>
          <dd>
            <Segmented
              label={t("settings:theme")}
              value={info.theme}
              items={[
                { value: "system", label: t("settings:theme.system") },
                { value: "light", label: t("settings:theme.light") },
                { value: "dark", label: t("settings:theme.dark") },
              ]}
              onChange={(theme) => void change({ theme })}
            />
          </dd>
        </dl>
      </div>
    </Card>
  );
}
