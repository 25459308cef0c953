import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './organisations.module.css';

interface LongListProps {
  readonly items: readonly { readonly key: string; readonly words: ReactNode }[];
  readonly few?: number;
}

/** A plain list that opens in full when it is asked for. */
export function LongList({ items, few = 12 }: LongListProps) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, few);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.key}>{item.words}</li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button mt="xs" variant="default" className="k-no-print" onClick={() => setWhole(true)}>
          Xem đủ {formatNumber(items.length)}
        </Button>
      )}
    </>
  );
}
