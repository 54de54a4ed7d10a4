import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
// Before the pages, whose own rules refine these.
import "./styles/index.css";
import { App } from "./app/app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// A file dropped beside a drop place must not replace the window's page.
for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
