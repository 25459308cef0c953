import { Checkbox } from '@mantine/core';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Matrix, MatrixLegend } from '../ui/matrix.tsx';
import { reportCell } from '#domain/campaigns/matrix-cells.ts';
import { dayInVietnam, formatDay } from '#domain/kernel/day.ts';
import type { ReportRow } from './report-words.tsx';
import styles from './reports.module.css';

interface UnitReports {
  readonly unit: ReportRow['unit'];
  readonly byKind: ReadonlyMap<ReportRow['kind'], ReportRow>;
}

function byUnit(rows: readonly ReportRow[]): UnitReports[] {
  const units = new Map<string, { unit: ReportRow['unit']; byKind: Map<ReportRow['kind'], ReportRow> }>();
  for (const row of rows) {
    const entry = units.get(row.unit.id) ?? { unit: row.unit, byKind: new Map() };
    entry.byKind.set(row.kind, row);
    units.set(row.unit.id, entry);
  }
  return [...units.values()];
}

/** Every unit that owes a report, also those that have not begun: who did, who has not, how late. */
export function ReportMatrix({ rows }: { readonly rows: readonly ReportRow[] }) {
  const { today } = useSession();
  const { words, change } = useUrlState();
  const onlyLate = words['cham'] === '1';
  const kinds = (['mid_year', 'year_end'] as const).flatMap((kind) => {
    const sample = rows.find((row) => row.kind === kind);
    return sample === undefined ? [] : [{ kind, name: sample.kindName, due: sample.due }];
  });
  const cellOf = (row: ReportRow | undefined) => {
    if (row === undefined)
      return { state: 'not_applicable' as const, text: '–', words: 'Không phải gửi', link: null };
    const submittedOn = row.submittedAt === null ? null : dayInVietnam(row.submittedAt);
    const cell = reportCell({ state: row.state, submittedOn, due: row.due, today });
    return { ...cell, link: row.id === null ? null : `/bao-cao/${row.id}` };
  };
  const units = byUnit(rows).map((entry) => ({
    entry,
    cells: kinds.map(({ kind }) => cellOf(entry.byKind.get(kind))),
  }));
  const wrong = units.filter(({ cells }) =>
    cells.some((cell) => cell.state === 'missing' || cell.state === 'late'),
  );
  const many = units.length > 1;
  const shown = onlyLate && many ? wrong : units;
  return (
    <Card
      title={many ? 'Tất cả đơn vị' : 'Các báo cáo trong năm'}
      aside={many && `${units.length} đơn vị, ${wrong.length} chậm hoặc thiếu`}
      flush
    >
      {many && (
        <div className={`${styles.tools} k-no-print`}>
          <Checkbox
            label="Chỉ đơn vị chậm, thiếu"
            checked={onlyLate}
            onChange={(event) => change({ cham: event.currentTarget.checked ? '1' : undefined })}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState title="Không có đơn vị nào chậm">Các báo cáo đã đến hạn đều đã gửi.</EmptyState>
      ) : (
        <>
          <Matrix
            label="Báo cáo của các đơn vị"
            headLabel="Đơn vị"
            columns={kinds.map((kind) => ({
              label: kind.name,
              detail: `hạn ${formatDay(kind.due).slice(0, 5)}`,
            }))}
            rows={shown.map(({ entry, cells }) => ({ id: entry.unit.id, head: entry.unit.shortName, cells }))}
          />
          <MatrixLegend />
        </>
      )}
    </Card>
  );
}
