import type { SheetChoice } from "./sheet-form.tsx";

/** What was printed last, until the window closes; of this workspace alone. */
let last: { readonly workspace: string; readonly choice: SheetChoice } | null = null;

export const lastChoice = (workspace: string): SheetChoice | null =>
  last?.workspace === workspace ? last.choice : null;

export function keepChoice(workspace: string, choice: SheetChoice): void {
  last = { workspace, choice };
}
