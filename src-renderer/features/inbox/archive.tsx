import { useT } from "../../app/language.tsx";
import { TextInput } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import type { Intake } from "./use-intake.ts";
import { WatchedFolderLine } from "./watched-folder-line.tsx";

type Props = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly intake: Intake;
};

/** Finding a package among all that ever came, and the folder that new ones are read from by themselves. */
export function Archive({ query, onQuery, intake }: Props) {
  const t = useT();
  return (
    <div className="row row--4 inbox__archive">
      <span className="input-wrap inbox__search">
        <Icon name="search" />
        <TextInput
          size="sm"
          type="search"
          aria-label={t("inbox:search")}
          placeholder={t("inbox:search")}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
      </span>
      <WatchedFolderLine intake={intake} />
    </div>
  );
}
