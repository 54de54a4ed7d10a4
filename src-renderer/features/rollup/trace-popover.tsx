import { Popover } from "@base-ui/react/popover";
import { useMemo, useState } from "react";
import { computationText } from "#shared/i18n/computation-text.ts";
import type { TraceRequest, TraceView } from "#shared/ipc/trace-view.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { buttonClass } from "../../components/button.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { Icon } from "../../components/icon.tsx";
import { useHeldAgainst } from "./held-against.tsx";
import type { Figure } from "./rollup-rows.ts";
import { TraceFoot } from "./trace-foot.tsx";
import { TraceRecords } from "./trace-records.tsx";
import { TraceUnits } from "./trace-units.tsx";
import { useVerifying } from "./use-trace.ts";
import "./trace.css";

/** Which figure is being traced, the unit to begin with, and what was pressed: there the focus goes back. */
export type Traced = {
  readonly id: string;
  readonly chain?: string | undefined;
  readonly unit?: string;
  readonly anchor: HTMLElement;
};

type Props = {
  readonly traced: Traced;
  readonly indicator: Indicator;
  /** The same figure as the page has it. */
  readonly figure: Figure | undefined;
  readonly includePending: boolean;
  readonly onClose: () => void;
};

/** 追溯: beside the figure, what it is made of, down to who signed it. Esc closes it. */
export function TracePopover({ traced, indicator, figure, includePending, onClose }: Props) {
  const { period } = useSession();
  const { id, chain, anchor } = traced;
  const request = useMemo<TraceRequest>(
    () => ({ period, indicator: id, ...(chain === undefined ? {} : { chain }), includePending }),
    [period, id, chain, includePending],
  );
  /** Where the figure stood when it was pressed: scrolling what lies behind does not drag the trace away. */
  const place = useMemo(() => {
    const box = anchor.getBoundingClientRect();
    return { getBoundingClientRect: () => box };
  }, [anchor]);
  return (
    <Popover.Root open modal="trap-focus" onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className="floating"
          anchor={place}
          align="start"
          sideOffset={8}
          collisionPadding={12}
          collisionAvoidance={{ side: "flip", align: "shift" }}
        >
          <Popover.Popup className="trace" finalFocus={() => anchor}>
            <Popover.Arrow className="trace__arrow" />
            <Content request={request} indicator={indicator} figure={figure} first={traced.unit} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type ContentProps = {
  readonly request: TraceRequest;
  readonly indicator: Indicator;
  readonly figure: Figure | undefined;
  readonly first: string | undefined;
};

function Content({ request, indicator, figure, first }: ContentProps) {
  const query = useEngine("rollup.trace", request);
  return (
    <>
      <Head request={request} indicator={indicator} trace={query.status === "ready" ? query.value : null} />
      {figure !== undefined && <Against figure={figure} indicator={indicator} />}
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {query.status === "ready" && (
        <Walk trace={query.value} request={request} indicator={indicator} first={first} />
      )}
    </>
  );
}

type HeadProps = {
  readonly request: TraceRequest;
  readonly indicator: Indicator;
  readonly trace: TraceView | null;
};

function Head({ request: { chain, period }, indicator, trace }: HeadProps) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const chainName = plan.chains.find(({ id }) => id === chain)?.name;
  return (
    <header className="trace__head">
      <div className="grow">
        <span className="panel__title">{t("trace:title")}</span>
        <Popover.Title render={<h2 />}>
          {chainName === undefined ? indicator.name : `${indicator.name} · ${chainName}`}
        </Popover.Title>
        <span className="trace__what">
          {indicator.id} · {formats.period(period)} {formats.ytd(period)}
        </span>
      </div>
      {trace !== null && (
        <span className="trace__figure tnum">
          {trace.value === null ? "—" : trace.display}
          {trace.value !== null && <small>{trace.unit}</small>}
        </span>
      )}
      <Popover.Close
        className={buttonClass({ variant: "quiet", size: "sm" }, "btn--icon")}
        aria-label={t("common:close")}
      >
        <Icon name="x" />
      </Popover.Close>
    </header>
  );
}

function Against(props: { readonly figure: Figure; readonly indicator: Indicator }) {
  const t = useT();
  const said = useHeldAgainst(props);
  return said.length === 0 ? null : (
    <p className="trace__against">{said.join(t("common:sentenceSeparator"))}</p>
  );
}

type WalkProps = Omit<ContentProps, "figure"> & { readonly trace: TraceView };

function Walk({ trace, request, indicator, first }: WalkProps) {
  const t = useT();
  const { plan } = useSession();
  const [chosen, setChosen] = useState(first);
  const verifying = useVerifying(request);
  const unit =
    trace.units.find((each) => each.unit === chosen) ??
    trace.units.find(({ state, records }) => state === "counted" && records.length > 0) ??
    trace.units.find(({ records }) => records.length > 0);
  return (
    <>
      <p className="trace__rule">
        <Icon name="fx" size={14} />
        <span>{computationText(t, plan, indicator, trace)}</span>
      </p>
      <div className="trace__columns">
        <TraceUnits
          trace={trace}
          indicator={indicator}
          chosen={unit?.unit}
          verification={verifying.verification}
          onChoose={setChosen}
        />
        {unit !== undefined && (
          <TraceRecords
            key={unit.unit}
            trace={trace}
            unit={unit}
            indicator={indicator}
            verification={verifying.verification}
          />
        )}
      </div>
      <TraceFoot trace={trace} indicator={indicator} verifying={verifying} />
    </>
  );
}
