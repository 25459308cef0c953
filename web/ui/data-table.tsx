import { Checkbox, Skeleton } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import { useGoTo } from '../platform/navigation.ts';
import type { ClientProblem } from '../platform/problem-error.ts';
import { AppLink, isPlainClick } from './app-link.tsx';
import { cx } from './cx.ts';
import { ColumnChooser, useShownColumns } from './data-table-columns.tsx';
import { HeaderCell, TablePager, TableSummary } from './data-table-parts.tsx';
import styles from './data-table.module.css';
import { ProblemAlert } from './problem-alert.tsx';
import type { TableUrl } from './table-url.ts';

export interface TableColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end' | 'center';
  readonly width?: string;
  /** The server can sort by this key. */
  readonly sortable?: boolean;
  /** Off until the person chooses it. */
  readonly hidden?: boolean;
  /** `title`: the heading of the phone's card (the first column when none says so); `off`: not on the phone. */
  readonly phone?: 'title' | 'off';
  /** What is only pressed: not on paper. */
  readonly screenOnly?: boolean;
}

export interface TableSelection {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
  /** Buttons for what is selected: accept many, return many. */
  readonly actions?: ReactNode;
}

export interface DataTableProps<Row> {
  /** Read out by screen readers; also remembers the chosen columns. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  /** Opens the row's record: the first column becomes a link, the whole row a target. */
  readonly rowHref?: (row: Row) => string;
  readonly total?: number;
  /** False where there are more than `total`: "hơn 10.000". */
  readonly totalIsExact?: boolean;
  readonly paging?: TableUrl;
  readonly loading?: boolean;
  readonly problem?: ClientProblem | null;
  readonly onRetry?: () => void;
  readonly selection?: TableSelection;
  /** An EmptyState: what to do next. */
  readonly empty: ReactNode;
  /** At the right above the table: export, print. */
  readonly tools?: ReactNode;
  /** How the total is worded: "mô hình", "đơn vị". */
  readonly unit?: string;
}

/** A list. In the office a table with a head that stays; on the phone a card a row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, selection, paging, total, loading = rows === undefined } = props;
  const exact = props.totalIsExact ?? true;
  const shown = useShownColumns(props.name, columns);
  const table = useRef<HTMLTableElement>(null);
  if (props.problem) {
    return <ProblemAlert problem={props.problem} {...(props.onRetry && { onRetry: props.onRetry })} />;
  }
  const visible = columns.filter((column) => shown.keys.has(column.key));
  const empty = rows !== undefined && rows.length === 0;
  return (
    <section className={cx('k-card', styles.frame)} aria-label={props.label} aria-busy={loading}>
      <div className={styles.bar}>
        <TableSummary
          total={total ?? rows?.length}
          exact={exact}
          unit={props.unit}
          selected={selection?.ids.size ?? 0}
        />
        {selection !== undefined && selection.ids.size > 0 && (
          <div className="k-row k-no-print">{selection.actions}</div>
        )}
        <div className={cx(styles.tools, 'k-no-print')}>
          {props.tools}
          <ColumnChooser columns={columns} shown={shown} />
        </div>
      </div>
      {empty ? (
        props.empty
      ) : (
        <div className={styles.scroll} data-wide={visible.length > 8 || undefined}>
          <table
            ref={table}
            role="table"
            className={styles.table}
            aria-label={props.label}
            onKeyDown={moveByArrows}
          >
            <thead role="rowgroup">
              <tr role="row">
                {selection && <SelectAll rows={rows ?? []} rowId={props.rowId} selection={selection} />}
                {visible.map((column) => (
                  <HeaderCell key={column.key} column={column} paging={paging} />
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows === undefined
                ? skeletonRows(visible.length + (selection ? 1 : 0))
                : rows.map((row) => (
                    <TableRow key={props.rowId(row)} row={row} table={props} visible={visible} />
                  ))}
            </tbody>
          </table>
        </div>
      )}
      {paging && total !== undefined && total > paging.size && (
        <TablePager paging={paging} total={total} exact={exact} />
      )}
    </section>
  );
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly table: DataTableProps<Row>;
  readonly visible: readonly TableColumn<Row>[];
}

function TableRow<Row>({ row, table, visible }: TableRowProps<Row>) {
  const goTo = useGoTo();
  const href = table.rowHref?.(row);
  const id = table.rowId(row);
  const title = visible.find((column) => column.phone === 'title') ?? visible[0];
  const openByRow = (event: MouseEvent<HTMLTableRowElement>) => {
    const onControl = (event.target as Element).closest('a, button, input, label') !== null;
    if (href === undefined || onControl || !isPlainClick(event) || getSelection()?.toString() !== '') return;
    goTo(href);
  };
  return (
    // The row is a larger target for the mouse; the link in it is what the keyboard uses.
    <tr role="row" className={href === undefined ? undefined : styles.opens} onClick={openByRow}>
      {table.selection && <SelectCell id={id} selection={table.selection} />}
      {visible.map((column) => {
        const content = column.cell(row);
        const linked = column === title && href !== undefined;
        return (
          <td
            key={column.key}
            role="cell"
            data-label={column.header}
            data-phone={column === title ? 'title' : column.phone}
            className={cx(styles[column.align ?? 'start'], column.screenOnly && 'k-no-print')}
          >
            {linked ? (
              <AppLink href={href} className={styles.rowLink} data-row-link>
                {content}
              </AppLink>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

function SelectCell({ id, selection }: { readonly id: string; readonly selection: TableSelection }) {
  const toggle = () => {
    const ids = new Set(selection.ids);
    if (!ids.delete(id)) ids.add(id);
    selection.onChange(ids);
  };
  return (
    <td role="cell" className={styles.select} data-phone="select">
      <Checkbox checked={selection.ids.has(id)} onChange={toggle} aria-label="Chọn dòng này" />
    </td>
  );
}

interface SelectAllProps<Row> {
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly selection: TableSelection;
}

function SelectAll<Row>({ rows, rowId, selection }: SelectAllProps<Row>) {
  const ids = rows.map(rowId);
  const all = ids.length > 0 && ids.every((id) => selection.ids.has(id));
  const some = ids.some((id) => selection.ids.has(id));
  return (
    <th role="columnheader" scope="col" className={styles.select}>
      <Checkbox
        checked={all}
        indeterminate={some && !all}
        onChange={() => selection.onChange(new Set(all ? [] : ids))}
        aria-label={all ? 'Bỏ chọn tất cả' : 'Chọn tất cả các dòng đang thấy'}
      />
    </th>
  );
}

function skeletonRows(cells: number): ReactNode {
  return Array.from({ length: 6 }, (_, row) => (
    <tr key={row} role="row">
      {Array.from({ length: cells }, (_unused, cell) => (
        <td key={cell} role="cell">
          <Skeleton height={14} width={cell === 0 ? '80%' : '55%'} />
        </td>
      ))}
    </tr>
  ));
}

/** Arrows go from row to row; Enter opens, as on every link. */
function moveByArrows(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  links[event.key === 'ArrowDown' ? at + 1 : at - 1]?.focus();
}
