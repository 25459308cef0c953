import { Button } from '@mantine/core';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow, Due } from '../ui/card.tsx';
import { daysLeft, formatDay } from '#domain/kernel/day.ts';
import { type ReportRow, ReportStateBadge } from './report-words.tsx';
import styles from './reports.module.css';

interface RowsProps {
  readonly rows: readonly ReportRow[];
}

export const toWrite = (row: ReportRow): boolean =>
  row.canWrite && (row.state === 'not_started' || row.state === 'draft' || row.state === 'returned');

/** What my units still have to write. */
export function MyReports({ rows }: RowsProps) {
  const { today } = useSession();
  const mine = rows.filter(toWrite).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (mine.length === 0) return null;
  return (
    <Card title="Báo cáo tôi phải viết" aside={mine.length} flush>
      <ul className={styles.rows} aria-label="Báo cáo tôi phải viết">
        {mine.map((row, at) => (
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
              action={<WriteButton row={row} first={at === 0} />}
            />
          </li>
        ))}
      </ul>
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
