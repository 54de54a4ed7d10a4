import { useState, type FormEvent } from "react";
import { digestSchema } from "#shared/bundle/identifiers.ts";
import { unitName } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { BundleLines } from "./bundle-lines.tsx";
import type { DeviceRow } from "./device-rows.ts";
import { KeepByDigest } from "./keep-by-digest.tsx";
import { RevokeDone } from "./revoke-done.tsx";
import { RevokeEffects } from "./revoke-effects.tsx";
import { useChosen } from "./use-chosen.ts";
import { useRevoke } from "./use-revoke.ts";

const back = (): void => replaceRoute("devices");

type Props = { readonly row: DeviceRow; readonly serial: number };

/** 吊销: says what it does, asks for the unit's name to be typed, and says afterwards what was kept. */
export function RevokePage({ row, serial }: Props) {
  const t = useT();
  const { plan } = useSession();
  const query = useEngine("enrol.revocation", { serial });
  const { busy, revoke } = useRevoke(serial);
  const { chosen, choose } = useChosen();
  const [typed, setTyped] = useState("");
  const [named, setNamed] = useState("");
  const [kept, setKept] = useState<number | null>(null);
  const unit = unitName(plan, row.device.unit);
  const name = `${unit} ${t("devices:laptopNo", { no: row.no })}`;
  const digests = named.split(/\s+/).filter((digest) => digest !== "");
  const wrong = digests.filter((digest) => !digestSchema.safeParse(digest).success);
  const ready = typed.trim() === unit && wrong.length === 0 && !busy;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (ready) setKept(await revoke([...chosen, ...digests]));
  };
  return (
    <div className="revoke-page">
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {query.status === "ready" && kept !== null && <RevokeDone name={name} kept={kept} onBack={back} />}
      {query.status === "ready" && kept === null && row.device.state === "revoked" && (
        <Empty icon="st-na" title={t("devices:revokedAlready", { name })} />
      )}
      {query.status === "ready" && kept === null && row.device.state !== "revoked" && (
        <form className="stack stack--4" onSubmit={(event) => void submit(event)}>
          <Card title={t("devices:revokeEffects")}>
            <RevokeEffects
              kept={query.value.kept.length}
              aside={query.value.aside.length}
              officers={row.device.officers.join(t("common:listSeparator"))}
            />
          </Card>
          <Card title={t("devices:revokeBundles")}>
            {query.value.kept.length + query.value.aside.length === 0 ? (
              <p className="card__body muted t-13">{t("devices:revokeNoBundles")}</p>
            ) : (
              <BundleLines {...query.value} chosen={chosen} onChosen={choose} />
            )}
            <KeepByDigest value={named} wrong={wrong.length} onChange={setNamed} />
          </Card>
          <Card title={t("devices:revokeConfirm")}>
            <div className="card__body revoke-confirm">
              <Field label={t("devices:revokeType", { unit })}>
                {(ids) => (
                  <TextInput
                    {...ids}
                    autoComplete="off"
                    value={typed}
                    onChange={(event) => setTyped(event.target.value)}
                  />
                )}
              </Field>
              <span className="grow" />
              <Button onClick={back}>{t("common:cancel")}</Button>
              <Button type="submit" variant="danger-solid" icon="st-na" disabled={!ready}>
                {t("devices:revokeDo", { name })}
              </Button>
            </div>
          </Card>
        </form>
      )}
    </div>
  );
}
