import { useMemo } from 'react';
import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  /** What it is for, to people who cannot see it. */
  readonly label: string;
  readonly size?: number;
}

/** A QR code drawn here: what it holds goes to no other host. Dark on white in every theme, or cameras fail. */
export function QrCode({ text, label, size = 208 }: QrCodeProps) {
  const { edge, path } = useMemo(() => {
    const { size: edge, data } = encode(text, { ecc: 'M', border: 2 });
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
    return { edge, path };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
      style={{ background: '#fff', border: '1px solid var(--k-line-2)', flex: 'none', maxWidth: '100%' }}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
