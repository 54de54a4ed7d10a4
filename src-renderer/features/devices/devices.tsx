import { useState } from "react";
import type { DeviceView } from "#shared/ipc/views.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { DevicePanel } from "./device-panel.tsx";
import { deviceRows } from "./device-rows.ts";
import { DeviceTable } from "./device-table.tsx";
import "./devices.css";
import { UnitTable } from "./unit-table.tsx";
import { useRequests } from "./use-requests.ts";

/** 单位与设备授权: which laptops may report for which unit. */
export function Devices() {
  const t = useT();
  const { plan, today } = useSession();
  const query = useEngine("enrol.list", {});
  const requests = useRequests();
  const [view, setView] = useState<"devices" | "units">("devices");
  const [chosen, setChosen] = useState<string | null>();
  const devices = query.status === "ready" ? query.value : [];
  const rows = deviceRows(plan, devices, today);
  const waiting = rows.find(({ state }) => state === "requested")?.device.device ?? null;
  const selected = chosen === undefined ? waiting : chosen;
  const open = view === "devices" ? rows.find(({ device }) => device.device === selected) : undefined;
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("devices:title")}</h1>
        <Segmented
          label={t("devices:view")}
          value={view}
          items={[
            { value: "devices", label: `${t("devices:devices")} ${devices.length}` },
            { value: "units", label: `${t("devices:units")} ${reportingUnits(plan).length}` },
          ]}
          onChange={setView}
        />
        <span className="grow" />
        <Button icon="inbox" disabled={requests.busy} onClick={() => void requests.choose()}>
          {t("devices:readRequest")}
        </Button>
      </div>
      <div className={open === undefined ? "workarea devices" : "workarea devices devices--panel"}>
        <div className="devices__main">
          <RootCode />
          {requests.refused !== null && <Banner kind="invalid">{requests.refused}</Banner>}
          {query.status === "loading" && <Loading />}
          {query.status === "failed" && <Failed error={query.error} />}
          {query.status === "ready" && view === "units" && <UnitTable devices={devices} />}
          {query.status === "ready" && view === "devices" && rows.length > 0 && (
            <DeviceTable rows={rows} selected={open?.device.device ?? null} onSelect={setChosen} />
          )}
          {query.status === "ready" && view === "devices" && rows.length === 0 && (
            <div className="card">
              <Empty icon="key" title={t("devices:empty")}>
                {t("devices:emptyText")}
              </Empty>
            </div>
          )}
        </div>
        {open !== undefined && (
          <DevicePanel
            key={open.device.device}
            row={open}
            onGranted={() => setChosen(open.device.device)}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
      <Summary devices={devices} />
    </main>
  );
}

/** The office's fingerprint, to be read out to a county that starts. */
function RootCode() {
  const t = useT();
  const copy = useCopy();
  const { fingerprint } = useSession().workspace;
  if (fingerprint === null) return <Banner kind="warned">{t("devices:rootMissing")}</Banner>;
  const groups = hexGroups(fingerprint);
  return (
    <section className="keyblock root-code" aria-label={t("devices:rootCode")}>
      <div>
        <h2>{t("devices:rootCode")}</h2>
        <p className="hint">{t("devices:rootCodeText")}</p>
      </div>
      <div className="keyblock__value">
        {groups.slice(0, 8).join(" ")}
        <br />
        {groups.slice(8).join(" ")}
      </div>
      <Button size="sm" icon="copy" onClick={() => copy(groups.join(" "))}>
        {t("devices:copyCode")}
      </Button>
    </section>
  );
}

function Summary({ devices }: { devices: readonly DeviceView[] }) {
  const t = useT();
  const { plan } = useSession();
  const having = (state: DeviceView["state"]): number =>
    devices.filter((device) => device.state === state).length;
  const without = reportingUnits(plan).filter(
    ({ key }) => !devices.some(({ unit, state }) => unit === key && state === "granted"),
  );
  return (
    <StatusNote>
      <span>
        {t("devices:summary", {
          granted: having("granted"),
          requested: having("requested"),
          revoked: having("revoked"),
        })}
      </span>
      {without.length > 0 && (
        <span className="hints">
          {t("devices:unitsWithout", {
            units: without.map(({ name }) => name).join(t("common:listSeparator")),
          })}
        </span>
      )}
    </StatusNote>
  );
}
