import { hexGroups } from "../app/figures.ts";
import { QrCode } from "./qr-code.tsx";
import "./root-fingerprint.css";

/** A root's 校验码 as 16 groups to be read out, and as a code that a telephone can read. */
export function RootFingerprint({ value, label }: { value: string; label: string }) {
  return (
    <div className="root-fingerprint">
      <QrCode text={value} label={label} />
      <ol className="root-fingerprint__groups mono" aria-label={label}>
        {hexGroups(value).map((group, index) => (
          <li key={index}>{group}</li>
        ))}
      </ol>
    </div>
  );
}
