import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePermission } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type FormRow, PeriodSelect } from '../ui/report-choice.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { upperFirst } from '../ui/words.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { flagsOf, isSent } from '#domain/reports/matrix-words.ts';
import { reportStateWords } from '#domain/reports/report.workflow.ts';
import {
  type MatrixAnswer,
  type MatrixPeriod,
  type MatrixUnit,
  type OwedCell,
  toneOf,
} from './cell-words.ts';
import { percent } from './matrix-card.tsx';
import { PeriodActions } from './period-actions.tsx';
import styles from './report-matrix.module.css';

export interface OwedRow {
  readonly unit: MatrixUnit['unit'];
  readonly cell: OwedCell;
}

interface PeriodCardProps {
  readonly form: FormRow;
  readonly data: MatrixAnswer;
  /** Which of the periods. */
  readonly at: number;
  /** The units that are shown of those that there are. */
  readonly units: readonly MatrixUnit[];
}

const rowsOf = (units: readonly MatrixUnit[], at: number): OwedRow[] =>
  units.flatMap(({ unit, cells }) => {
    const cell = cells[at] ?? null;
    return cell === null ? [] : [{ unit, cell }];
  });

/** One period: every unit that owes it, and what may be done about one or many. */
export function PeriodCard({ form, data, at, units }: PeriodCardProps) {
  const { change } = useUrlState();
  const reviews = usePermission('unit_report.review');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const period = data.periods[at];
  if (period === undefined) return null;
  const rows = rowsOf(units, at);
  const chosen = rows.filter((row) => ids.has(row.unit.id));
  const close = () => change({ ky: undefined }, 'push');
  return (
    <div className="k-stack">
      <Card title={upperFirst(period.words)} aside={`hạn ${formatDay(period.due)}`} flush>
        <div className={`${styles.periods} k-no-print`}>
          <PeriodSelect form={form} periods={data.periods.toReversed()} chosen={period.from} />
          <Button variant="default" className="k-office-only" onClick={close}>
            Xem mọi kỳ
          </Button>
          {reviews && (
            <PeriodActions
              form={form}
              period={period}
              rows={rows}
              chosen={chosen}
              onDone={() => setIds(new Set())}
            />
          )}
        </div>
        <PeriodSums period={period} />
        <p className={`${styles.reminded} k-small`}>{remindedWords(period.reminded)}</p>
      </Card>
      <DataTable<OwedRow>
        name="report-period"
        label={`Báo cáo ${period.words}`}
        unit="đơn vị"
        columns={columns}
        rows={rows}
        rowId={(row) => row.unit.id}
        total={rows.length}
        {...(reviews && { selection: { ids, onChange: setIds } })}
        empty={
          <EmptyState title="Không có đơn vị nào">
            Không đơn vị nào phải gửi kỳ này, hoặc không đơn vị nào quá hạn.
          </EmptyState>
        }
      />
    </div>
  );
}

/** Completeness and timeliness with what they are shares of. */
function PeriodSums({ period }: { readonly period: MatrixPeriod }) {
  const { expected, received, onTime } = period;
  const all: [string, string][] = [
    ['Đã gửi', `${received}/${expected} (${percent(received, expected)})`],
    ['Đúng hạn', `${onTime}/${expected} (${percent(onTime, expected)})`],
    ['Gửi rỗng hoặc chép kỳ trước', formatNumber(period.hollow)],
    ['Báo không phát sinh', formatNumber(period.nothingToReport)],
  ];
  return (
    <dl className={styles.sums}>
      {all.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "Đã nhắc 12 đơn vị theo lịch, 3 đơn vị nhắc riêng. Lần nhắc theo lịch tới: 13/04/2026." */
function remindedWords({ byRule, byHand, next }: MatrixPeriod['reminded']): string {
  const told = [
    byRule > 0 ? `${formatNumber(byRule)} đơn vị theo lịch` : null,
    byHand > 0 ? `${formatNumber(byHand)} đơn vị nhắc riêng` : null,
  ].filter((part) => part !== null);
  const past = told.length > 0 ? `Đã nhắc ${told.join(', ')}.` : 'Chưa nhắc đơn vị nào.';
  return next === null ? past : `${past} Lần nhắc theo lịch tới: ${formatDay(next)}.`;
}

const columns: readonly TableColumn<OwedRow>[] = [
  { key: 'unit', header: 'Đơn vị', cell: (row) => row.unit.name },
  { key: 'state', header: 'Trạng thái', cell: ({ cell }) => <CellBadges cell={cell} /> },
  {
    key: 'open',
    screenOnly: true,
    header: 'Báo cáo',
    align: 'end',
    cell: ({ unit, cell }) =>
      cell.reportId === null ? (
        <span className="k-small">Chưa bắt đầu</span>
      ) : (
        <AppLink href={`/bao-cao/${cell.reportId}`} data-row-link>
          {isSent(cell) ? 'Đọc báo cáo' : 'Xem bản đang soạn'}
          <span className="k-hidden"> của {unit.name}</span>
        </AppLink>
      ),
  },
];

function CellBadges({ cell }: { readonly cell: OwedCell }) {
  return (
    <span className={styles.badges}>
      <StateBadge tone={toneOf(cell)}>{reportStateWords[cell.state]}</StateBadge>
      {flagsOf(cell).map(({ words, warns }) => (
        <StateBadge key={words} tone={warns ? 'warn' : 'neutral'}>
          {upperFirst(words)}
        </StateBadge>
      ))}
    </span>
  );
}
