import type { Unit } from "#shared/plan/schema.ts";
import { useT } from "../../app/language.tsx";
import { IconButton } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Select } from "../../components/select.tsx";
import { usePlanEdits } from "./edits-store.ts";

/** Who belongs to the groups that the notice names: 有关县市区. Members answer for the group's tasks. */
export function GroupsCard() {
  const t = useT();
  const { draft } = usePlanEdits();
  return (
    <Card title={t("planEdit:groups")}>
      <div className="card__body stack stack--3">
        <p className="hint">{t("planEdit:groupsText")}</p>
        {draft.units
          .filter(({ kind }) => kind === "group")
          .map((group) => (
            <Group key={group.key} group={group} />
          ))}
      </div>
    </Card>
  );
}

function Group({ group }: { group: Unit }) {
  const t = useT();
  const { draft, put } = usePlanEdits();
  const members = draft.settings.groupMembers.find((entry) => entry.group === group.key)?.units ?? [];
  const others = draft.units.filter(
    ({ key, kind }) => kind !== "group" && kind !== "city" && !members.includes(key),
  );
  const set = (units: Unit["key"][]): void =>
    put({ kind: "group-members", group: group.key, units: units.length === 0 ? null : units });
  return (
    <div className="plan-group">
      <div className="plan-line">
        <span>{group.name}</span>
        <Select
          size="sm"
          label={t("planEdit:addMember", { group: group.name })}
          placeholder={t("planEdit:chooseMember")}
          value={null}
          options={others.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(chosen) => set([...members, chosen])}
        />
      </div>
      {members.length > 0 && (
        <div>
          {draft.units
            .filter(({ key }) => members.includes(key))
            .map(({ key, name }) => (
              <span key={key} className="plan-chip">
                {name}
                <IconButton
                  small
                  icon="x"
                  label={t("planEdit:takeAway", { what: `${group.name} ${name}` })}
                  onClick={() => set(members.filter((each) => each !== key))}
                />
              </span>
            ))}
        </div>
      )}
    </div>
  );
}
