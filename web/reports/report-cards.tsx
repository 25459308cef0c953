import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow, Due } from '../ui/card.tsx';
import { TablePager } from '../ui/data-table-parts.tsx';
import { rowsOfPage, useTableUrl } from '../ui/table-url.ts';
import { daysLeft, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { type ReportRow, ReportStateBadge } from './report-words.tsx';
import styles from './reports.module.css';

interface MyReportsProps {
  readonly rows: readonly ReportRow[];
  /** What is owed beyond these rows, by form. */
  readonly left: OwedAnswer['left'];
}

type OwedAnswer = ApiResponse<'GET /api/reports/owed'>;

export const toWrite = (row: ReportRow): boolean =>
  row.canWrite && (row.state === 'not_started' || row.state === 'draft' || row.state === 'returned');

/** What my units still have to write. */
export function MyReports({ rows, left }: MyReportsProps) {
  const { today } = useSession();
  const table = useTableUrl();
  const mine = rows.filter(toWrite).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (mine.length === 0) return null;
  return (
    <Card title="Báo cáo tôi phải viết" aside={formatNumber(mine.length)} flush>
      <ul className={styles.rows} aria-label="Báo cáo tôi phải viết">
        {rowsOfPage(mine, table).map((row) => (
          <li key={`${row.form.id} ${row.period.from} ${row.unit.id}`}>
            <CardRow
              lead={
                <Due
                  left={daysLeft(row.due, today)}
                  day={formatDay(row.due)}
                  late={row.late || row.due < today}
                />
              }
              badge={row.state === 'returned' && <ReportStateBadge state={row.state} late={false} />}
              title={`${row.form.name}, ${row.period.words}`}
              detail={row.unit.name}
              action={<WriteButton row={row} first={row === mine[0]} />}
            />
          </li>
        ))}
      </ul>
      {mine.length > table.size && <TablePager paging={table} total={mine.length} exact />}
      {left.map(({ form, count }) => (
        <p key={form.id} className={`${styles.left} k-small`}>
          Còn {formatNumber(count)} báo cáo nữa của các kỳ trước:{' '}
          <AppLink href={`/bao-cao/theo-doi?formId=${form.id}`}>{form.name}</AppLink>
        </p>
      ))}
    </Card>
  );
}

/** Red is for one thing on a page: what is due first. */
function WriteButton({ row, first }: { readonly row: ReportRow; readonly first: boolean }) {
  const goTo = useGoTo();
  const begin = useApiCommand('POST /api/reports', {
    problems: 'notice',
    onSuccess: (done) => goTo(`/bao-cao/${done.id}`),
  });
  const label =
    row.state === 'not_started' ? 'Viết báo cáo' : row.state === 'draft' ? 'Viết tiếp' : 'Sửa lại';
  const name = `${label}: ${row.form.name}, ${row.period.words}, ${row.unit.shortName}`;
  const variant = first ? 'filled' : 'default';
  if (row.id !== null) {
    return (
      <Button variant={variant} component={AppLink} href={`/bao-cao/${row.id}`} aria-label={name}>
        {label}
      </Button>
    );
  }
  return (
    <Button
      variant={variant}
      loading={begin.pending}
      aria-label={name}
      onClick={() =>
        begin.run({ body: { formId: row.form.id, unitId: row.unit.id, periodFrom: row.period.from } })
      }
    >
      {label}
    </Button>
  );
}
