import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { StatusSlot } from "../components/status-note.tsx";
import { useT } from "./language.tsx";
import { useIdleLock } from "./lock.ts";
import { Navigation } from "./navigation.tsx";
import { pagesOf, type Page } from "./pages.ts";
import { navigate, useRoute } from "./router.ts";
import { useSession } from "./session.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TopBar } from "./top-bar.tsx";

/** Navigation, top bar, the page in front, status bar. */
export function Shell() {
  const { workspace } = useSession();
  useIdleLock(workspace.lockAfter);
  const route = useRoute();
  const pages = pagesOf(workspace.role);
  const page = pages.find(({ id }) => id === (route.page || "home"));
  const [collapsed, setCollapsed] = useState<boolean>();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const nav = collapsed === undefined ? (page?.wide ? "auto" : "open") : collapsed ? "collapsed" : "open";
  return (
    <div className="app" data-nav={nav}>
      <Navigation
        pages={pages}
        current={page?.id}
        collapsed={isCollapsed(nav)}
        onToggle={() => setCollapsed(!isCollapsed(nav))}
      />
      <TopBar page={page} />
      <StatusSlot value={slot}>{page === undefined ? <NoPage /> : <Front page={page} />}</StatusSlot>
      <StatusBar slotRef={setSlot} />
    </div>
  );
}

/** `auto` shows icons only below 1600 px, as the style sheet has it. */
const isCollapsed = (nav: "auto" | "open" | "collapsed"): boolean =>
  nav === "collapsed" || (nav === "auto" && window.matchMedia("(max-width: 1599px)").matches);

function Front({ page: { Component } }: { page: Page }) {
  return <Component />;
}

function NoPage() {
  const t = useT();
  const home = <Button onClick={() => navigate("home")}>{t("shell:home")}</Button>;
  return (
    <main className="main">
      <Empty icon="help" title={t("shell:noPage")} action={home}>
        {t("shell:noPageText")}
      </Empty>
    </main>
  );
}
