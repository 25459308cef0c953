import type { FileAnswer, ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { isOverdue, matrixWords, shareRoundedDown, shortPeriod } from '#domain/reports/matrix-words.ts';
import type { PeriodKind } from '#domain/reports/report-period.ts';
import { reportStates, reportStateWords } from '#domain/reports/report.workflow.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { CellValue, TableSpec, WriteColumn } from '#server/excel/write-table.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { visibleForm } from './form-record.reads.ts';
import { reportMatrix } from './matrix.reads.ts';

type Api = typeof reportsApi;
type Matrix = ResponseOf<Api['GET /api/reports/matrix']>;
type Asked = ParsedQuery<Api['GET /api/reports/matrix.xlsx']>;

/** Cells that are read at once: all of a province, a nation in two goes, and never more than memory bears. */
const cellsAtOnce = 36_000;

/** Who reported and who has not, of every unit that owed it: what the matrix shows page by page, as one Excel file. */
export async function exportMatrix(context: ReadContext, asked: Asked): Promise<FileAnswer> {
  const form = await visibleForm(context, asked.formId);
  // One unit for the periods, the sums and all refusals, before anything is sent.
  const head = await reportMatrix(context, { ...asked, page: 1, size: 1 });
  const about: About = { form, head, scope: await scopeWords(context, asked), today: context.today };
  return workbookAnswer(`theo-doi-${form.code}-${context.today}.xlsx`, [
    unitSheet(about, unitRows(context, asked, head)),
    sumSheet(about),
  ]);
}

interface About {
  readonly form: { readonly name: string; readonly periodKind: PeriodKind };
  readonly head: Matrix;
  readonly scope: string;
  readonly today: Day;
}

/** ", trong phạm vi Thị ủy Hương Trà, theo tổ chức ngày 01/06/2025". */
async function scopeWords(context: ReadContext, { within, day }: Asked): Promise<string> {
  const unit = within === undefined ? null : (await namesOn(context, context, [within])).of(within);
  return [
    unit === null ? '' : `, trong phạm vi ${unit.name}`,
    day === undefined ? '' : `, theo tổ chức ngày ${formatDay(day)}`,
  ].join('');
}

const titleOf = ({ form, scope, today }: About): string =>
  `Theo dõi báo cáo: ${form.name}${scope} (lập ngày ${formatDay(today)})`;

function unitSheet(about: About, rows: TableSpec['rows']): TableSpec {
  const { form, head } = about;
  return {
    sheetName: 'Đơn vị và kỳ',
    title: titleOf(about),
    columns: [
      { key: 'position', header: 'STT', type: 'integer', width: 7 },
      { key: 'unit', header: 'Đơn vị', width: 62 },
      { key: 'code', header: 'Mã đơn vị', width: 16 },
      { key: 'parent', header: 'Cấp trên', width: 26 },
      ...head.periods.map((period): WriteColumn => ({
        key: period.from,
        // Breaks before the due day, not within it.
        header: `${shortPeriod(form.periodKind, period)} (hạn\u00A0${formatDay(period.due)})`,
        width: 20,
      })),
      { key: 'overdue', header: 'Kỳ quá hạn chưa gửi', type: 'integer', width: 12 },
    ],
    rows,
    notes: notes(about),
  };
}

async function* unitRows(
  context: ReadContext,
  asked: Asked,
  { periods, unitCount }: Matrix,
): AsyncGenerator<Record<string, CellValue>> {
  const size = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, periods.length)));
  let position = 0;
  for (let page = 1; (page - 1) * size < unitCount; page += 1) {
    const { units } = await reportMatrix(context, { ...asked, page, size });
    const places = await placesOf(context.db, {
      unitIds: units.map(({ unit }) => unit.id),
      day: asked.day ?? context.today,
    });
    for (const row of units) {
      position += 1;
      yield unitRow(row, { position, periods, place: places.get(row.unit.id) });
    }
  }
}

