import { useCallback } from "react";
import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { Button } from "./button.tsx";
import { useChoose } from "./choose.ts";
import type { DataTable } from "./data-table.tsx";
import { Menu } from "./menu.tsx";

const formats = ["xlsx", "csv"] as const;

/** 导出: the table in front, into a folder that the person chooses. */
export function ExportMenu({ table }: { table: DataTable | null }) {
  const t = useT();
  const tell = useTell();
  const choose = useChoose();
  const write = useCallback(
    async (format: (typeof formats)[number]): Promise<void> => {
      if (table === null) return;
      const [dir] = await choose("folder");
      if (dir === undefined) return;
      const reply = await callEngine("table.export", { table, format, dir });
      if (reply.ok) tell.done(t("charts:exported", { file: reply.value.file }));
      else tell.failed(reply.error);
    },
    [choose, t, table, tell],
  );
  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
          icon="download"
          endIcon="chev-d"
          disabled={table === null}
          title={table === null ? t("charts:nothing") : undefined}
        >
          {t("charts:export")}
        </Button>
      }
      entries={[
        ...(table === null ? [] : [{ kind: "label" as const, label: table.name }]),
        ...formats.map((format) => ({
          kind: "action" as const,
          label: t(`charts:export.${format}`),
          onSelect: () => void write(format),
        })),
      ]}
    />
  );
}
