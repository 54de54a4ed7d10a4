import type { Page } from "@playwright/test";

/** Puts texts on the system's clipboard by a real Ctrl+C in the page, as another program would. */
export async function copyElsewhere(
  page: Page,
  texts: { readonly text: string; readonly html?: string },
): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const write = (event: ClipboardEvent): void => {
      event.clipboardData?.setData("text/plain", text);
      if (html !== undefined) event.clipboardData?.setData("text/html", html);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("copy", write, { capture: true, once: true });
  }, texts);
  await page.keyboard.press("Control+c");
}

/** A block as Excel writes it: figures shown with two decimals, the whole of each in `x:num`. */
export function excelHtml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const isFigure = /^-?\d+(\.\d+)?$/.test(text);
    return isFigure
      ? `<td align=right x:num="${text}">${Number(text).toFixed(2)}</td>`
      : `<td class=xl65>${text}</td>`;
  };
  const body = rows.map((row) => `<tr height=19>${row.map(cell).join("")}</tr>`).join("\n");
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0>
<!--StartFragment-->${body}<!--EndFragment-->
</table></body></html>`;
}
