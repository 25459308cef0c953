import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import type { Block, PaperTable, Run, TableCell } from '#domain/documents/paper.ts';
import styles from './paper.module.css';

/** Where words stand in a paper: its block, and the item of a list. */
export interface WordsPlace {
  readonly index: number;
  readonly item?: number;
}

/** How words are put down: printed, or open to be changed. */
export interface Pen {
  readonly words: (runs: readonly Run[], place: WordsPlace) => ReactNode;
  readonly title: (title: string, place: WordsPlace) => ReactNode;
  /** Words that are never changed by hand: tables come from the register. */
  readonly fixed: (runs: readonly Run[]) => ReactNode;
}

interface PaperBlockProps {
  readonly block: Block;
  readonly index: number;
  readonly pen: Pen;
}

const headingTags = ['h3', 'h3', 'h4', 'h5'] as const;

export function PaperBlock({ block, index, pen }: PaperBlockProps) {
  switch (block.kind) {
    case 'heading': {
      const Tag = headingTags[block.level];
      const apart = block.level === 0 && block.number !== '';
      return (
        <Tag className={cx(block.level > 0 && styles.heading)} data-level={block.level}>
          {block.number}
          {apart ? <br /> : ' '}
          {pen.title(block.title, { index })}
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p
          className={cx(
            block.align === 'justify' ? styles.text : styles[block.align],
            block.indent === 'firstLine' && block.align !== 'center' && styles.firstLine,
          )}
        >
          {pen.words(block.runs, { index })}
        </p>
      );
    case 'list':
      return block.items.map((item, at) => (
        // Items of a paper never change places.
        // eslint-disable-next-line react/no-array-index-key
        <p key={at} className={cx(styles.text, styles.firstLine)}>
          - {pen.words(item, { index, item: at })}
        </p>
      ));
    case 'table':
      return <PrintedTable table={block} pen={pen} />;
    case 'pageBreak':
    case 'appendix':
      return null;
  }
}

function PrintedTable({ table, pen }: { readonly table: PaperTable; readonly pen: Pen }) {
  const widths = table.columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className={styles.tableFrame} role="region" aria-label={table.caption ?? 'Bảng'} tabIndex={0}>
      <table className={styles.table}>
        {table.caption !== undefined && <caption>{table.caption}</caption>}
        <colgroup>
          {table.columns.map((column, at) => (
            // eslint-disable-next-line react/no-array-index-key
            <col key={at} style={{ width: `${(column.width / widths) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          {table.headerRows.map((row, at) => (
            // eslint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {row.map((cell, place) => (
                // eslint-disable-next-line react/no-array-index-key
                <th key={place} scope="col" colSpan={cell.columns ?? 1} rowSpan={cell.rows ?? 1}>
                  {pen.fixed(cell.runs)}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // eslint-disable-next-line react/no-array-index-key
            <TableLine key={at} row={row} table={table} pen={pen} />
          ))}
          {table.totalRow !== undefined && <TableLine row={table.totalRow} table={table} pen={pen} total />}
        </tbody>
      </table>
    </div>
  );
}

interface TableLineProps {
  readonly row: readonly TableCell[];
  readonly table: PaperTable;
  readonly pen: Pen;
  readonly total?: boolean;
}

function TableLine({ row, table, pen, total = false }: TableLineProps) {
  const starts = row.map((_, at) => row.slice(0, at).reduce((sum, cell) => sum + (cell.columns ?? 1), 0));
  return (
    <tr className={total ? styles.total : undefined}>
      {row.map((cell, at) => {
        const align = cell.align ?? table.columns[starts[at] ?? 0]?.align ?? 'left';
        return (
          <td
            // eslint-disable-next-line react/no-array-index-key
            key={at}
            colSpan={cell.columns ?? 1}
            rowSpan={cell.rows ?? 1}
            className={align === 'justify' ? styles.left : styles[align]}
          >
            {pen.fixed(cell.runs)}
          </td>
        );
      })}
    </tr>
  );
}
