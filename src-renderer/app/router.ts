import { useSyncExternalStore } from "react";

/** The place in the window, kept in the address: `#/entry?item=task:2&filter=invalid`. */
export type Route = { readonly page: string; readonly params: Readonly<Record<string, string>> };

export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return { page: path, params: Object.fromEntries(new URLSearchParams(query)) };
}

export function hrefOf(page: string, params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return query === "" ? `#/${page}` : `#/${page}?${query}`;
}

export function navigate(page: string, params: Readonly<Record<string, string>> = {}): void {
  window.location.hash = hrefOf(page, params);
}

/** Changes the address without a step to go back to. */
export function replaceRoute(page: string, params: Readonly<Record<string, string>> = {}): void {
  window.history.replaceState(null, "", hrefOf(page, params));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

let current: { hash: string; route: Route } = { hash: "", route: routeOf("") };

function snapshot(): Route {
  const { hash } = window.location;
  if (hash !== current.hash) current = { hash, route: routeOf(hash) };
  return current.route;
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, snapshot);
