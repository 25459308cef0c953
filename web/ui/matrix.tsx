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
}

interface MatrixProps {
  readonly label: string;
  readonly headLabel: string;
  readonly figureLabels?: readonly string[];
  readonly columns: readonly (string | MatrixColumn)[];
  readonly rows: readonly MatrixRow[];
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
export function Matrix({ label, headLabel, figureLabels = [], columns, rows }: MatrixProps) {
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
                {typeof column === 'string' ? (
                  column
                ) : (
                  <>
                    {column.label} <span className={styles.detail}>{column.detail}</span>
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
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
        {cell.text}
      </AppLink>
    );
  }
  return (
    <span className={className} title={cell.words} role="img" aria-label={cell.words}>
      {cell.text}
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
