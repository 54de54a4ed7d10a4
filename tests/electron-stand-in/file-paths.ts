/** Answers `webUtils.getPathForFile`, which has to return at once: see the pause in preload-world.ts. */
import type { CdpSession } from "./cdp.ts";

export async function answerFilePaths(session: CdpSession): Promise<void> {
  session.on("Debugger.paused", ({ callFrames }) => {
    const [frame] = callFrames;
    const answered =
      frame?.functionName === "standInPathForFile" ? answer(session, frame.callFrameId) : undefined;
    void Promise.resolve(answered)
      .catch(() => undefined)
      .finally(() => session.tell("Debugger.resume"));
  });
  await session.send("Debugger.enable");
}

async function answer(session: CdpSession, callFrameId: string): Promise<void> {
  const { result } = await session.send("Debugger.evaluateOnCallFrame", { callFrameId, expression: "file" });
  if (result.objectId === undefined) return;
  const { path } = await session.send("DOM.getFileInfo", { objectId: result.objectId });
  const expression = `path = ${JSON.stringify(path)}`;
  await session.send("Debugger.evaluateOnCallFrame", { callFrameId, expression });
}
