import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 72 48" aria-hidden="true">
        <rect
          x="10"
          y="6"
          width="52"
          height="36"
          rx="4"
          fill="none"
          stroke="var(--k-line-2)"
          strokeWidth="2"
        />
        <path
          d="M10 16h52M24 26h24M24 33h14"
          stroke="var(--k-line-2)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      <b>{title}</b>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  );
}
