import styles from './shell.module.css';

/** The mark and the name. `light` is for the red panel of the sign-in page. */
export function Brand({ size = 28, light = false }: { readonly size?: number; readonly light?: boolean }) {
  return (
    <span className={styles.brand} style={light ? { color: '#fff' } : undefined}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill={light ? '#ffe9a8' : 'var(--k-red)'} />
        <path
          d="M10.5 7v18M22 7.5 12.2 16.6 22.5 25"
          fill="none"
          stroke={light ? '#8c1812' : '#ffe9a8'}
          strokeWidth="3.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Khéo
    </span>
  );
}
