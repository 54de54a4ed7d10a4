import type { SheetCheck, SheetSign } from "#shared/paper/sheet-model.ts";
import { CheckBlock } from "./check-block.tsx";
import { Notes } from "./notes.tsx";
import { SignRow } from "./sign-row.tsx";

interface CheckedSignProps {
  readonly model: {
    readonly sign: SheetSign;
    readonly check: SheetCheck | null;
    readonly digest: readonly string[] | null;
    readonly notes: readonly string[];
  };
}

/** The end of a sheet that a unit signs: names, codes, notes and the place for the seal. */
export const CheckedSign = ({ model: { sign, check, digest, notes } }: CheckedSignProps) => (
  <SignRow sign={sign}>
    {check === null ? (
      <>
        <p className="notes-head">说明：</p>
        <Notes notes={notes} />
      </>
    ) : (
      <CheckBlock check={check} digest={digest} notes={notes} />
    )}
  </SignRow>
);
