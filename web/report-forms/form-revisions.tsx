import { formatInstant } from '../platform/time.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { type Form, unitKindsWords } from './form-words.ts';

type Revision = Form['revisions'][number];

/** How the content changed: each revision holds for the periods that begin while it is valid. */
export function RevisionsCard({ form }: { readonly form: Form }) {
  return (
    <DataTable<Revision>
      name="form-revisions"
      label="Các bản của biểu"
      unit="bản"
      columns={columns}
      rows={form.revisions.toReversed()}
      rowId={(one) => String(one.revision)}
      rowHref={(one) => `/quan-tri/bieu-bao-cao/${form.id}?ban=${one.revision}`}
      empty={<EmptyState title="Chưa có bản nào" />}
    />
  );
}

const columns: readonly TableColumn<Revision>[] = [
  { key: 'revision', header: 'Bản', cell: (one) => `Bản ${one.revision}` },
  {
    key: 'valid',
    header: 'Dùng cho kỳ bắt đầu',
    cell: (one) =>
      one.validTo === null
        ? `từ ${formatDay(one.validFrom)}`
        : `từ ${formatDay(one.validFrom)}, trước ${formatDay(one.validTo)}`,
  },
  { key: 'kinds', header: 'Ai phải gửi', cell: (one) => unitKindsWords(one.unitKinds) },
  { key: 'basis', header: 'Căn cứ', cell: (one) => one.legalBasis || '–' },
  {
    key: 'saved',
    header: 'Lưu',
    cell: (one) => [formatInstant(one.savedAt), one.savedByName].filter(Boolean).join(' · '),
  },
  { key: 'reports', header: 'Báo cáo', align: 'end', cell: (one) => formatNumber(one.reportCount) },
];
