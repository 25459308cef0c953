import { formatInstant } from '../platform/time.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { upperFirst } from '../ui/words.ts';
import { formatDay } from '#domain/kernel/day.ts';
import type { Form } from './form-words.ts';

type Extension = Form['extensions'][number];

/** Later days that were given: for whom, by whom and why. */
export function ExtensionsCard({ form }: { readonly form: Form }) {
  return (
    <DataTable<Extension>
      name="form-extensions"
      label="Các lần gia hạn"
      unit="lần"
      columns={columns}
      rows={form.extensions}
      rowId={(one) => one.id}
      empty={
        <EmptyState title="Chưa gia hạn lần nào">
          Gia hạn cho một hay mọi đơn vị ở trang “Theo dõi”, mở một kỳ rồi bấm “Gia hạn”.
        </EmptyState>
      }
    />
  );
}

const columns: readonly TableColumn<Extension>[] = [
  { key: 'period', header: 'Kỳ', cell: (one) => upperFirst(one.period.words) },
  { key: 'unit', header: 'Đơn vị', cell: (one) => one.unit?.name ?? 'Mọi đơn vị phải gửi' },
  { key: 'due', header: 'Hạn mới', cell: (one) => formatDay(one.dueOn) },
  { key: 'reason', header: 'Lý do', cell: (one) => one.reason },
  {
    key: 'by',
    header: 'Người cho',
    cell: (one) => [one.grantedByName, formatInstant(one.grantedAt)].filter(Boolean).join(' · '),
  },
];
