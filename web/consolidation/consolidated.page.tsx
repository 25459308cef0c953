import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { usePermission } from '../platform/session.ts';
import { formatInstant } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { UrlTabs } from '../ui/url-tabs.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { ComposeDialog } from './compose-dialog.tsx';
import { ConsolidatedFigures } from './consolidated-figures.tsx';
import { ConsolidatedSections } from './consolidated-sections.tsx';
import { type Consolidated, totalsOf } from './consolidated-words.ts';
import { ExampleChoice } from './example-choice.tsx';
import { WhatIsMissing } from './what-is-missing.tsx';
import { WordDownload } from './word-download.tsx';

/** What a consolidated report was made of; its words, number and issuing are those of the paper it became. */
export function ConsolidatedPage() {
  const id = usePathParam('id');
  const report = useApiQuery('GET /api/consolidated-reports/:id', { params: { id } });
  return <Loaded query={report}>{(data) => <ConsolidatedRecord key={data.id} report={data} />}</Loaded>;
}

function ConsolidatedRecord({ report }: { readonly report: Consolidated }) {
  const lacking = report.missing.length + report.hollow.length;
  return (
    <RecordPage
      title={`Tổng hợp ${report.period.words}`}
      crumbs={[
        { label: 'Tổng hợp báo cáo', href: `${totalsOf(report)}&muc=van-ban` },
        { label: report.unit.shortName },
      ]}
      subtitle={`${report.form.name} · ${report.unit.name} · theo tổ chức ngày ${formatDay(report.treeDay)}`}
      badges={<Badges report={report} />}
      actions={<Actions report={report} />}
      notice={noticeOf(report)}
    >
      <UrlTabs
        label="Báo cáo tổng hợp làm từ gì"
        tabs={[
          {
            key: 'phan-loi',
            label: 'Phần lời',
            count: report.sections.length,
            content: <ConsolidatedSections report={report} />,
          },
          {
            key: 'so-lieu',
            label: 'Số liệu, so sánh',
            count: report.figures.length,
            content: <ConsolidatedFigures report={report} />,
          },
          {
            key: 'tieu-bieu',
            label: 'Mô hình tiêu biểu',
            count: report.candidates.filter((one) => one.chosen).length,
            content: <ExampleChoice report={report} />,
          },
          {
            key: 'con-thieu',
            label: 'Còn thiếu',
            count: lacking,
            content: <WhatIsMissing report={report} />,
          },
        ]}
      />
    </RecordPage>
  );
}

function Badges({ report }: { readonly report: Consolidated }) {
  return (
    <>
      {report.issuedAt === null ? (
        <StateBadge tone="neutral">Dự thảo</StateBadge>
      ) : (
        <StateBadge tone="good">
          Đã ban hành{report.symbol === null ? '' : ` ${report.symbol}`}, {formatInstant(report.issuedAt)}
        </StateBadge>
      )}
      {report.edition > 1 && <StateBadge tone="info">Bản lần {report.edition}</StateBadge>}
      {report.differs && <StateBadge tone="warn">Số bên dưới đã thay đổi</StateBadge>}
    </>
  );
}

/** What must be known first: why there is another edition, what changed since, who is missing. */
function noticeOf(report: Consolidated) {
  const { correctionReason, missing, arrived, differs, issuedAt } = report;
  const lines = [
    correctionReason === null || correctionReason === '' ? null : `Bản đính chính vì: ${correctionReason}`,
    missing.length === 0 ? null : `Khi soạn, ${formatNumber(missing.length)} đơn vị chưa gửi báo cáo.`,
    arrived.length === 0 ? null : `Từ đó ${formatNumber(arrived.length)} đơn vị đã gửi thêm.`,
    !differs
      ? null
      : issuedAt === null
        ? 'Số của các đơn vị đã khác lúc soạn: soạn lại để lấy số mới.'
        : 'Số của các đơn vị nay khác số đã ban hành; bản đã ban hành giữ nguyên, muốn đổi thì soạn bản đính chính.',
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.map((line) => <p key={line}>{line}</p>);
}

function Actions({ report }: { readonly report: Consolidated }) {
  const drafts = usePermission('document.draft');
  const [composing, setComposing] = useState(false);
  const issued = report.issuedAt !== null;
  const chosen = report.candidates.filter((one) => one.chosen).map((one) => one.id);
  return (
    <>
      <PrintButton />
      <WordDownload report={report} />
      {drafts && (
        <Button variant="default" onClick={() => setComposing(true)}>
          {issued ? 'Soạn bản đính chính' : 'Soạn lại dự thảo'}
        </Button>
      )}
      <Button component={AppLink} href={`/van-ban/${report.documentId}`}>
        {issued ? 'Mở văn bản' : 'Sửa, ban hành'}
      </Button>
      {composing && (
        <ComposeDialog
          at={report}
          kind={issued ? 'correct' : 'anew'}
          missing={report.missing.length - report.arrived.length}
          draftVersion={report.documentVersion}
          // A correction shows what was shown, perhaps none; for a draft the system chooses where there were none.
          practiceIds={issued || chosen.length > 0 ? chosen : undefined}
          onClose={() => setComposing(false)}
        />
      )}
    </>
  );
}
