import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

/** For whoever receives reports: the next one of the same form and period that waits. */
export function NextInQueue({ report }: { readonly report: Report }) {
  const reviews = usePermission('unit_report.review');
  const wanted = reviews && !report.canWrite && report.state !== 'draft';
  const { period, form } = report;
  const queue = useApiQuery(
    'GET /api/reports/matrix',
    { query: { formId: form.id, from: period.from, to: period.to, size: 500 } },
    { enabled: wanted },
  );
  if (!wanted || queue.data === undefined) return null;
  const at = queue.data.periods.findIndex((one) => one.from === period.from);
  const waiting = queue.data.units.flatMap(({ unit, cells }) => {
    const cell = cells[at];
    return cell?.state === 'submitted' && cell.reportId !== null && cell.reportId !== report.id
      ? [{ unit, id: cell.reportId }]
      : [];
  });
  const own = queue.data.units.findIndex(({ unit }) => unit.id === report.unit.id);
  const place = (unitId: string) => queue.data?.units.findIndex(({ unit }) => unit.id === unitId) ?? 0;
  const next = waiting.find(({ unit }) => place(unit.id) > own) ?? waiting[0];
  return (
    <nav className={`${styles.queue} k-no-print`} aria-label="Báo cáo chờ tiếp nhận">
      {next === undefined ? (
        <span>Không còn báo cáo nào khác của {period.words} chờ tiếp nhận.</span>
      ) : (
        <>
          <span>Còn {waiting.length} báo cáo khác chờ tiếp nhận.</span>
          <AppLink href={`/bao-cao/${next.id}`}>Báo cáo tiếp theo: {next.unit.shortName}</AppLink>
        </>
      )}
    </nav>
  );
}
