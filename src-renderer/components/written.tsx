import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

type Props = { readonly title: string; readonly text?: string; readonly file: string };

/** A file that was just written: where it is, and the way to it. */
export function Written({ title, text, file }: Props) {
  const t = useT();
  return (
    <Banner
      kind="accepted"
      title={title}
      action={
        <Button size="sm" icon="folder" onClick={() => void callEngine("files.reveal", { path: file })}>
          {t("common:openFolder")}
        </Button>
      }
    >
      {text !== undefined && <span className="written__text">{text}</span>}
      <span className="mono written__file">{file}</span>
    </Banner>
  );
}
