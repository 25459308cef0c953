import type { ApiResponse } from '../platform/api-client.ts';
import { formatInstantDay } from '../platform/time.ts';
import type { TableColumn } from '../ui/data-table.tsx';
import { PracticeStateBadge, practiceKind } from '../ui/practices/practice-badge.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { natureWords, originWords, subjectWords } from '#domain/practices/practice.words.ts';

export type PracticeRow = ApiResponse<'GET /api/practices'>['items'][number];

/** Days without progress from which the list points at it. */
const SILENT_DAYS = 45;

function period(row: PracticeRow): string {
  if (row.startsOn === null && row.endsOn === null) return '–';
  return `${row.startsOn === null ? '…' : formatDay(row.startsOn)} – ${row.endsOn === null ? '…' : formatDay(row.endsOn)}`;
}

function LastSign({ row }: { readonly row: PracticeRow }) {
  if (row.silentDays !== null && row.silentDays >= SILENT_DAYS)
    return <StateBadge tone="warn">{`${row.silentDays} ngày im ắng`}</StateBadge>;
  return row.lastSignOfLifeAt === null ? '–' : formatInstantDay(row.lastSignOfLifeAt);
}

/** The unit; under one that is gone, who has its records today. */
function UnitThen({ row }: { readonly row: PracticeRow }) {
  const { unit, unitNow } = row;
  if (unitNow === null) return unit.shortName;
  return (
    <>
      {unitNow.apportioned ? unit.shortName : `Chưa phân định: ${unit.shortName}`}
      <div className="k-small">
        {unitNow.apportioned
          ? `nay thuộc ${unitNow.unit.shortName}`
          : `đã chia tách, tạm xếp ở ${unitNow.unit.shortName}`}
      </div>
    </>
  );
}

export const practiceColumns: readonly TableColumn<PracticeRow>[] = [
  { key: 'name', header: 'Tên mô hình, điển hình', cell: (row) => row.name, sortable: true, width: '32%' },
  { key: 'unit', header: 'Đơn vị', cell: (row) => <UnitThen row={row} />, sortable: true },
  { key: 'field', header: 'Lĩnh vực', cell: (row) => row.fieldName || '–', sortable: true },
  {
    key: 'state',
    header: 'Trạng thái',
    cell: (row) => <PracticeStateBadge state={row.state} />,
    sortable: true,
  },
  { key: 'sign', header: 'Tiến độ gần nhất', cell: (row) => <LastSign row={row} /> },
  { key: 'evidence', header: 'Minh chứng', cell: (row) => row.evidenceCount, align: 'end', phone: 'off' },
  { key: 'year', header: 'Năm', cell: (row) => row.year ?? row.stageName ?? '–', align: 'end', hidden: true },
  { key: 'kind', header: 'Loại', cell: practiceKind, hidden: true, phone: 'off' },
  { key: 'nature', header: 'Tính chất', cell: (row) => natureWords[row.nature], hidden: true, phone: 'off' },
  { key: 'subject', header: 'Chủ thể', cell: (row) => subjectWords[row.subject], hidden: true, phone: 'off' },
  { key: 'origin', header: 'Nguồn gốc', cell: (row) => originWords[row.origin], hidden: true, phone: 'off' },
  { key: 'place', header: 'Địa chỉ', cell: (row) => row.placeName || '–', hidden: true },
  { key: 'owner', header: 'Chủ mô hình', cell: (row) => row.ownerName || '–', hidden: true },
  { key: 'period', header: 'Thời gian', cell: period, hidden: true },
  { key: 'intake', header: 'Đợt', cell: (row) => row.intake, align: 'end', hidden: true, phone: 'off' },
  {
    key: 'submitted',
    header: 'Ngày gửi',
    cell: (row) => (row.submittedAt === null ? '–' : formatInstantDay(row.submittedAt)),
    sortable: true,
    hidden: true,
  },
];
