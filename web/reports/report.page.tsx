import { useState } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { formatInstant } from '../platform/time.ts';
import { Card } from '../ui/card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { ReportActions } from './report-actions.tsx';
import { FigureTable } from './report-figures.tsx';
import { NarrativeText, ReportForm } from './report-narrative.tsx';
import { type Report, ReportStateBadge } from './report-words.tsx';
import styles from './reports.module.css';

/** A unit's report: figures counted from the register or entered, texts to write, last time's beside them. */
export function ReportPage() {
  const id = usePathParam('id');
  const report = useApiQuery('GET /api/reports/:id', { params: { id } });
  return <Loaded query={report}>{(data) => <ReportRecord key={data.id} report={data} />}</Loaded>;
}

function ReportRecord({ report }: { readonly report: Report }) {
  const [flush, setFlush] = useState<(() => Promise<boolean>) | null>(null);
  const writable = report.canWrite && (report.state === 'draft' || report.state === 'returned');
  return (
    <RecordPage
      title={`${report.form.name}, ${report.period.words}`}
      crumbs={[{ label: 'Báo cáo', href: '/bao-cao' }, { label: report.unit.shortName }]}
      subtitle={`${report.unit.name} · hạn ${formatDay(report.due)}${report.extended ? ' (đã gia hạn)' : ''}`}
      badges={<ReportStateBadge state={report.state} late={report.late} />}
      actions={<ReportActions report={report} beforeSubmit={flush} />}
      notice={
        report.returnReason !== null && report.state === 'returned' ? (
          <>
            <b>Bị trả lại:</b> {report.returnReason}
            {report.pins.map((pin) => (
              <p key={pin.text} className="k-small">
                {pinned(report, pin)}: {pin.text}
              </p>
            ))}
          </>
        ) : null
      }
    >
      {writable ? (
        <ReportForm report={report} onReady={setFlush} />
      ) : (
        <>
          <FigureTable figures={report.figures} />
          <NarrativeText report={report} />
        </>
      )}
      {report.evidence.length > 0 && <Evidence report={report} />}
      <Card title="Diễn biến" className="k-no-print">
        {report.history.length === 0 ? (
          <p className="k-small">Chưa có diễn biến nào.</p>
        ) : (
          <Timeline
            entries={report.history.map((entry) => ({
              id: entry.id,
              when: formatInstant(entry.at),
              title: entry.label,
              detail: [entry.actorName, entry.reason].filter(Boolean).join(' · '),
            }))}
          />
        )}
      </Card>
    </RecordPage>
  );
}

/** The figure or the section that a reason is pinned to. */
function pinned(report: Report, pin: Report['pins'][number]): string {
  return (
    report.figures.find((one) => one.code === pin.indicator)?.label ??
    report.sections.find((one) => one.code === pin.section)?.title ??
    ''
  );
}

function Evidence({ report }: { readonly report: Report }) {
  return (
    <Card title="Tài liệu kèm theo" aside={report.evidence.length}>
      <ul className={styles.files}>
        {report.evidence.map((one) => (
          <li key={one.id}>
            <a href={apiHref('GET /api/files/:id', { params: { id: one.file.id }, query: {} })}>
              {one.caption || one.file.name}
            </a>{' '}
            <span className="k-small">
              {one.addedBy}, {formatInstant(one.addedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
