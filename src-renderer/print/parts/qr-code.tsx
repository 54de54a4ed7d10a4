import { encode } from "uqr";

/** Quiet zone in modules; the white around the figure adds to it. */
const BORDER = 2;

/** QR code as one path, 22 mm wide; medium error correction survives a stamp's edge. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: BORDER });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <figure className="qr">
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
        <path d={path} />
      </svg>
    </figure>
  );
}
