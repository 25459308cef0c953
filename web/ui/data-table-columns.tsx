import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import type { TableColumn } from './data-table.tsx';
import styles from './data-table.module.css';
import { readKept, writeKept } from './kept.ts';

export interface ShownColumns {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

function isKeyList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((key) => typeof key === 'string');
}

/** Which columns this person wants to see in this list, kept on this machine. */
export function useShownColumns<Row>(name: string, columns: readonly TableColumn<Row>[]): ShownColumns {
  const place = `kheo.columns.${name}`;
  const [chosen, setChosen] = useState<readonly string[] | null>(() => readKept(place, isKeyList));
  const usual = columns.filter((column) => !column.hidden).map((column) => column.key);
  const keys = new Set(chosen ?? usual);
  const first = columns[0];
  if (first) keys.add(first.key);
  const toggle = (key: string) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    setChosen([...next]);
    writeKept(place, [...next]);
  };
  return { keys, toggle };
}

interface ColumnChooserProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly shown: ShownColumns;
}

export function ColumnChooser<Row>({ columns, shown }: ColumnChooserProps<Row>) {
  if (columns.length < 4) return null;
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label="Chọn cột">
          <ActionIcon variant="default" size="2.5rem" aria-label="Chọn cột" className="k-office-only">
            <IconColumns3 size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={styles.chooser}>
          <legend>Cột hiển thị</legend>
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.key}
              label={column.header}
              checked={shown.keys.has(column.key)}
              onChange={() => shown.toggle(column.key)}
            />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
