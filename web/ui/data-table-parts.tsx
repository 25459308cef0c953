import { Button } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowsSort,
  IconArrowUp,
  IconChevronLeft,
  IconChevronRight,
} from '@tabler/icons-react';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { cx } from './cx.ts';
import type { TableColumn } from './data-table.tsx';
import styles from './data-table.module.css';
import type { TableUrl } from './table-url.ts';

interface TableSummaryProps {
  readonly total: number | undefined;
  readonly exact: boolean;
  readonly unit: string | undefined;
  readonly selected: number;
}

/** How many there are, and how many are selected; read out when it changes. */
export function TableSummary({ total, exact, unit = 'dòng', selected }: TableSummaryProps) {
  return (
    <div role="status" className={styles.summary}>
      {total === undefined ? 'Đang tải…' : <b>{countWords(total, exact)}</b>}{' '}
      {total === undefined ? '' : unit}
      {selected > 0 && <span className={styles.selected}> · đã chọn {formatNumber(selected)}</span>}
    </div>
  );
}

interface HeaderCellProps<Row> {
  readonly column: TableColumn<Row>;
  readonly paging: TableUrl | undefined;
}

export function HeaderCell<Row>({ column, paging }: HeaderCellProps<Row>) {
  const className = cx(styles[column.align ?? 'start'], column.screenOnly && 'k-no-print');
  const style = column.width === undefined ? undefined : { width: column.width };
  if (!column.sortable || paging === undefined) {
    return (
      <th role="columnheader" scope="col" className={className} style={style}>
        {column.header}
      </th>
    );
  }
  const mine = paging.sort?.key === column.key ? paging.sort : null;
  const Icon = mine === null ? IconArrowsSort : mine.descending ? IconArrowDown : IconArrowUp;
  const next = mine === null ? false : mine.descending ? null : true;
  return (
    <th
      role="columnheader"
      scope="col"
      className={className}
      style={style}
      aria-sort={mine === null ? 'none' : mine.descending ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={cx(styles.sort, mine !== null && styles.sorted)}
        onClick={() => paging.setSort(next === null ? null : { key: column.key, descending: next })}
      >
        {column.header}
        <Icon size={16} stroke={1.8} aria-hidden="true" />
      </button>
    </th>
  );
}

/** "hơn 10.000" where counting stopped. */
function countWords(total: number, exact: boolean): string {
  return exact ? formatNumber(total) : `hơn ${formatNumber(total)}`;
}

interface TablePagerProps {
  readonly paging: TableUrl;
  readonly total: number;
  readonly exact: boolean;
}

export function TablePager({ paging, total, exact }: TablePagerProps) {
  const pages = Math.max(1, Math.ceil(total / paging.size));
  const first = (paging.page - 1) * paging.size + 1;
  const last = Math.min(total, paging.page * paging.size);
  return (
    <nav className={cx(styles.pager, 'k-no-print')} aria-label="Trang của danh sách">
      <span>
        {formatNumber(first)}–{formatNumber(last)} trong {countWords(total, exact)}
      </span>
      <Button
        variant="default"
        leftSection={<IconChevronLeft size={18} />}
        disabled={paging.page <= 1}
        onClick={() => paging.setPage(paging.page - 1)}
      >
        Trước
      </Button>
      <Button
        variant="default"
        rightSection={<IconChevronRight size={18} />}
        disabled={paging.page >= pages}
        onClick={() => paging.setPage(paging.page + 1)}
      >
        Sau
      </Button>
    </nav>
  );
}
