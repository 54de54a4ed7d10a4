import { useState } from "react";
import { callEngine } from "../../app/bridge.ts";
import { folderName, joinPath } from "../../app/paths.ts";

/** Where the workspace goes: proposed from its name until a folder is chosen. */
export function useFolder(workspacesDir: string, name: string) {
  const [chosen, setChosen] = useState<string>();
  const proposed = folderName(name);
  const base = chosen ?? workspacesDir;
  const dir = proposed === "" ? base : joinPath(base, proposed);
  const choose = async (): Promise<void> => {
    const reply = await callEngine("files.choose", { purpose: "folder" });
    if (reply.ok && reply.value.paths[0] !== undefined) setChosen(reply.value.paths[0]);
  };
  return { dir, choose };
}
