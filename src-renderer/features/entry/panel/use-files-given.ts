import { useEffect, useRef, type RefObject } from "react";

export type GivenImage = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

type Takes = {
  /** Paths on disk, in the order dropped. */
  readonly onPaths: (paths: readonly string[]) => void;
  readonly onImage: (image: GivenImage) => void;
};

/**
 * Files dropped on the side panel around the element, and pictures pasted while the panel or nothing has the focus.
 * What has text in it goes into the field it is pasted into.
 */
export function useFilesGiven(takes: Takes | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(takes);
  latest.current = takes;
  useEffect(() => {
    const panel = place.current?.closest("aside");
    if (!panel) return;
    const over = (event: DragEvent): void => {
      if (latest.current === null || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      panel.classList.add("is-over");
    };
    const leave = (event: DragEvent): void => {
      const inside = event.relatedTarget instanceof Node && panel.contains(event.relatedTarget);
      if (!inside) panel.classList.remove("is-over");
    };
    const drop = (event: DragEvent): void => {
      panel.classList.remove("is-over");
      if (latest.current === null || event.dataTransfer === null) return;
      event.preventDefault();
      const paths = [...event.dataTransfer.files].map((file) => window.taizhang.pathForFile(file));
      const named = paths.filter((path) => path !== "");
      if (named.length > 0) latest.current.onPaths(named);
    };
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isHere = target === document.body || (target instanceof Node && panel.contains(target));
      if (!isHere || latest.current === null || clipboardData === null) return;
      const image = [...clipboardData.files].find(({ type }) => type.startsWith("image/"));
      if (image === undefined || clipboardData.types.includes("text/plain")) return;
      event.preventDefault();
      void image
        .arrayBuffer()
        .then((bytes) => latest.current?.onImage({ type: image.type, bytes: new Uint8Array(bytes) }));
    };
    panel.addEventListener("dragover", over);
    panel.addEventListener("dragleave", leave);
    panel.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      panel.classList.remove("is-over");
      panel.removeEventListener("dragover", over);
      panel.removeEventListener("dragleave", leave);
      panel.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, []);
  return place;
}