function unitRow(
  { unit, cells }: Matrix['units'][number],
  at: { position: number; periods: Matrix['periods']; place: Place | undefined },
): Record<string, CellValue> {
  const overdue = cells.filter((cell) => cell !== null && isOverdue(cell)).length;
  return {
    position: at.position,
    code: at.place?.code,
    unit: unit.name,
    parent: at.place?.parent,
    ...Object.fromEntries(
      at.periods.map((period, index) => {
        const cell = cells[index] ?? null;
        return [period.from, cell === null ? '–' : matrixWords(cell)];
      }),
    ),
    overdue,
  };
}

interface Place {
  readonly unit_id: string;
  readonly code: string;
  readonly parent: string | null;
}

/** Codes and offices above, as of a day: many communes share a name. A unit gone by then as it last was. */
async function placesOf(
  db: Db,
  { unitIds, day }: { unitIds: readonly string[]; day: Day },
): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await sql<Place>`
    select distinct on (version.unit_id) version.unit_id, version.code, above.short_name as parent
    from unit_version as version
    left join lateral (
      select short_name from unit_version as upper where upper.unit_id = version.parent_id
      order by upper.valid_from <= ${day}::date desc, upper.valid_from desc limit 1) as above on true
    where version.unit_id = any(${[...unitIds]}::uuid[])
    order by version.unit_id, version.valid_from <= ${day}::date desc, version.valid_from desc`.execute(db);
  return new Map(rows.map((row) => [row.unit_id, row]));
}

function sumSheet(about: About): TableSpec {
  return {
    sheetName: 'Tổng theo kỳ',
    title: titleOf(about),
    columns: [
      { key: 'period', header: 'Kỳ', width: 28 },
      { key: 'due', header: 'Hạn gửi', type: 'day', width: 13 },
      { key: 'expected', header: 'Phải gửi', type: 'integer', width: 11 },
      { key: 'received', header: 'Đã gửi', type: 'integer', width: 11 },
      { key: 'receivedShare', header: 'Đã gửi / phải gửi', type: 'percent', width: 13 },
      { key: 'onTime', header: 'Gửi đúng hạn', type: 'integer', width: 11 },
      { key: 'onTimeShare', header: 'Đúng hạn / phải gửi', type: 'percent', width: 13 },
      { key: 'hollow', header: 'Gửi rỗng hoặc chép kỳ trước', type: 'integer', width: 15 },
      { key: 'nothingToReport', header: 'Báo không phát sinh', type: 'integer', width: 13 },
    ],
    rows: about.head.periods.map(({ words, due, expected, received, onTime, hollow, nothingToReport }) => ({
      period: words,
      due,
      expected,
      received,
      receivedShare: shareRoundedDown(received, expected),
      onTime,
      onTimeShare: shareRoundedDown(onTime, expected),
      hollow,
      nothingToReport,
    })),
  };
}

function notes(about: About): string[] {
  return [
    titleOf(about),
    'Phải gửi: đơn vị thuộc đối tượng của biểu vào ngày cuối kỳ, kể cả đơn vị nay không còn.',
    'Số phải gửi là mẫu số của mọi tỷ lệ; tỷ lệ làm tròn xuống một chữ số: chỉ đủ tất cả mới là 100%.',
    'Đã gửi: báo cáo đang ở trạng thái đã gửi hoặc đã tiếp nhận.',
    'Gửi đúng hạn: lần gửi đầu không sau hạn của chính đơn vị, kể cả hạn được gia.',
    'Hạn ở đầu cột là hạn chung của kỳ; đơn vị được gia hạn tính theo hạn riêng.',
    `Trạng thái: ${reportStates.map((state) => reportStateWords[state]).join('; ')}.`,
    'Ghi sau trạng thái: gửi muộn, quá hạn, chép kỳ trước, không có nội dung,',
    'đã sửa sau khi nhận, không phát sinh.',
    'Dấu “–”: kỳ đó đơn vị không phải gửi.',
  ];
}
