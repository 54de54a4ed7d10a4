import { useT } from "../../app/language.tsx";
import { SearchField } from "../../components/search-field.tsx";
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
      <SearchField className="inbox__search" label={t("inbox:search")} value={query} onChange={onQuery} />
      <WatchedFolderLine intake={intake} />
    </div>
  );
}
