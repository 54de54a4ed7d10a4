// NOTE: first, so that each sheet's own style sheet comes after them.
import "./page.css";
import "./paper.css";
import "./table.css";
import "./hand.css";
import "./foot.css";
import { createRoot } from "react-dom/client";
import { PrintPage } from "./print-page.tsx";

// The window is hidden and shows one sheet: the host waits for `print.ready`, then makes the PDF.
const root = document.querySelector("#sheet");
if (root === null) throw new Error("the page has no place for the sheet");
const reply = await window.taizhang.invoke("print.model", {});
if (!reply.ok) throw new Error(`no sheet to print: ${reply.error.code}`);
const model = reply.value;

createRoot(root).render(
  <PrintPage model={model} onReady={() => void window.taizhang.invoke("print.ready", {})} />,
);
