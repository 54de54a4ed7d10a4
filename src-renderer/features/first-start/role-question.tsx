import { ChoiceCards } from "../../components/choice.tsx";
import { useT } from "../../app/language.tsx";
import { Question } from "./question.tsx";

export type Role = "reporter" | "office";

export function RoleQuestion({ role, onChange }: { role: Role | null; onChange: (role: Role) => void }) {
  const t = useT();
  return (
    <Question no={1} title={t("firstStart:whoseTitle")} done={role !== null}>
      <ChoiceCards
        label={t("firstStart:whoseTitle")}
        className="two"
        value={role}
        onChange={onChange}
        choices={[
          {
            value: "reporter",
            icon: "building",
            title: t("firstStart:reporter"),
            text: t("firstStart:reporterText"),
          },
          {
            value: "office",
            icon: "office",
            title: t("firstStart:office"),
            text: t("firstStart:officeText"),
          },
        ]}
      />
    </Question>
  );
}
