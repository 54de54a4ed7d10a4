import { useT } from "../../app/language.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";

type Props = { readonly kept: number; readonly aside: number; readonly officers: string };

/** What a revocation does, before it is done. */
export function RevokeEffects({ kept, aside, officers }: Props) {
  const t = useT();
  const effects: readonly { icon: IconName; tone: string; title: string; text: string }[] = [
    {
      icon: "st-accepted",
      tone: "accepted",
      title: kept === 0 ? t("devices:effectNothing") : t("devices:effectKept", { count: kept }),
      text: t("devices:effectKeptText"),
    },
    {
      icon: "st-invalid",
      tone: "invalid",
      title: t("devices:effectRefused"),
      text: aside === 0 ? t("devices:effectRefusedText") : t("devices:effectAsideText", { count: aside }),
    },
    {
      icon: "send",
      tone: "sealed",
      title: t("devices:effectSpread"),
      text: t("devices:effectSpreadText"),
    },
    {
      icon: "st-warned",
      tone: "warned",
      title: t("devices:effectFinal"),
      text: t("devices:effectFinalText", { officers }),
    },
  ];
  return (
    <ul className="effects card__body">
      {effects.map(({ icon, tone, title, text }) => (
        <li key={title}>
          <span className={`state state--${tone}`}>
            <Icon name={icon} />
          </span>
          <span>
            <b>{title}</b>
            <small>{text}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
