import { Button } from '@mantine/core';
import { useState } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstant } from '../platform/time.ts';
import { Card } from '../ui/card.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { DownloadButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { useTableUrl } from '../ui/table-url.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { Template } from './consolidated-words.ts';
import { HolderFaults } from './holder-faults.tsx';
import { TemplateDrawer } from './template-drawer.tsx';

/** The Word templates of an office: uploaded, checked place-holder by place-holder, replaced, retired. */
export function TemplateListPage() {
  const table = useTableUrl();
  const templates = useApiQuery(
    'GET /api/paper-templates',
    { query: { page: table.page, size: table.size } },
    { keepPrevious: true },
  );
  const forms = useApiQuery('GET /api/report-forms', {}, { staleTime: 60_000 });
  const [uploading, setUploading] = useState<Template | 'new' | null>(null);
  const known = forms.data?.items ?? [];
  return (
    <>
      <PageHead
        title="Mẫu Word của báo cáo tổng hợp"
        subtitle="Sửa câu chữ, thể thức bằng Word; chỗ điền và vòng lặp viết trong mẫu, chỗ sai được chỉ ra khi tải lên"
        crumbs={[{ label: 'Biểu báo cáo', href: '/quan-tri/bieu-bao-cao' }, { label: 'Mẫu Word' }]}
        actions={<Button onClick={() => setUploading('new')}>Tải mẫu lên</Button>}
      />
      <div className="k-stack">
        <DataTable<Template>
          name="paper-templates"
          label="Các mẫu Word"
          unit="mẫu"
          columns={columnsFor(setUploading)}
          rows={templates.data?.items}
          total={templates.data?.total}
          paging={table}
          rowId={(one) => one.id}
          problem={templates.problem}
          onRetry={() => void templates.reload()}
          empty={
            <EmptyState title="Chưa có mẫu nào">
              Tải mẫu khởi đầu của một biểu ở dưới về, sửa bằng Word rồi tải lên. Không có mẫu, báo cáo dùng
              thể thức của cơ quan ban hành.
            </EmptyState>
          }
        />
        {known.length > 0 && (
          <Card title="Mẫu khởi đầu" aside="mọi chỗ điền của biểu, có giải thích">
            <div className="k-row">
              {known
                .filter((form) => form.inForce)
                .map((form) => (
                  <DownloadButton
                    key={form.id}
                    href={apiHref('GET /api/paper-templates/starter.docx', { query: { formId: form.id } })}
                  >
                    {form.name}
                  </DownloadButton>
                ))}
            </div>
          </Card>
        )}
      </div>
      {uploading !== null && (
        <TemplateDrawer
          of={uploading === 'new' ? null : uploading}
          forms={known}
          onClose={() => setUploading(null)}
        />
      )}
    </>
  );
}

function columnsFor(onReplace: (template: Template) => void): readonly TableColumn<Template>[] {
  return [
    {
      key: 'name',
      header: 'Mẫu',
      width: '14rem',
      cell: (one) => (
        <div>
          {one.name} <span className="k-small">bản {one.revision}</span>
          <div className="k-small">{one.formName ?? 'Mọi biểu'}</div>
        </div>
      ),
    },
    { key: 'holders', header: 'Chỗ điền', cell: (one) => <HolderFaults holders={one.placeholders} /> },
    {
      key: 'state',
      header: 'Hiện nay',
      cell: (one) =>
        one.retired ? (
          <StateBadge tone="neutral">Thôi dùng</StateBadge>
        ) : one.placeholders.some((holder) => !holder.known) ? (
          <StateBadge tone="warn">Cần sửa</StateBadge>
        ) : (
          <StateBadge tone="good">Đang dùng</StateBadge>
        ),
    },
    {
      key: 'added',
      header: 'Tải lên',
      cell: (one) => (
        <div>
          {formatInstant(one.addedAt)}
          <div className="k-small">{one.addedByName}</div>
        </div>
      ),
    },
    {
      key: 'do',
      screenOnly: true,
      header: 'Việc',
      align: 'end',
      width: '20rem',
      cell: (one) => <TemplateButtons template={one} onReplace={() => onReplace(one)} />,
    },
  ];
}

interface TemplateButtonsProps {
  readonly template: Template;
  readonly onReplace: () => void;
}

function TemplateButtons({ template, onReplace }: TemplateButtonsProps) {
  const [asking, setAsking] = useState(false);
  const retire = useApiCommand('POST /api/paper-templates/:id/retirement', {
    onSuccess: () => {
      setAsking(false);
      notify('Mẫu không còn được chọn; báo cáo đã làm từ mẫu này giữ nguyên.');
    },
  });
  return (
    <div className="k-row">
      <a href={apiHref('GET /api/files/:id', { params: { id: template.file.id }, query: {} })} download>
        Tải về
      </a>
      {template.canManage && !template.retired && (
        <>
          <Button variant="default" aria-label={`Tải bản mới của ${template.name}`} onClick={onReplace}>
            Bản mới
          </Button>
          <Button
            variant="subtle"
            color="gray"
            aria-label={`Thôi dùng ${template.name}`}
            onClick={() => setAsking(true)}
          >
            Thôi dùng
          </Button>
        </>
      )}
      <ConfirmDialog
        opened={asking}
        title={`Thôi dùng mẫu “${template.name}”?`}
        confirmLabel="Thôi dùng"
        danger
        pending={retire.pending}
        problem={retire.problem}
        onConfirm={() => retire.run({ params: { id: template.id } })}
        onClose={() => setAsking(false)}
      >
        Mẫu không còn trong danh sách chọn. {formatNumber(template.placeholders.length)} chỗ điền và tệp của
        mẫu vẫn được giữ.
      </ConfirmDialog>
    </div>
  );
}
