import { useEffect, useState } from 'react';
import styles from './account.module.css';

const QUIET = 4;

/** A QR code, drawn in this browser: what it holds goes nowhere. */
export function QrCode({ of, label }: { of: string; label: string }) {
  const [drawn, setDrawn] = useState<{ size: number; path: string }>();
  useEffect(() => {
    let wanted = true;
    void import('qrcode').then(({ create }) => {
      const { size, data: dark } = create(of, { errorCorrectionLevel: 'M' }).modules;
      const path = Array.from(dark, (is, at) =>
        is ? `M${QUIET + (at % size)} ${QUIET + Math.floor(at / size)}h1v1h-1z` : '',
      ).join('');
      if (wanted) setDrawn({ size: size + 2 * QUIET, path });
    });
    return () => {
      wanted = false;
    };
  }, [of]);
  if (!drawn) return <div className={styles.qr} />;
  return (
    <svg className={styles.qr} role="img" aria-label={label} viewBox={`0 0 ${drawn.size} ${drawn.size}`}>
      <path d={drawn.path} />
    </svg>
  );
}
