import { Button } from '@mantine/core';
import { useId } from 'react';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined while it is not known how long it takes. */
  readonly share?: number;
  readonly onCancel?: () => void;
}

/** Something that takes a while: how far it is, and a way to stop it. */
export function ProgressBar({ label, share, onCancel }: ProgressBarProps) {
  const labelId = useId();
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className={styles.box}>
      <div className={styles.words}>
        <span id={labelId}>{label}</span>
        {percent !== undefined && <span>{percent} %</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className={styles.track}
      >
        <i
          className={percent === undefined ? styles.unknown : undefined}
          style={{ width: `${percent ?? 40}%` }}
        />
      </div>
      {onCancel && (
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Dừng
        </Button>
      )}
    </div>
  );
}
