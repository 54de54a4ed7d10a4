import { lazy, Suspense } from "react";
import type { Page } from "../../app/pages.ts";
import { Loading } from "../../components/empty.tsx";

/** The PDF reader is large and loads with the page. */
const Paper = lazy(async () => ({ default: (await import("./paper.tsx")).Paper }));

function PaperPage() {
  return (
    <Suspense fallback={<Loading />}>
      <Paper />
    </Suspense>
  );
}

export const page: Page = {
  id: "paper",
  roles: ["reporter", "office"],
  label: "shell:paper",
  icon: "print",
  order: 80,
  wide: true,
  Component: PaperPage,
};
