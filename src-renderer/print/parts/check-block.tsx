import type { SheetCheck } from "#shared/paper/sheet-model.ts";
import { Lines } from "./lines.tsx";
import { Notes } from "./notes.tsx";
import { QrCode } from "./qr-code.tsx";
import "./check-block.css";

interface CheckBlockProps {
  readonly check: SheetCheck;
  readonly digest: readonly string[] | null;
  readonly notes: readonly string[];
}

/** 核对码 as text and QR code, with the bundle's digest once submitted. */
export const CheckBlock = ({ check, digest, notes }: CheckBlockProps) => (
  <div className="check">
    <QrCode text={check.qr} label={`核对码二维码 ${check.code}`} />
    <div>
      <p className="check__code">
        核对码<b>{check.code}</b>
      </p>
      {digest === null ? null : (
        <p className="digest">
          <span>报送包摘要</span>
          <span>
            <Lines lines={digest} />
          </span>
        </p>
      )}
      <Notes notes={notes} />
    </div>
  </div>
);
