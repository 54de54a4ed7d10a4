import { basename } from "node:path";
import { digestSchema } from "#shared/bundle/identifiers.ts";
import type { WrittenReceiptView } from "#shared/ipc/review-view.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { bundleFileName } from "../../bundle/bundle-file.ts";
import { bundlesOfKind } from "../../store/bundles.ts";
import type { Session } from "../session.ts";

/** Every receipt that was sealed on this PC, the newest first: file names do not tell the unit. */
export const writtenReceipts = ({ db }: Session): WrittenReceiptView[] =>
  bundlesOfKind(db, "receipt", ["own"])
    .toReversed()
    .flatMap(({ unit, digest, sequence, created_at, file }) =>
      unit === null
        ? []
        : [
            {
              unit: unitKeySchema.parse(unit),
              digest,
              sequence,
              createdAt: created_at,
              name: file === null ? bundleFileName(digestSchema.parse(digest), true) : basename(file),
            },
          ],
    );
