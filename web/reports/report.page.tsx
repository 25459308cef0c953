import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { usePermission } from '../platform/session.ts';
import { formatInstant } from '../platform/time.ts';
import { RecordPage, Loaded } from '../ui/record-page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { upperFirst } from '../ui/words.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { NextInQueue } from './next-in-queue.tsx';
import { ReturnedNotice } from './pin-notes.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportDifferences } from './report-differences.tsx';
import { ReportEditor } from './report-editor.tsx';
import { ReportEvidence } from './report-evidence.tsx';
import { ReportPast } from './report-past.tsx';
import { useNewPins } from './report-pins.ts';
import { ReportReading } from './report-reading.tsx';
import { type Report, ReportStateBadge } from './report-words.tsx';
import { SentBefore } from './sent-before.tsx';

/** A unit's report: written by the unit, read and answered by whoever asked for it. */
export function ReportPage() {
  const id = usePathParam('id');
  const [readings, setReadings] = useState(0);
  const report = useApiQuery('GET /api/reports/:id', { params: { id } }, { staleTime: 0 });
  // A draft is written on from what the server has now, never from what an earlier visit left behind.
  const fresh = { ...report, data: report.fetchedHere ? report.data : undefined };
  const reload = () => void report.reload().then(() => setReadings((times) => times + 1));
  return (
    <Loaded query={fresh}>
      {(data) => <ReportRecord key={`${data.id} ${readings}`} report={data} onReload={reload} />}
    </Loaded>
  );
}

interface ReportRecordProps {
  readonly report: Report;
  readonly onReload: () => void;
}

function ReportRecord({ report, onReload }: ReportRecordProps) {
  const writable = report.canWrite && (report.state === 'draft' || report.state === 'returned');
  const reviews = usePermission('unit_report.review');
  const pins = useNewPins(report.id);
  const returnable = report.actions.some((one) => one.action === 'return' && one.allowed);
  return (
    <RecordPage
      title={`${report.form.name}, ${report.period.words}`}
      crumbs={[
        { label: 'Báo cáo', href: '/bao-cao' },
        ...(reviews ? [periodCrumb(report)] : []),
        { label: report.unit.shortName },
      ]}
      subtitle={`${report.unit.name} · hạn ${formatDay(report.due)}${report.extended ? ' (đã gia hạn)' : ''}${writtenWords(report)}`}
      badges={<Badges report={report} />}
      actions={writable ? undefined : <ReportActions report={report} pins={pins} />}
      notice={
        report.returnReason !== null && report.state === 'returned' ? (
          <ReturnedNotice report={report} />
        ) : null
      }
    >
      <NextInQueue report={report} />
      <SentBefore report={report} />
      {writable ? (
        <ReportEditor report={report} onReload={onReload}>
          <ReportEvidence report={report} writable />
        </ReportEditor>
      ) : (
        <>
          <ReportDifferences report={report} />
          <ReportReading report={report} pins={returnable ? pins : null} />
          <ReportEvidence report={report} writable={false} />
        </>
      )}
      <ReportPast report={report} />
    </RecordPage>
  );
}

/** Whoever receives reports goes back to the units of the period. */
function periodCrumb({ form, period }: Report) {
  return {
    label: upperFirst(period.words),
    href: `/bao-cao/theo-doi?formId=${form.id}&ky=${period.from}`,
  };
}

/** Who wrote last decides who may sign off, where the form asks another. */
function writtenWords({ formContent, written }: Report): string {
  if (!formContent.approvedByAnother || written === null) return '';
  return ` · soạn sau cùng: ${written.byName}, ${formatInstant(written.at)}`;
}

function Badges({ report }: { readonly report: Report }) {
  return (
    <>
      <ReportStateBadge state={report.state} late={report.late} />
      {report.nothingToReport && <StateBadge tone="neutral">Không có nội dung</StateBadge>}
      {report.hollow === 'copied' && <StateBadge tone="warn">Giống kỳ trước</StateBadge>}
      {report.hollow === 'empty' && <StateBadge tone="warn">Chưa có nội dung</StateBadge>}
    </>
  );
}
