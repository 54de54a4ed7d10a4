import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { Button } from "./button.tsx";
import { useChoose } from "./choose.ts";
import type { DataTable } from "./data-table.tsx";
import { Menu } from "./menu.tsx";

const formats = ["xlsx", "csv"] as const;
type Format = (typeof formats)[number];

/** 导出: the table in front, into a folder that the person chooses. */
export function ExportMenu({ table }: { table: DataTable | null }) {
  return (
    <FileMenu
      name={table?.name ?? null}
      write={async (format, dir) =>
        table === null ? null : callEngine("table.export", { table, format, dir })
      }
    />
  );
}

type Reply = Awaited<ReturnType<typeof callEngine<"table.export">>>;
type FileProps = {
  /** Of the file that will be written, without its ending; null while there is nothing to write. */
  readonly name: string | null;
  readonly write: (format: Format, dir: string) => Promise<Reply | null>;
};

/** 导出 where the table is made elsewhere than in the window. */
export function FileMenu({ name, write }: FileProps) {
  const t = useT();
  const tell = useTell();
  const choose = useChoose();
  const run = async (format: Format): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir === undefined) return;
    const reply = await write(format, dir);
    if (reply?.ok === true) tell.done(t("charts:exported", { file: reply.value.file }));
    else if (reply !== null) tell.failed(reply.error);
  };
  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
          icon="download"
          endIcon="chev-d"
          disabled={name === null}
          title={name === null ? t("charts:nothing") : undefined}
        >
          {t("charts:export")}
        </Button>
      }
      entries={[
        ...(name === null ? [] : [{ kind: "label" as const, label: t("charts:exportAs", { name }) }]),
        ...formats.map((format) => ({
          kind: "action" as const,
          label: t(`charts:export.${format}`),
          onSelect: () => void run(format),
        })),
      ]}
    />
  );
}
