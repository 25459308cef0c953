import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { cx } from '../ui/cx.ts';
import { Passages } from '../ui/passages-card.tsx';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { approximationWords, figureKindWords } from '#domain/figures/reported-figure.ts';
import { formatNumber, formatShare } from '#domain/kernel/numbers.ts';
import type { FigureSet } from './figure-set.page.tsx';
import { nestFigures } from './figure-tree.ts';
import styles from './figures.module.css';

type Figure = FigureSet['figures'][number];

interface FigureTableProps {
  readonly figures: readonly Figure[];
  readonly checks: FigureSet['checks'];
}

/** Totals with their parts below them; each figure with what it means and the words of the paper. */
export function FigureTable({ figures, checks }: FigureTableProps) {
  const [first] = figures;
  const wasRead = useWasRead(first?.id);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Số liệu</th>
          <th scope="col" className={styles.value}>
            Giá trị
          </th>
          <th scope="col">Là gì</th>
        </tr>
      </thead>
      <tbody>
        {nestFigures(figures).map(({ figure, depth }) => {
          const mine = checks.filter((check) => check.figureId === figure.id);
          const whole = figure.outOfId === null ? undefined : byId.get(figure.outOfId);
          return (
            <tr key={figure.id} className={cx(mine.some((check) => !check.ok) && styles.wrong)}>
              <th scope="row" style={{ paddingLeft: `${1.125 + depth * 1.5}rem` }}>
                {depth > 0 && <span className="k-hidden">Trong đó: </span>}
                {figure.label}
              </th>
              <td className={styles.value}>
                {approximationWords[figure.approx]}{' '}
                <b>{whole ? formatShare(figure.value, whole.value) : formatNumber(figure.value, 4)}</b>{' '}
                {figure.unit}
              </td>
              <td>
                <div>{figure.definition}</div>
                <div className="k-small">
                  {[
                    figureKindWords[figure.kind],
                    figure.baseField === null ? null : baseFieldWords[figure.baseField],
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {figure.asWritten !== '' && <div className="k-small">Văn bản viết: “{figure.asWritten}”</div>}
                {wasRead && <FigurePassage figure={figure} />}
                {mine.filter(worthSaying).map((check) => (
                  <div key={check.rule} className={check.ok ? 'k-small' : styles.wrongWords}>
                    {check.ok ? `Khớp: ${check.message}` : check.message}
                  </div>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** All figures of a set were read from one paper, or all were typed: the first one tells. */
function useWasRead(figureId: string | undefined): boolean {
  const passages = useApiQuery(
    'GET /api/passages',
    { query: { figureId } },
    { staleTime: 60_000, enabled: figureId !== undefined },
  );
  return (passages.data?.items.length ?? 0) > 0;
}

/** Where the number stands in its paper; asked for only when somebody wants to see it. */
function FigurePassage({ figure }: { readonly figure: Figure }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${styles.passageButton} k-no-print`}
        aria-expanded={opened}
        aria-label={`Đoạn văn đã trích: ${figure.label}`}
        onClick={() => setOpened((was) => !was)}
      >
        Đoạn văn đã trích
      </button>
      {opened && <Passages of={{ figureId: figure.id }} />}
    </>
  );
}

/** A share that fits is already printed as one; a sum that fits is worth knowing. */
function worthSaying(check: FigureSet['checks'][number]): boolean {
  return !check.ok || check.rule === 'parts_sum';
}
