import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import "./styles/index.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// A file dropped beside a drop place must not replace the window's page.
for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
