import { useState, type ReactNode } from "react";

type Props = {
  /** Paths on disk, in the order dropped. */
  readonly onFiles: (paths: readonly string[]) => void;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Takes files dropped on it; what is dropped elsewhere in the window does nothing. */
export function FileDrop({ onFiles, className = "dropzone", children }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? `${className} is-over` : className}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const paths = [...event.dataTransfer.files].map((file) => window.taizhang.pathForFile(file));
        const named = paths.filter((path) => path !== "");
        if (named.length > 0) onFiles(named);
      }}
    >
      {children}
    </div>
  );
}
