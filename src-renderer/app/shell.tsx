import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { StatusSlot } from "../components/status-note.tsx";
import { useT } from "./language.tsx";
import { Navigation } from "./navigation.tsx";
import { pagesOf, type Page } from "./pages.ts";
import { navigate, useRoute } from "./router.ts";
import { useSession } from "./session.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TopBar } from "./top-bar.tsx";

/** Navigation, top bar, the page in front, status bar. */
export function Shell() {
  const { workspace } = useSession();
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
        onToggle={() => setCollapsed(isNarrow() || nav === "open" ? collapsed !== true : false)}
      />
      <TopBar page={page} />
      <StatusSlot value={slot}>{page === undefined ? <NoPage /> : <Front page={page} />}</StatusSlot>
      <StatusBar slotRef={setSlot} />
    </div>
  );
}

/** Below this width the navigation shows icons only, whatever was chosen. */
const isNarrow = (): boolean => window.matchMedia("(max-width: 1180px)").matches;

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
