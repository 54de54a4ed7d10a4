import { useState, type FormEvent } from "react";
import { officerNameSchema, officerRoleSchema, type Officer } from "#shared/ipc/officer-views.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { updateQuery, useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Field, TextInput } from "../../components/field.tsx";

/** 在这台电脑上填报的人: names and what each of them does. */
export function OfficersCard() {
  const t = useT();
  const tell = useTell();
  const { workspace } = useSession();
  const officers = useEngine("officers.list", {});
  const [name, setName] = useState("");
  const typed = officerNameSchema.safeParse(name.trim());
  const put = async (officer: Officer): Promise<void> => {
    const reply = await callEngine("officers.put", officer);
    if (reply.ok) updateQuery("officers.list", {}, () => reply.value);
    else tell.failed(reply.error);
  };
  const remove = async (gone: string): Promise<void> => {
    const reply = await callEngine("officers.remove", { name: gone });
    if (reply.ok) updateQuery("officers.list", {}, () => reply.value);
    else tell.failed(reply.error);
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!typed.success) return;
    const known = officers.status === "ready" ? officers.value : [];
    if (!known.some((officer) => officer.name === typed.data))
      await put({ name: typed.data, roles: ["filler"] });
    setName("");
  };
  return (
    <Card title={t("officers:title")}>
      <div className="card__body">
        <p className="hint">{t("officers:text")}</p>
        {officers.status === "ready" && officers.value.length === 0 && (
          <p className="muted">{t("officers:nobody")}</p>
        )}
        <ul className="officers">
          {officers.status === "ready" &&
            officers.value.map((officer) => (
              <li key={officer.name}>
                <span className="officers__name">
                  {officer.name}
                  {officer.name === workspace.officer && <small>{t("officers:atWork")}</small>}
                </span>
                {officerRoleSchema.options.map((role) => (
                  <Checkbox
                    key={role}
                    checked={officer.roles.includes(role)}
                    onChange={(on) => void put(withRole(officer, role, on))}
                  >
                    {t(`officers:role_${role}`)}
                  </Checkbox>
                ))}
                <IconButton
                  icon="trash"
                  small
                  label={t("officers:remove", { name: officer.name })}
                  disabled={officer.name === workspace.officer}
                  onClick={() => void remove(officer.name)}
                />
              </li>
            ))}
        </ul>
        <form className="row" onSubmit={(event) => void add(event)}>
          <Field label={t("officers:name")}>
            {(ids) => (
              <TextInput
                {...ids}
                size="sm"
                maxLength={60}
                value={name}
                placeholder={t("officers:namePlaceholder")}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" size="sm" icon="plus" disabled={!typed.success} className="officers__add">
            {t("officers:add")}
          </Button>
        </form>
      </div>
    </Card>
  );
}

const withRole = ({ name, roles }: Officer, role: Officer["roles"][number], on: boolean): Officer => ({
  name,
  roles: on ? [...roles, role] : roles.filter((other) => other !== role),
});
