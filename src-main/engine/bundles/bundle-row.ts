import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import { toCanonicalText } from "#shared/ledger/canonical.ts";
import type { NewBundle } from "../../store/tables.ts";

/** A bundle as it goes on record; its report and whether it was late follow once its records were read. */
export const bundleRow = (
  { digest, manifest }: { readonly digest: BundleDigest; readonly manifest: Manifest },
  how: Pick<NewBundle, "received_at" | "status" | "file">,
): NewBundle => ({
  digest,
  kind: manifest.kind,
  unit: manifest.unit,
  device: manifest.device,
  sequence: manifest.sequence,
  previous: manifest.previous,
  revisions: manifest.counts.revisions,
  plan_version: manifest.plan.version,
  created_at: manifest.createdAt,
  late: 0,
  manifest: toCanonicalText(manifest),
  report: "{}",
  ...how,
});
