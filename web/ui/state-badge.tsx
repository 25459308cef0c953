import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './state-badge.module.css';
import type { Tone } from './tone.ts';

const shapes: Record<Tone, ReactNode> = {
  neutral: <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  info: <circle cx="5" cy="5" r="4.2" fill="currentColor" />,
  good: (
    <path d="M1 5.4 3.9 8.2 9 2" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
  ),
  warn: <path d="M5 .8 9.6 9H.4z" fill="currentColor" />,
  bad: <path d="M5 0 10 5 5 10 0 5z" fill="currentColor" />,
};

interface StateBadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A state as colour, shape and word. */
export function StateBadge({ tone, children, className }: StateBadgeProps) {
  return (
    <span className={cx(styles.badge, styles[tone], className)}>
      <ToneShape tone={tone} />
      {children}
    </span>
  );
}

/** The shape of a tone alone, where the word stands beside it already. */
export function ToneShape({ tone }: { readonly tone: Tone }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}
