import styles from './funnel.module.css';
import { type TracedFigure, TracedNumber } from './traced-number.tsx';

interface FunnelProps {
  /** From the widest to the narrowest; each keeps its own definition. */
  readonly stages: readonly TracedFigure[];
}

/** Several numbers that must not be mixed up, one below the other, each with its definition. */
export function Funnel({ stages }: FunnelProps) {
  const most = Math.max(1, ...stages.map((stage) => stage.value));
  return (
    <ol className={styles.funnel}>
      {stages.map((stage, index) => (
        <li key={stage.label}>
          <span>{stage.label}</span>
          <i
            aria-hidden="true"
            style={{
              width: `max(2px, ${(stage.value / most) * 100}%)`,
              background: `color-mix(in srgb, var(--k-red-ink) ${Math.max(42, 100 - index * 12)}%, #e9c9c3)`,
            }}
          />
          <b>
            <TracedNumber figure={stage} />
          </b>
        </li>
      ))}
    </ol>
  );
}
