import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";
import { periodAt } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";

export type AppInfo = ChannelOutput<"app.info">;

/** The open workspace as every page sees it. */
export type Session = {
  readonly info: AppInfo;
  readonly workspace: WorkspaceView;
  readonly plan: Plan;
  readonly period: Period;
  readonly setPeriod: (period: Period) => void;
  /** `YYYY-MM-DD` by the machine's calendar. */
  readonly today: string;
};

const SessionContext = createContext<Session | null>(null);

type Props = {
  readonly info: AppInfo;
  readonly workspace: WorkspaceView;
  readonly plan: Plan;
  readonly children: ReactNode;
};

/** Starts in the period that is being reported today. */
export function SessionProvider({ info, workspace, plan, children }: Props) {
  const [period, setPeriod] = useState(() => periodAt(plan, info.today));
  const session = useMemo(
    () => ({ info, workspace, plan, period, setPeriod, today: info.today }),
    [info, workspace, plan, period],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("no SessionProvider above");
  return session;
}
