import type { Page } from "../../app/pages.ts";

function Submission() {
  return <main className="main" />;
}

export const page: Page = {
  id: "submission",
  roles: ["reporter"],
  label: "shell:submission",
  icon: "submit",
  order: 50,
  Component: Submission,
};
