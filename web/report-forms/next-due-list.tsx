import { useSession } from '../platform/session.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { upperFirst } from '../ui/words.ts';
import { daysLeft, formatDay, weekdayName } from '#domain/kernel/day.ts';
import type { AskedForm } from '#domain/reports/asked-periods.ts';
import type { DueRule } from '#domain/reports/due.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { nextDueDays, useWorkCalendar } from './due-days.ts';
import styles from './report-forms.module.css';

interface NextDueListProps {
  readonly form: AskedForm;
  readonly rule: DueRule;
}

/** What a due rule comes to: the next three days, weekends and days off known. */
export function NextDueList({ form, rule }: NextDueListProps) {
  const { today } = useSession();
  const calendar = useWorkCalendar();
  if (calendar === null) return <PageSkeleton />;
  const next = nextDueDays(form, { rule, calendar, today });
  if (next.length === 0) return <p className="k-small">Biểu này không còn kỳ nào đến hạn.</p>;
  return (
    <ul className={styles.plain} aria-label="Ba hạn gần nhất">
      {next.map(({ period, due }) => (
        <li key={period.from}>
          <b>{formatDay(due)}</b> ({weekdayName(due)}, {daysLeft(due, today).toLocaleLowerCase('vi')}):{' '}
          {upperFirst(periodWords(form.periodKind, period))}
        </li>
      ))}
    </ul>
  );
}
