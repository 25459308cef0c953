import type { ReactNode } from 'react';
import styles from './timeline.module.css';
import type { Tone } from './tone.ts';

export interface TimelineEntry {
  readonly id: string;
  /** dd/mm/yyyy, or with the hour where it matters. */
  readonly when: string;
  readonly title: ReactNode;
  /** Who, why, which paper. */
  readonly detail?: ReactNode;
  readonly tone?: Tone;
}

/** What happened, newest first; every step is kept. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles.line}>
      {entries.map((entry) => (
        <li key={entry.id} data-tone={entry.tone ?? 'neutral'}>
          <div>
            <b className={styles.when}>{entry.when}</b> {entry.title}
          </div>
          {entry.detail !== undefined && <div className="k-small">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
