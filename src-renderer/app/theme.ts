import { useEffect } from "react";
import type { z } from "zod";
import type { themeSchema } from "#shared/ipc/host-contract.ts";

export type Theme = z.infer<typeof themeSchema>;

/** Sets `data-theme` on the document; `system` follows the system while the window is open. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = (): void => {
      const isDark = theme === "dark" || (theme === "system" && dark.matches);
      document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
    };
    apply();
    dark.addEventListener("change", apply);
    return () => dark.removeEventListener("change", apply);
  }, [theme]);
}
