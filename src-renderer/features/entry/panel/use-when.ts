import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";

/** `今天 14:03`, else `7月6日 14:03`. */
export function useWhen(): (time: string) => string {
  const t = useT();
  const { clock, dayTime, recent } = useFormats();
  const { today } = useSession();
  return (time) =>
    recent(time, today) === clock(time)
      ? t("history:todayAt", { time: clock(time).slice(0, 5) })
      : dayTime(time);
}
