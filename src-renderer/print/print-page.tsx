import { useLayoutEffect } from "react";
import { assertNever } from "#shared/result.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { applyMargins } from "./apply-margins.ts";
import { FindingsSheet } from "./findings-sheet/findings-sheet.tsx";
import { ProgressSheet } from "./progress-sheet/progress-sheet.tsx";
import { SplitSheet } from "./split-sheet/split-sheet.tsx";
import { TaskSheet } from "./task-sheet/task-sheet.tsx";

interface PrintPageProps {
  readonly model: SheetModel;
  /** Called once the sheet stands as it will be printed: fonts loaded, layout done. */
  readonly onReady: () => void;
}

export function PrintPage({ model, onReady }: PrintPageProps) {
  useLayoutEffect(() => {
    applyMargins(document.documentElement, model.margin);
    document.title = model.head.title.join("");
    // NOTE: no animation frames here: they never come in a hidden window. Reading a size does the layout.
    document.body.getBoundingClientRect();
    void document.fonts.ready.then(onReady);
  }, [model, onReady]);

  return (
    <>
      {model.watermark === null ? null : (
        <p className="watermark" aria-hidden="true">
          {model.watermark}
        </p>
      )}
      <Sheet model={model} />
    </>
  );
}

function Sheet({ model }: { readonly model: SheetModel }) {
  switch (model.sheet) {
    case "task-sheet":
      return <TaskSheet model={model} />;
    case "progress-sheet":
      return <ProgressSheet model={model} />;
    case "findings-sheet":
      return <FindingsSheet model={model} />;
    case "split-sheet":
      return <SplitSheet model={model} />;
    default:
      return assertNever(model);
  }
}
