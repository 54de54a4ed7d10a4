import type { BundleLine } from "#shared/ipc/device-views.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Icon } from "../../components/icon.tsx";

type Props = {
  readonly kept: readonly BundleLine[];
  readonly aside: readonly BundleLine[];
  /** Digests among `aside` that are kept by choice; null where nothing can be chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChosen: (digest: string, keep: boolean) => void;
};

/** Bundles of a laptop: what stays, and what goes unless it is kept by choice. */
export function BundleLines({ kept, aside, chosen, onChosen }: Props) {
  const t = useT();
  return (
    <div className="bundle-lines">
      <table className="table table--dense">
        <thead>
          <tr>
            <th scope="col">{t("devices:bundle")}</th>
            <th scope="col">{t("devices:writtenAt")}</th>
            <th scope="col">{t("devices:receivedAt")}</th>
            <th scope="col" className="num">
              {t("devices:revisions")}
            </th>
            <th scope="col">{t("devices:fate")}</th>
          </tr>
        </thead>
        <tbody>
          {kept.map((line) => (
            <tr key={line.digest}>
              <LineCells line={line} />
              <td>
                <span className="state state--accepted">
                  <Icon name="st-accepted" size={14} />
                  {t("devices:fateKept")}
                </span>
              </td>
            </tr>
          ))}
          {aside.map((line) => (
            <tr key={line.digest}>
              <LineCells line={line} />
              <td>
                {chosen === null ? (
                  <span className="state state--na">
                    <Icon name="st-na" size={14} />
                    {t("devices:fateRefused")}
                  </span>
                ) : (
                  <Checkbox
                    checked={chosen.has(line.digest)}
                    onChange={(keep) => onChosen(line.digest, keep)}
                  >
                    {t("devices:keepToo")}
                  </Checkbox>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LineCells({ line }: { line: BundleLine }) {
  const t = useT();
  const formats = useFormats();
  const isNumbered = line.kind === "submission";
  return (
    <>
      <th scope="row">{t(isNumbered ? "devices:bundleNo" : "devices:exchangeNo", { no: line.sequence })}</th>
      <td className="muted tnum">{line.createdAt === "" ? "—" : formats.dayTime(line.createdAt)}</td>
      <td className="muted tnum">{formats.dayTime(line.receivedAt)}</td>
      <td className="num muted">{line.revisions === 0 ? "—" : line.revisions}</td>
    </>
  );
}
