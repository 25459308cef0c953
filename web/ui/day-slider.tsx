import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { formatDay } from '#domain/kernel/day.ts';
import styles from './day-slider.module.css';

/** A day at which something changed, with what changed in words. */
export interface DayStop {
  readonly day: string;
  readonly words: string;
}

interface DaySliderProps {
  readonly label: string;
  /** Oldest first; the last one is today. */
  readonly stops: readonly DayStop[];
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** More marks than this would touch each other. */
const MOST_MARKS = 40;

/**
 * Goes through the days at which something changed. Stops stand at equal distances: days that lie close together
 * stay apart. A day between two stops stands at the earlier one, since nothing changed after it.
 */
export function DaySlider({ label, stops, value, onChange }: DaySliderProps) {
  const id = useId();
  const last = stops.length - 1;
  const at = Math.max(
    0,
    stops.findLastIndex((stop) => stop.day <= value),
  );
  const stop = stops[at];
  const first = stops[0];
  const newest = stops[last];
  if (stop === undefined || first === undefined || newest === undefined || last === 0) return null;
  const go = (to: number) => {
    const next = stops[Math.min(last, Math.max(0, to))];
    if (next !== undefined) onChange(next.day);
  };
  const between = value !== stop.day;
  return (
    <div className={`${styles.slider} k-no-print`} role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.line}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Lần thay đổi trước"
          disabled={at === 0 && !between}
          onClick={() => go(between ? at : at - 1)}
        >
          <IconChevronLeft size={20} />
        </ActionIcon>
        <div className={styles.track}>
          <input
            type="range"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-label={label}
            aria-valuetext={`${formatDay(value)}. ${stop.words}`}
            onChange={(event) => go(event.currentTarget.valueAsNumber)}
          />
          {stops.length <= MOST_MARKS && (
            <div className={styles.marks} aria-hidden="true">
              {stops.map((one) => (
                <i key={one.day} />
              ))}
            </div>
          )}
          <div className={styles.ends} aria-hidden="true">
            <span>{formatDay(first.day)}</span>
            <span>Hôm nay</span>
          </div>
        </div>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Lần thay đổi sau"
          disabled={at === last}
          onClick={() => go(at + 1)}
        >
          <IconChevronRight size={20} />
        </ActionIcon>
      </div>
      <p className={styles.words} role="status">
        <b>{formatDay(value)}</b> · {between ? `Không đổi từ ${formatDay(stop.day)}` : stop.words}
      </p>
    </div>
  );
}
