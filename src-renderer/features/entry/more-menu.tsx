import { useState } from "react";
import { useT } from "../../app/language.tsx";
import { IconButton } from "../../components/button.tsx";
import { Menu } from "../../components/menu.tsx";
import { useEditing } from "./edits/editing-context.ts";
import { densities, useGridLooks, useSetGridLooks } from "./grid/grid-looks.ts";
import { Legend } from "./grid/legend.tsx";

/** How the grid looks, searching, and what its marks mean. */
export function MoreMenu() {
  const t = useT();
  const looks = useGridLooks();
  const set = useSetGridLooks();
  const { perform } = useEditing();
  const [legend, setLegend] = useState(false);
  return (
    <>
      <Menu
        trigger={<IconButton icon="more" label={t("entry:more")} />}
        entries={[
          {
            kind: "action",
            label: t("entry:find"),
            icon: "search",
            keys: "Ctrl F",
            onSelect: () => perform({ kind: "find" }),
          },
          { kind: "action", label: t("entry:legend"), icon: "help", onSelect: () => setLegend(true) },
          { kind: "line", id: "looks" },
          { kind: "label", label: t("entry:density") },
          ...densities.map((density) => ({
            kind: "action" as const,
            label: t(`entry:density.${density}`),
            on: looks.density === density,
            onSelect: () => set({ density }),
          })),
          {
            kind: "action",
            label: t("entry:widthsReset"),
            icon: "columns",
            disabled: Object.keys(looks.widths).length === 0,
            onSelect: () => set({ widths: {} }),
          },
        ]}
      />
      {legend && <Legend onClose={() => setLegend(false)} />}
    </>
  );
}
