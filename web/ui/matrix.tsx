import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cx } from './cx.ts';
import styles from './matrix.module.css';

export type CellState = 'ok' | 'late' | 'missing' | 'waiting' | 'not_due' | 'not_applicable';

/** A cell as the server sends it: short text to see, whole words to hear. */
export interface MatrixCell {
  readonly state: CellState;
  readonly text: string;
  readonly words: string;
  readonly link: string | null;
  /** Shown instead of the text where a sign and a word stand in a cell; the text is what is heard. */
  readonly content?: ReactNode;
}

export interface MatrixRow {
  readonly id: string;
  readonly head: ReactNode;
  /** Plain figures between the name and the cells, e.g. "6 / 5". */
  readonly figures?: readonly ReactNode[];
  readonly cells: readonly MatrixCell[];
}

/** A column with a second line below its name, e.g. its date. */
export interface MatrixColumn {
  readonly label: string;
  readonly detail: string;
  /** Opens what stands in the column. */
  readonly href?: string;
}

interface MatrixProps {
  readonly label: string;
  readonly headLabel: string;
  readonly figureLabels?: readonly string[];
  readonly columns: readonly (string | MatrixColumn)[];
  readonly rows: readonly MatrixRow[];
  /** Sums of the columns above the rows, each with its name. */
  readonly sums?: readonly { readonly head: string; readonly cells: readonly ReactNode[] }[];
}

const stateClass: Record<CellState, string | undefined> = {
  ok: styles.ok,
  late: styles.late,
  missing: styles.missing,
  waiting: styles.waiting,
  not_due: styles.off,
  not_applicable: styles.off,
};

/** Who did, who has not, how late: units down, steps or periods across; a cell opens. */
export function Matrix({ label, headLabel, figureLabels = [], columns, rows, sums = [] }: MatrixProps) {
  return (
    // It scrolls sideways on narrow screens: the keyboard must be able to reach it.
    <section className={styles.scroll} tabIndex={0} aria-label={`${label} (bảng cuộn ngang)`}>
      <table className={styles.matrix} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{headLabel}</th>
            {figureLabels.map((name) => (
              <th key={name} scope="col" className={styles.figure}>
                {name}
              </th>
            ))}
            {columns.map((column) => (
              <th key={columnKey(column)} scope="col" className={styles.center}>
                <ColumnHead column={column} />
              </th>
            ))}
          </tr>
        </thead>
        {sums.length > 0 && (
          <tbody className={styles.sums}>
            {sums.map((line) => (
              <tr key={line.head}>
                <th scope="row">{line.head}</th>
                {figureLabels.map((name) => (
                  <td key={name} />
                ))}
                {line.cells.map((cell, index) => (
                  <td key={columnKey(columns[index] ?? '')} className={styles.center}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        )}
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.head}</th>
              {row.figures?.map((figure, index) => (
                <td key={figureLabels[index]} className={styles.figure}>
                  {figure}
                </td>
              ))}
              {row.cells.map((cell, index) => (
                <td key={columnKey(columns[index] ?? '')} className={styles.center}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnHead({ column }: { readonly column: string | MatrixColumn }) {
  if (typeof column === 'string') return column;
  const name =
    column.href === undefined ? column.label : <AppLink href={column.href}>{column.label}</AppLink>;
  return (
    <>
      {name} <span className={styles.detail}>{column.detail}</span>
    </>
  );
}

function columnKey(column: string | MatrixColumn): string {
  return typeof column === 'string' ? column : `${column.label} ${column.detail}`;
}

function Cell({ cell }: { readonly cell: MatrixCell }) {
  const className = cx(styles.cell, stateClass[cell.state]);
  if (cell.link !== null) {
    return (
      <AppLink
        href={cell.link}
        className={className}
        title={cell.words}
        aria-label={`${cell.text}: ${cell.words}`}
      >
        {cell.content ?? cell.text}
      </AppLink>
    );
  }
  return (
    <span className={className} title={cell.words} role="img" aria-label={cell.words}>
      {cell.content ?? cell.text}
    </span>
  );
}

const legend: readonly (readonly [CellState, string, string])[] = [
  ['ok', '✓', 'đã làm'],
  ['late', '+3', 'làm muộn (số ngày)'],
  ['waiting', '5/6', 'đang làm'],
  ['missing', '✕', 'quá hạn, chưa làm'],
  ['not_due', '–', 'chưa đến hạn'],
];

/** What the signs of the matrix mean. */
export function MatrixLegend() {
  return (
    <ul className={styles.legend} aria-label="Chú giải">
      {legend.map(([state, text, words]) => (
        <li key={state}>
          <span className={cx(styles.cell, stateClass[state])} aria-hidden="true">
            {text}
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
