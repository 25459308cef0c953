import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePermission } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { ComposeDialog } from './compose-dialog.tsx';
import type { Candidate, Consolidated } from './consolidated-words.ts';

/** The practices that may stand as examples, with place and evidence; those that do are ticked. */
export function ExampleChoice({ report }: { readonly report: Consolidated }) {
  const drafts = usePermission('document.draft') && report.issuedAt === null;
  const before = report.candidates.filter((one) => one.chosen).map((one) => one.id);
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(before));
  const [composing, setComposing] = useState(false);
  const changed = ids.size !== before.length || before.some((id) => !ids.has(id));
  return (
    <>
      <DataTable<Candidate>
        name="consolidated-examples"
        label="Mô hình có thể nêu làm ví dụ"
        unit="mô hình"
        columns={columns}
        rows={report.candidates}
        rowId={(one) => one.id}
        rowHref={(one) => `/mo-hinh/${one.id}`}
        {...(drafts && { selection: { ids, onChange: setIds } })}
        tools={
          drafts && changed ? (
            <Button onClick={() => setComposing(true)}>Soạn lại với {formatNumber(ids.size)} mô hình</Button>
          ) : drafts ? (
            <span className="k-small">Đánh dấu mô hình cần nêu, rồi soạn lại dự thảo.</span>
          ) : undefined
        }
        empty={
          <EmptyState title="Chưa có mô hình nào để nêu">
            Mô hình được công nhận hoặc hoạt động có hiệu quả trong kỳ, có minh chứng, sẽ hiện ở đây.
          </EmptyState>
        }
      />
      {report.candidatesLeft > 0 && (
        <p className="k-small" role="note">
          Bảng chỉ nêu {formatNumber(report.candidates.length)} mô hình đứng đầu: được công nhận, điểm cao,
          nhiều minh chứng. Còn {formatNumber(report.candidatesLeft)} mô hình khác trong{' '}
          <AppLink href={`/mo-hinh?unitId=${report.unit.id}`}>sổ mô hình</AppLink>.
        </p>
      )}
      {composing && (
        <ComposeDialog
          at={report}
          kind="anew"
          missing={report.missing.length - report.arrived.length}
          draftVersion={report.documentVersion}
          practiceIds={[...ids]}
          onClose={() => setComposing(false)}
        />
      )}
    </>
  );
}

const columns: readonly TableColumn<Candidate>[] = [
  { key: 'name', header: 'Mô hình, điển hình', cell: (one) => one.name },
  {
    key: 'place',
    header: 'Nơi thực hiện',
    cell: (one) => one.placeName ?? one.unitName,
  },
  { key: 'evidence', header: 'Minh chứng', align: 'end', cell: (one) => formatNumber(one.evidenceCount) },
  {
    key: 'chosen',
    header: 'Trong báo cáo',
    cell: (one) => (one.chosen ? <StateBadge tone="good">Đã nêu</StateBadge> : '–'),
  },
];
