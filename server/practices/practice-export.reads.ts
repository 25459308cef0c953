import type { FileAnswer } from '#contract/endpoint.ts';
import { dayInVietnam, formatDay } from '#domain/kernel/day.ts';
import {
  natureWords,
  originWords,
  practiceStateWords,
  subjectWords,
} from '#domain/practices/practice.words.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { WriteColumn } from '#server/excel/write-table.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { PracticeFilter } from './practice-filter.reads.ts';
import { eachPractice } from './practice-list.reads.ts';
import type { PracticeListRow } from './practice-rows.reads.ts';

const columns = [
  { key: 'position', header: 'STT', type: 'integer', width: 6 },
  { key: 'name', header: 'Tên mô hình, điển hình', width: 48 },
  { key: 'unit', header: 'Đơn vị', width: 28 },
  { key: 'year', header: 'Năm', width: 8 },
  { key: 'nature', header: 'Loại', width: 12 },
  { key: 'subject', header: 'Đối tượng', width: 14 },
  { key: 'origin', header: 'Nguồn gốc', width: 12 },
  { key: 'field', header: 'Lĩnh vực', width: 26 },
  { key: 'place', header: 'Địa chỉ', width: 34 },
  { key: 'startsOn', header: 'Bắt đầu', type: 'day', width: 13 },
  { key: 'endsOn', header: 'Kết thúc', type: 'day', width: 13 },
  { key: 'owner', header: 'Chủ mô hình', width: 28 },
  { key: 'state', header: 'Trạng thái', width: 22 },
  { key: 'intake', header: 'Đợt', type: 'integer', width: 6 },
  { key: 'submittedOn', header: 'Ngày gửi đăng ký', type: 'day', width: 13 },
  { key: 'lastSign', header: 'Lần cập nhật gần nhất', type: 'day', width: 13 },
  { key: 'evidence', header: 'Số minh chứng', type: 'integer', width: 10 },
] as const satisfies readonly WriteColumn[];

type Key = (typeof columns)[number]['key'];

/** The list as it is filtered, as Excel, streamed. Names of those responsible and their telephones stay in the record. */
export async function exportPractices(read: ReadContext, filter: PracticeFilter): Promise<FileAnswer> {
  return workbookAnswer<Key>(`mo-hinh-dan-van-kheo-${read.today}.xlsx`, [
    {
      sheetName: 'Mô hình',
      title: `Danh sách mô hình, điển hình “Dân vận khéo” (lập ngày ${formatDay(read.today)})`,
      columns,
      rows: exportRows(read, filter),
    },
  ]);
}

async function* exportRows(read: ReadContext, filter: PracticeFilter) {
  let position = 0;
  for await (const row of eachPractice(read, filter)) yield exportRow(row, (position += 1));
}

function exportRow(row: PracticeListRow, position: number): Record<Key, string | number | null> {
  return {
    position,
    name: row.name,
    unit: row.unit.name,
    year: row.year,
    nature: natureWords[row.nature],
    subject: subjectWords[row.subject],
    origin: originWords[row.origin],
    field: row.fieldName,
    place: row.placeName,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    owner: row.ownerName,
    state: practiceStateWords[row.state],
    intake: row.year === null ? null : row.intake,
    submittedOn: row.submittedAt === null ? null : dayInVietnam(row.submittedAt),
    lastSign: row.lastSignOfLifeAt === null ? null : dayInVietnam(row.lastSignOfLifeAt),
    evidence: row.evidenceCount,
  };
}
