// A QR code as one path of an SVG: dark on light in every theme, because scanners read nothing else for sure.
import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';

/** Modules of quiet ground around it (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** @param text up to some two thousand characters; the same stands beside it in words, for whoever cannot scan */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const { data } = encode(text, { ecc: 'M', border: QUIET });
    const runs = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: data.length, path: runs.join('') };
  }, [text]);
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="light" width={size} height={size} />
      <path className="dark" d={path} />
    </svg>
  );
}
