import { Popover } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { AppLink } from './app-link.tsx';
import { DefinitionList } from './definition-list.tsx';
import styles from './traced-number.module.css';

/** A figure with what it means; the shape the server sends. */
export interface TracedFigure {
  readonly value: number;
  readonly label: string;
  readonly definition: string;
  readonly scope: string;
  readonly asOf: string;
  /** The list of the records behind it. */
  readonly link: string | null;
}

interface TracedNumberProps {
  readonly figure: TracedFigure;
  /** Shown instead of the plain number, e.g. "915 triệu đồng". */
  readonly text?: string;
  readonly size?: 'inherit' | 'large';
  /** Where the link leads to something else than a list of records. */
  readonly linkText?: string;
}

/** No figure without its meaning: it opens definition, scope, date and the records that it counts. */
export function TracedNumber(props: TracedNumberProps) {
  const { figure, text, size = 'inherit', linkText = 'Mở danh sách đã đếm' } = props;
  const [opened, setOpened] = useState(false);
  const shown = text ?? formatNumber(figure.value);
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.number}
          data-size={size}
          aria-label={`${figure.label}: ${shown}. Xem số này là gì`}
          onClick={() => setOpened((was) => !was)}
        >
          {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={figure.label}>
        <div className={styles.meaning}>
          <div>
            <b>{figure.label}</b>: {shown}
          </div>
          <DefinitionList
            items={[
              { term: 'Là gì', value: figure.definition },
              { term: 'Phạm vi', value: figure.scope },
              { term: 'Tính đến', value: formatDay(figure.asOf) },
            ]}
          />
          {figure.link !== null && <AppLink href={figure.link}>{linkText}</AppLink>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
