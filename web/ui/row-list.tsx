import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import styles from './row-list.module.css';
import { upperFirst } from './words.ts';

interface RowListProps<Row extends object> {
  /** What one row is called, for the buttons: "lĩnh vực". */
  readonly noun: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly make: () => Row;
  /** The fields of one row. */
  readonly children: (row: Row, change: (patch: Partial<Row>) => void, index: number) => ReactNode;
  readonly most?: number;
  /** Rows of words with a button, not of fields: everything stands on one line. */
  readonly plain?: boolean;
  /** Said when there are no rows. */
  readonly none: string;
}

/** Rows that can be added, taken away and put in another order. */
export function RowList<Row extends object>(props: RowListProps<Row>) {
  const { noun, rows, onChange, make, children, most = 60 } = props;
  const { keys, remember } = useRowKeys(rows.length);
  const list = useRef<HTMLOListElement>(null);
  const replace = (index: number, next: Row) => onChange(rows.map((row, at) => (at === index ? next : row)));
  const move = (from: number, to: number) => {
    remember(moved(keys, from, to));
    onChange(moved(rows, from, to));
  };
  const remove = (index: number) => {
    remember(keys.filter((_, at) => at !== index));
    onChange(rows.filter((_, at) => at !== index));
  };
  const add = () => {
    onChange([...rows, make()]);
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(':scope > li:last-child :is(input, select, textarea)')
        ?.focus(),
    );
  };
  return (
    <div className={styles.list}>
      {rows.length === 0 && <p className="k-small">{props.none}</p>}
      <ol ref={list} className={styles.rows} data-plain={props.plain || undefined}>
        {rows.map((row, index) => (
          <li key={keys[index]}>
            <div className={styles.fields} role="group" aria-label={`${upperFirst(noun)} ${index + 1}`}>
              {children(row, (patch) => replace(index, { ...row, ...patch }), index)}
            </div>
            <RowButtons
              noun={`${noun} ${index + 1}`}
              onUp={index === 0 ? null : () => move(index, index - 1)}
              onDown={index === rows.length - 1 ? null : () => move(index, index + 1)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      {rows.length < most && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />}
            onClick={add}
          >
            Thêm {noun}
          </Button>
        </div>
      )}
    </div>
  );
}

function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const next = [...all];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Keys that go with their rows, so that a half-typed date moves along with its row. */
function useRowKeys(length: number) {
  const [keys, setKeys] = useState<readonly number[]>([]);
  const remember = setKeys;
  if (keys.length === length) return { keys, remember };
  const filled = keys.slice(0, length);
  while (filled.length < length) filled.push(Math.max(0, ...filled) + 1);
  setKeys(filled);
  return { keys: filled, remember };
}

interface RowButtonsProps {
  readonly noun: string;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
}

function RowButtons({ noun, onUp, onDown, onRemove }: RowButtonsProps) {
  return (
    <div className={styles.buttons}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Đưa lên: ${noun}`}
        disabled={onUp === null}
        onClick={() => onUp?.()}
      >
        <IconArrowUp size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Đưa xuống: ${noun}`}
        disabled={onDown === null}
        onClick={() => onDown?.()}
      >
        <IconArrowDown size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red" size="lg" aria-label={`Bỏ: ${noun}`} onClick={onRemove}>
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
