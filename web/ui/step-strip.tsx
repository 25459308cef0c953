import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { cx } from './cx.ts';
import styles from './step-strip.module.css';
import { type TracedFigure, TracedNumber } from './traced-number.tsx';

/** One of the six steps as it stands; the shape the server sends. */
export interface StripStep {
  readonly number: number;
  readonly name: string;
  readonly due: string | null;
  readonly now: boolean;
  readonly count: TracedFigure;
  readonly outOf: number | null;
  /** 0 to 1. */
  readonly done: number;
  readonly remark: string;
  readonly late: boolean;
}

/** The campaign at a glance: six steps, what was reached, what is wrong. */
export function StepStrip({ steps }: { readonly steps: readonly StripStep[] }) {
  return (
    <ol className={styles.strip}>
      {steps.map((step) => (
        <li
          key={step.number}
          className={cx(styles.step, step.now && styles.now)}
          aria-current={step.now ? 'step' : undefined}
        >
          <div className={styles.number}>
            Bước {step.number}
            {step.due !== null && ` · đến ${formatDay(step.due).slice(0, 5)}`}
            {step.now && <span className="k-hidden"> (đang ở bước này)</span>}
          </div>
          <h3 className={styles.name}>{step.name}</h3>
          <div>
            <TracedNumber figure={step.count} size="large" />
            {step.outOf !== null && <span className="k-small"> / {formatNumber(step.outOf)}</span>}
          </div>
          <div className={styles.bar} aria-hidden="true">
            <i style={{ width: `${Math.round(Math.min(1, Math.max(0, step.done)) * 100)}%` }} />
          </div>
          <div className={cx('k-small', step.late && styles.late)}>{step.remark}</div>
        </li>
      ))}
    </ol>
  );
}
