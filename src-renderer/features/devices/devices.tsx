import { useState } from "react";
import { reportingUnits, unitName } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { DevicePanel } from "./device-panel.tsx";
import { deviceRows, type DeviceRow } from "./device-rows.ts";
import { DeviceTable } from "./device-table.tsx";
import "./devices.css";
import { LogTable } from "./log-table.tsx";
import { OfficeExchangeDialog } from "./office-exchange-dialog.tsx";
import { RevokePage } from "./revoke-page.tsx";
import { RootCode } from "./root-code.tsx";
import { Summary } from "./summary.tsx";
import { UnitTable } from "./unit-table.tsx";
import { useRequests } from "./use-requests.ts";

type View = "devices" | "units" | "log";
type Granted = { readonly device: string; readonly file: string };

/** 单位与设备授权: which laptops may report for which unit, what came from them, and how that ends. */
export function Devices() {
  const t = useT();
  const { plan, today } = useSession();
  const query = useEngine("enrol.list", {});
  const requests = useRequests();
  const route = useRoute();
  const [view, setView] = useState<View>("devices");
  const [exchanging, setExchanging] = useState(false);
  const rows = deviceRows(plan, query.status === "ready" ? query.value : [], today);
  const serial = Number(route.params["revoke"]);
  const revoking = rows.find(({ device }) => device.serial === serial && serial > 0);
  if (revoking !== undefined) return <Revoking row={revoking} serial={serial} />;
  const laptops = new Set(rows.map(({ device }) => device.device)).size;
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("devices:title")}</h1>
        <Segmented
          label={t("devices:view")}
          value={view}
          items={[
            { value: "devices", label: `${t("devices:devices")} ${laptops}` },
            { value: "units", label: `${t("devices:units")} ${reportingUnits(plan).length}` },
            { value: "log", label: t("devices:log") },
          ]}
          onChange={setView}
        />
        <span className="grow" />
        <Button variant="quiet" icon="laptop" aria-haspopup="dialog" onClick={() => setExchanging(true)}>
          {t("devices:officeExchange")}
        </Button>
        <Button icon="inbox" disabled={requests.busy} onClick={() => void requests.choose()}>
          {t("devices:readRequest")}
        </Button>
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {query.status === "ready" && <Views view={view} rows={rows} refused={requests.refused} />}
      <Summary rows={rows} />
      {exchanging && <OfficeExchangeDialog onClose={() => setExchanging(false)} />}
    </main>
  );
}

type ViewsProps = {
  readonly view: View;
  readonly rows: readonly DeviceRow[];
  readonly refused: string | null;
};

function Views({ view, rows, refused }: ViewsProps) {
  const t = useT();
  const { workspace } = useSession();
  const [chosen, setChosen] = useState<{ readonly id: string; readonly device: string } | null>();
  const [granted, setGranted] = useState<Granted | null>(null);
  const waiting = rows.find(({ state }) => state === "requested");
  const open = view === "devices" ? openRow(rows, chosen === undefined ? waiting : chosen) : undefined;
  const select = (id: string): void => {
    const row = rows.find((known) => known.id === id);
    setChosen(row ? { id, device: row.device.device } : null);
  };
  return (
    <div className={open === undefined ? "workarea devices" : "workarea devices devices--panel"}>
      <div className="devices__main">
        <RootCode />
        {workspace.enrolment !== "office" && <Banner>{t("devices:otherPcText")}</Banner>}
        {refused !== null && <Banner kind="invalid">{refused}</Banner>}
        {view === "units" && <UnitTable rows={rows} />}
        {view === "log" && <LogTable rows={rows} />}
        {view === "devices" && rows.length > 0 && (
          <DeviceTable rows={rows} selected={open?.id ?? null} onSelect={select} />
        )}
        {view === "devices" && rows.length === 0 && (
          <div className="card">
            <Empty icon="key" title={t("devices:empty")}>
              {t("devices:emptyText")}
            </Empty>
          </div>
        )}
      </div>
      {open !== undefined && (
        <DevicePanel
          key={open.id}
          row={open}
          again={rows.some(
            ({ device }) => device.device === open.device.device && device.state === "granted",
          )}
          granted={granted?.device === open.device.device ? granted.file : null}
          onGranted={(file) => {
            setGranted({ device: open.device.device, file });
            setChosen({ id: open.id, device: open.device.device });
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}

/** A request that was granted is a certificate from then on: the panel stays with its laptop. */
function openRow(
  rows: readonly DeviceRow[],
  chosen: DeviceRow | { readonly id: string; readonly device: string } | null | undefined,
): DeviceRow | undefined {
  if (chosen === null || chosen === undefined) return undefined;
  const device = typeof chosen.device === "string" ? chosen.device : chosen.device.device;
  return (
    rows.find(({ id }) => id === chosen.id) ??
    rows.findLast((row) => row.device.device === device && row.device.state === "granted")
  );
}

function Revoking({ row, serial }: { row: DeviceRow; serial: number }) {
  const t = useT();
  const { plan } = useSession();
  const name = `${unitName(plan, row.device.unit)} ${t("devices:laptopNo", { no: row.no })}`;
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("devices:revokeDo", { name })}</h1>
        <span className="grow" />
        <Button icon="chev-l" onClick={() => replaceRoute("devices")}>
          {t("devices:backToList")}
        </Button>
      </div>
      <RevokePage row={row} serial={serial} />
    </main>
  );
}
