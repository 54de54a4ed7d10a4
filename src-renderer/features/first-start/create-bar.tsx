import { Button } from "../../components/button.tsx";
import { useT } from "../../app/language.tsx";

type Props = {
  readonly dir: string;
  readonly onChoose: () => void;
  readonly ready: boolean;
  readonly busy: boolean;
};

/** Where the workspace goes, and the one button. */
export function CreateBar({ dir, onChoose, ready, busy }: Props) {
  const t = useT();
  return (
    <div className="start__go">
      <span className="faint t-12 start__dir">
        {t("firstStart:folder")} <span className="muted">{dir}</span>{" "}
        <button type="button" className="link t-12" onClick={onChoose}>
          {t("common:change")}
        </button>
      </span>
      <span className="grow" />
      <Button variant="primary" size="lg" type="submit" endIcon="arrow-r" disabled={!ready || busy}>
        {t(busy ? "firstStart:creating" : "firstStart:create")}
      </Button>
    </div>
  );
}
