import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { ReportsNav } from '../ui/reports-nav.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { ImportFormDrawer } from './import-form-drawer.tsx';
import { ReadyForms } from './ready-forms.tsx';

/** Every form that is asked, and those that are ready to be taken. */
export function FormListPage() {
  const forms = useApiQuery('GET /api/report-forms', {});
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PageHead
        title="Biểu báo cáo"
        subtitle="Hỏi gì, hỏi ai, kỳ nào, hạn nào; mỗi lần sửa là một bản mới, báo cáo cũ giữ bản đã trả lời"
        actions={
          <>
            <Button variant="default" component={AppLink} href="/quan-tri/ngay-nghi">
              Ngày nghỉ, Tết
            </Button>
            <Button variant="default" onClick={() => setImporting(true)}>
              Nhận từ tệp
            </Button>
            <PrintButton />
          </>
        }
      />
      <ReportsNav here="forms" />
      <div className="k-stack">
        <DataTable<FormRow>
          name="report-forms"
          label="Các biểu báo cáo"
          unit="biểu"
          columns={columns}
          rows={forms.data?.items}
          rowId={(form) => form.id}
          rowHref={(form) => `/quan-tri/bieu-bao-cao/${form.id}`}
          problem={forms.problem}
          onRetry={() => void forms.reload()}
          empty={
            <EmptyState title="Chưa có biểu nào">
              Lấy một biểu có sẵn ở dưới, hoặc nhận biểu từ tệp.
            </EmptyState>
          }
        />
        <ReadyForms taken={forms.data?.items ?? []} />
      </div>
      {importing && <ImportFormDrawer onClose={() => setImporting(false)} />}
    </>
  );
}

const columns: readonly TableColumn<FormRow>[] = [
  {
    key: 'name',
    header: 'Biểu',
    cell: (form) => (
      <>
        {form.name}
        <div className="k-small">
          {form.owner.name} · yêu cầu từ {formatDay(form.askedFrom)}
          {form.askedTo !== null && ` đến ${formatDay(form.askedTo)}`}
        </div>
      </>
    ),
  },
  {
    key: 'state',
    header: 'Hiện nay',
    cell: (form) =>
      form.inForce ? (
        <StateBadge tone="good">Đang yêu cầu</StateBadge>
      ) : (
        <StateBadge tone="neutral">Thôi yêu cầu</StateBadge>
      ),
  },
  { key: 'kind', header: 'Kỳ', cell: (form) => form.periodKindName },
  { key: 'due', header: 'Hạn', cell: (form) => form.dueWords },
  {
    key: 'content',
    header: 'Nội dung',
    cell: (form) =>
      `${formatNumber(form.sectionCount)} phần lời, ${formatNumber(form.indicatorCount)} chỉ tiêu`,
  },
  { key: 'revision', header: 'Bản', align: 'end', cell: (form) => form.revision },
];
