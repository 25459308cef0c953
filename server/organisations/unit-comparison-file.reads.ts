import type { FileAnswer } from '#contract/endpoint.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { CellValue, TableSpec, WriteColumn } from '#server/excel/write-table.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { compareDays } from './unit-comparison.reads.ts';

type Asked = Parameters<typeof compareDays>[1];

const nameColumns = [
  { key: 'name', header: 'Đơn vị', width: 46 },
  { key: 'kind', header: 'Loại', width: 30 },
] as const satisfies readonly WriteColumn[];

/** The differences between two days as Excel: a sheet for the counts, and one for each kind of difference. */
export async function compareDaysFile(read: ReadContext, asked: Asked): Promise<FileAnswer> {
  const found = await compareDays(read, asked);
  const days = `${formatDay(found.from)} và ${formatDay(found.to)}`;
  const sheet = (
    sheetName: string,
    columns: readonly WriteColumn[],
    rows: Iterable<Record<string, CellValue>>,
  ): TableSpec => ({ sheetName, title: `${sheetName}: tổ chức ngày ${days}`, columns, rows });
  const named = (unit: { name: string; kind: keyof typeof unitKindWords }) => ({
    name: unit.name,
    kind: unitKindWords[unit.kind],
  });
  return workbookAnswer(`so-sanh-to-chuc-${found.from}-${found.to}.xlsx`, [
    sheet(
      'Số đơn vị',
      [
        { key: 'kind', header: 'Loại đơn vị', width: 46 },
        { key: 'before', header: `Ngày ${formatDay(found.from)}`, type: 'integer', width: 18 },
        { key: 'after', header: `Ngày ${formatDay(found.to)}`, type: 'integer', width: 18 },
        { key: 'difference', header: 'Tăng, giảm', type: 'integer', width: 14 },
      ],
      found.counts.map((one) => ({
        kind: unitKindWords[one.kind],
        before: one.before,
        after: one.after,
        difference: one.after - one.before,
      })),
    ),
    sheet(
      'Thành lập',
      [...nameColumns, { key: 'from', header: 'Hình thành từ', width: 60 }],
      found.founded.map((one) => ({ ...named(one), from: one.fromNames.join('; ') })),
    ),
    sheet(
      'Kết thúc',
      [
        ...nameColumns,
        { key: 'on', header: 'Từ ngày', type: 'day', width: 14 },
        { key: 'into', header: 'Nay thuộc', width: 60 },
      ],
      found.ended.map((one) => ({ ...named(one), on: one.on, into: one.intoNames.join('; ') })),
    ),
    sheet(
      'Đổi tên',
      [...nameColumns, { key: 'before', header: 'Tên trước đó', width: 46 }],
      found.renamed.map((one) => ({ ...named(one.unit), before: one.before })),
    ),
    sheet(
      'Chuyển trực thuộc',
      [
        ...nameColumns,
        { key: 'from', header: 'Trước trực thuộc', width: 46 },
        { key: 'to', header: 'Nay trực thuộc', width: 46 },
      ],
      found.moved.map((one) => ({ ...named(one.unit), from: one.fromName, to: one.toName })),
    ),
  ]);
}
