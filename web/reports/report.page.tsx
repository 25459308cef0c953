import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { formatInstant } from '../platform/time.ts';
import { Card } from '../ui/card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { TracedNumber } from '../ui/traced-number.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { ReportActions } from './report-actions.tsx';
import { NarrativeForm, NarrativeText } from './report-narrative.tsx';
import { ReportStateBadge } from './report-words.tsx';
import styles from './reports.module.css';

export type Report = ApiResponse<'GET /api/unit-reports/:id'>;

/** A unit's report: figures counted from the register, three texts to write, last time's beside them. */
export function ReportPage() {
  const id = usePathParam('id');
  const report = useApiQuery('GET /api/unit-reports/:id', { params: { id } });
  return <Loaded query={report}>{(data) => <ReportRecord key={data.id} report={data} />}</Loaded>;
}

function ReportRecord({ report }: { readonly report: Report }) {
  const [flush, setFlush] = useState<(() => Promise<boolean>) | null>(null);
  const writable = report.canWrite && (report.state === 'draft' || report.state === 'returned');
  return (
    <RecordPage
      title={report.kindName}
      crumbs={[{ label: 'Báo cáo', href: '/bao-cao' }, { label: report.unit.shortName }]}
      subtitle={`${report.unit.name} · ${report.campaign.title} · hạn ${formatDay(report.due)}`}
      badges={<ReportStateBadge state={report.state} late={report.late} />}
      actions={<ReportActions report={report} beforeSubmit={flush} />}
      notice={
        report.returnReason !== null && report.state === 'returned' ? (
          <>
            <b>Bị trả lại:</b> {report.returnReason}
          </>
        ) : null
      }
    >
      <Figures report={report} />
      {writable ? <NarrativeForm report={report} onReady={setFlush} /> : <NarrativeText report={report} />}
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

function Figures({ report }: { readonly report: Report }) {
  return (
    <Card
      title="Số liệu"
      aside={report.frozen ? 'đã chốt khi gửi' : 'đếm từ sổ mô hình, không phải gõ lại; sẽ chốt khi gửi'}
    >
      {report.figures.length === 0 ? (
        <p className="k-small">Sổ mô hình của đơn vị chưa có gì để đếm.</p>
      ) : (
        <ul className={styles.figures}>
          {report.figures.map((figure) => (
            <li key={figure.key}>
              <span className={styles.number}>
                <TracedNumber figure={figure} size="large" />
              </span>
              <span className="k-small">{figure.label}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
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
