import { useLayoutEffect } from "react";
import { assertNever } from "#shared/result.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { applyMargins } from "./apply-margins.ts";
import { Circular } from "./circular/circular.tsx";
import { FindingsSheet } from "./findings-sheet/findings-sheet.tsx";
import { IndicatorSheet } from "./indicator-sheet/indicator-sheet.tsx";
import { ProblemSheet } from "./problem-sheet/problem-sheet.tsx";
import { ProgressSheet } from "./progress-sheet/progress-sheet.tsx";
import { Receipt } from "./receipt/receipt.tsx";
import { RegisterSheet } from "./register-sheet/register-sheet.tsx";
import { Reminder } from "./reminder/reminder.tsx";
import { SplitSheet } from "./split-sheet/split-sheet.tsx";
import { SummarySheet } from "./summary-sheet/summary-sheet.tsx";
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
    case "indicator-sheet":
      return <IndicatorSheet model={model} />;
    case "register-sheet":
      return <RegisterSheet model={model} />;
    case "findings-sheet":
      return <FindingsSheet model={model} />;
    case "split-sheet":
      return <SplitSheet model={model} />;
    case "reminder":
      return <Reminder model={model} />;
    case "problem-sheet":
      return <ProblemSheet model={model} />;
    case "receipt":
      return <Receipt model={model} />;
    case "circular":
      return <Circular model={model} />;
    case "summary-sheet":
      return <SummarySheet model={model} />;
    default:
      return assertNever(model);
  }
}
