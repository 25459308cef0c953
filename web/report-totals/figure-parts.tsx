import { Button } from '@mantine/core';
import { useUrlState } from '../platform/url-state.ts';
import { Card, Remark } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { formatFigure } from '#domain/reports/figure-text.ts';
import { partHref, partName } from './part-words.ts';
import {
  type AskedTotals,
  partsAnchor,
  type TotalFigure,
  type TotalPart,
  type Totals,
} from './totals-address.ts';
import styles from './report-totals.module.css';

interface FigurePartsProps {
  readonly asked: AskedTotals;
  readonly totals: Totals;
  /** Which of the figures. */
  readonly at: number;
}

/** One figure taken apart: own and below, each opened to its report or to the parts below it. */
export function FigureParts({ asked, totals, at }: FigurePartsProps) {
  const { change } = useUrlState();
  const figure = totals.figures[at];
  if (figure === undefined) return null;
  const value =
    figure.value === null ? 'không cộng' : `${formatFigure(figure.value, figure.decimals)} ${figure.unit}`;
  return (
    <>
      <div id={partsAnchor} className={styles.opened}>
        <Card title={`${figure.label}: ${value}`}>
          <div className={styles.intro}>
            <p>{figure.definition}</p>
            <HowAdded figure={figure} totals={totals} />
            <Button
              variant="default"
              className="k-no-print"
              onClick={() => change({ so: undefined }, 'push')}
            >
              Đóng từng phần
            </Button>
          </div>
        </Card>
      </div>
      <DataTable<TotalPart>
        name="report-figure-parts"
        label={`Từng phần của ${figure.label}`}
        unit="phần"
        columns={columnsFor(totals, figure, at)}
        rows={totals.parts}
        rowId={(part) => `${part.unit?.id ?? ''} ${part.part}`}
        rowHref={(part) => partHref(asked, part, figure.code)}
        empty={
          <EmptyState title="Chưa có báo cáo nào">
            Chưa đơn vị nào trong phạm vi này phải gửi hoặc đã gửi báo cáo của kỳ.
          </EmptyState>
        }
      />
    </>
  );
}

function HowAdded({ figure, totals }: { readonly figure: TotalFigure; readonly totals: Totals }) {
  if (figure.source === 'share')
    return <Remark>Tỷ lệ không cộng: được tính lại từ tổng của tử số và tổng của mẫu số ở mỗi cấp.</Remark>;
  if (figure.value === null)
    return (
      <Remark>Chỉ tiêu này không cộng qua các đơn vị (cộng lên sẽ đếm trùng); chỉ xem ở từng báo cáo.</Remark>
    );
  if (totals.missing.length > 0)
    return (
      <p className="k-small">
        Chưa có phần của {formatNumber(totals.missing.length)} đơn vị còn thiếu báo cáo.
      </p>
    );
  return null;
}

function columnsFor(totals: Totals, figure: TotalFigure, at: number): readonly TableColumn<TotalPart>[] {
  const adds = figure.source !== 'share' && figure.value !== null;
  return [
    { key: 'unit', header: 'Đơn vị', cell: (part) => partName(part, totals) },
    {
      key: 'value',
      header: `Số (${figure.unit})`,
      align: 'end',
      cell: (part) => {
        const exact = part.values[at] ?? null;
        return <b className={styles.number}>{exact === null ? '–' : formatFigure(exact, figure.decimals)}</b>;
      },
    },
    ...(adds
      ? [
          {
            key: 'share',
            header: 'Phần trong tổng',
            align: 'end' as const,
            cell: (part: TotalPart) => <ShareOf part={part.values[at] ?? null} whole={figure.value} />,
          },
        ]
      : []),
    {
      key: 'reports',
      header: 'Báo cáo',
      align: 'end',
      cell: (part) => `${formatNumber(part.reports)}/${formatNumber(part.expected)}`,
    },
  ];
}

function ShareOf({ part, whole }: { readonly part: string | null; readonly whole: string | null }) {
  const share = part === null || whole === null || Number(whole) === 0 ? null : Number(part) / Number(whole);
  if (share === null) return '–';
  return (
    <span className={styles.number}>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
      </span>
      {formatNumber(Math.round(share * 1000) / 10, 1)} %
    </span>
  );
}
