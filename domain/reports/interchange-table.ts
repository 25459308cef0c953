import { isDay } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { FormContent } from './form.ts';
import type { FileFault, InterchangeReport, Item, PlacedReport } from './interchange.ts';
import { fromOfficeDecimal, officeDecimal } from './interchange-decimal.ts';
import { reportStateWords } from './report.workflow.ts';

/** Reports as one table for Excel and CSV: a row for the report itself, for each figure and for each section. */

export const tableColumns = [
  { key: 'formCode', header: 'Mã biểu mẫu', width: 16 },
  { key: 'revision', header: 'Bản', width: 7 },
  { key: 'unitCode', header: 'Mã đơn vị', width: 16 },
  { key: 'unitName', header: 'Đơn vị', width: 30 },
  { key: 'from', header: 'Từ ngày', width: 13 },
  { key: 'to', header: 'Đến ngày', width: 13 },
  { key: 'state', header: 'Trạng thái', width: 16 },
  { key: 'part', header: 'Phần', width: 11 },
  { key: 'code', header: 'Mã', width: 20 },
  { key: 'label', header: 'Chỉ tiêu, mục', width: 40 },
  { key: 'stated', header: 'Số của đơn vị', width: 15 },
  { key: 'reason', header: 'Lý do', width: 30 },
  { key: 'words', header: 'Lời văn', width: 60 },
  { key: 'piece', header: 'Đoạn', width: 8 },
  { key: 'counted', header: 'Số đếm từ sổ', width: 15 },
  { key: 'value', header: 'Số báo cáo', width: 15 },
] as const;

export type TableKey = (typeof tableColumns)[number]['key'];
/** Days as year-month-day; figures with a comma; null where there is nothing. */
export type TableRecord = Partial<Record<TableKey, string | null>>;

const partWords = { report: 'Báo cáo', figure: 'Số liệu', section: 'Lời văn' } as const;
type Part = keyof typeof partWords;
const contentWords = { some: 'Có nội dung', none: 'Không có nội dung báo cáo' } as const;

/** Longer words go over several rows: a cell of Excel holds 32.767 characters. */
const mostInCell = 32_000;

/** What a spreadsheet would take for a formula, and our own mark of example rows, get an apostrophe before them. */
const guarded = /^'*(?:[=+\-@＝＋－＠]|\(Ví dụ\))/;
const unguarded = /^'+(?:[=+\-@＝＋－＠]|\(Ví dụ\))/;

export function guardCell(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

export function unguardCell(text: string): string {
  return unguarded.test(text) ? text.slice(1) : text;
}

/** The rows of a report. */
export function* tableRows(report: InterchangeReport, content: FormContent): Generator<TableRecord> {
  const common: TableRecord = {
    formCode: report.formCode,
    revision: String(report.revision),
    unitCode: guardCell(report.unitCode),
    unitName: guardCell(report.unitName),
    from: report.periodFrom,
    to: report.periodTo,
    state: report.state && reportStateWords[report.state],
  };
  const nothing = report.nothingToReport;
  yield {
    ...common,
    part: partWords.report,
    words: nothing === null ? null : contentWords[nothing ? 'none' : 'some'],
  };
  const labelOf = (list: readonly { code: string }[], code: string): string => {
    const found = list.find((one) => one.code === code) as { label?: string; title?: string } | undefined;
    return guardCell(found?.label ?? found?.title ?? '');
  };
  for (const { code, stated, reason, counted, value } of report.figures)
    yield {
      ...common,
      part: partWords.figure,
      code,
      label: labelOf(content.indicators, code),
      stated: officeDecimal(stated),
      reason: guardCell(reason),
      counted: officeDecimal(counted),
      value: officeDecimal(value),
    };
  for (const { code, words } of report.sections) {
    const row = { ...common, part: partWords.section, code, label: labelOf(content.sections, code) };
    const pieces = piecesOf(words);
    if (pieces.length === 1) yield { ...row, words: guardCell(words) };
    else
      for (const [at, piece] of pieces.entries())
        // Between bars, so that the spaces at its ends stay.
        yield { ...row, words: `|${piece}|`, piece: String(at + 1) };
  }
}

function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (words.length - from > mostInCell) {
    const cut = from + mostInCell;
    const splitsPair = /[\uD800-\uDBFF]/.test(words[cut - 1] ?? '');
    pieces.push(words.slice(from, splitsPair ? cut - 1 : cut));
    from = splitsPair ? cut - 1 : cut;
  }
  return [...pieces, words.slice(from)];
}

/** A row as it was read: only cells that hold something, as text; days as year-month-day where they are days. */
export interface TableRowRead {
  readonly rowNumber: number;
  readonly cells: Readonly<Partial<Record<TableKey, string>>>;
}

interface Building {
  readonly report: Omit<InterchangeReport, 'figures' | 'sections'>;
  readonly head: number;
  hasHead: boolean;
  readonly figures: { row: number; figure: InterchangeReport['figures'][number] }[];
  readonly sections: Map<string, { row: number; pieces: Map<number, string> }>;
}

export interface TableReader {
  take(row: TableRowRead): void;
  finish(): { reports: PlacedReport[]; faults: FileFault[] };
}

/** Reads rows in any order into reports; `placeOf` says how a person finds a cell again. */
export function tableReader(placeOf: (row: number, key: TableKey | null) => string): TableReader {
  const found = new Map<string, Building>();
  const faults: FileFault[] = [];
  return {
    take(row) {
      const fault = (key: TableKey | null, message: string) =>
        faults.push({ where: placeOf(row.rowNumber, key), message });
      const head = readHead(row, fault);
      if (!head) return;
      const key = `${head.report.formCode}\n${head.report.unitCode}\n${head.report.periodFrom}`;
      const building = found.get(key) ?? newBuilding(head.report, row.rowNumber);
      found.set(key, building);
      if (building.report.periodTo !== head.report.periodTo)
        fault('to', 'Khác ngày cuối kỳ ở dòng đầu của báo cáo này');
      if (building.report.revision !== head.report.revision)
        fault('revision', 'Khác bản biểu mẫu ở dòng đầu của báo cáo này');
      takePart(building, { row, part: head.part }, fault);
    },
    finish() {
      for (const { sections } of found.values())
        for (const [code, { row, pieces }] of sections)
          if (!pieces.has(0) && [...pieces.keys()].some((piece) => piece > pieces.size))
            faults.push({ where: placeOf(row, 'piece'), message: `Mục “${code}” thiếu đoạn` });
      return { reports: [...found.values()].map((one) => placed(one, placeOf)), faults };
    },
  };
}

type Fault = (key: TableKey | null, message: string) => void;

function newBuilding(report: Building['report'], head: number): Building {
  return { report, head, hasHead: false, figures: [], sections: new Map() };
}

function readHead({ cells }: TableRowRead, fault: Fault): { report: Building['report']; part: Part } | null {
  const { formCode, from = '', to = '' } = cells;
  const unitCode = cells.unitCode && unguardCell(cells.unitCode);
  const revision = /^\d{1,6}$/.test(cells.revision ?? '') ? Number(cells.revision) : null;
  const part = partOf(cells.part ?? '');
  if (!formCode) fault('formCode', 'Chưa ghi mã biểu mẫu');
  if (!unitCode) fault('unitCode', 'Chưa ghi mã đơn vị');
  if (revision === null) fault('revision', 'Bản của biểu mẫu phải là số nguyên, như trong tệp xuất ra');
  for (const [key, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isDay(day)) fault(key, 'Không đọc được ngày; ghi theo mẫu ngày/tháng/năm, ví dụ 05/03/2026');
  if (part === null) fault('part', `Chỉ nhận: ${Object.values(partWords).join(', ')}`);
  if (!formCode || !unitCode || revision === null || part === null || !isDay(from) || !isDay(to)) return null;
  return {
    part,
    report: {
      formCode,
      revision,
      unitCode,
      unitName: unguardCell(cells.unitName ?? ''),
      periodFrom: from,
      periodTo: to,
      state: stateOf(cells.state ?? ''),
      nothingToReport: null,
    },
  };
}

/** As we write it, else however it was typed. */
function wordReader<K extends string>(words: Readonly<Record<K, string>>): (text: string) => K | null {
  const keys = Object.keys(words) as K[];
  const exact = new Map(keys.map((key) => [words[key], key]));
  const folded = new Map(keys.map((key) => [foldVietnamese(words[key]), key]));
  return (text) => exact.get(text) ?? folded.get(foldVietnamese(text)) ?? null;
}

const partOf = wordReader(partWords);
const stateOf = wordReader(reportStateWords);
const contentOf = wordReader(contentWords);

function takePart(building: Building, given: { row: TableRowRead; part: Part }, fault: Fault): void {
  const { rowNumber, cells } = given.row;
  if (given.part === 'report') {
    if (building.hasHead) fault('part', 'Báo cáo này đã có một dòng “Báo cáo” ở trên');
    building.hasHead = true;
    const content = contentOf(cells.words ?? '');
    if (content !== null) building.report.nothingToReport = content === 'none';
    else if (cells.words !== undefined)
      fault('words', `Chỉ nhận: ${contentWords.some}, ${contentWords.none}`);
    return;
  }
  const { code } = cells;
  if (!code) fault('code', 'Chưa ghi mã chỉ tiêu hoặc mã mục');
  else if (given.part === 'figure') takeFigure(building, { rowNumber, cells, code }, fault);
  else takeSection(building, { rowNumber, cells, code }, fault);
}

type Coded = TableRowRead & { readonly code: string };

function takeFigure(building: Building, { rowNumber, cells, code }: Coded, fault: Fault): void {
  const decimal = (key: 'stated' | 'counted' | 'value'): string | null => {
    const typed = cells[key];
    return typed === undefined ? null : fromOfficeDecimal(typed);
  };
  const stated = decimal('stated');
  if (stated === null && cells.stated !== undefined)
    fault('stated', `“${code}”: ghi số như 1.234,5 hoặc 1234,5; để trống nếu không có`);
  const figure = {
    code,
    stated,
    reason: unguardCell(cells.reason ?? ''),
    counted: decimal('counted'),
    value: decimal('value'),
  };
  building.figures.push({ row: rowNumber, figure });
}

function takeSection(building: Building, { rowNumber, cells, code }: Coded, fault: Fault): void {
  const { piece, words = '' } = cells;
  const section = building.sections.get(code) ?? { row: rowNumber, pieces: new Map<number, string>() };
  building.sections.set(code, section);
  const at = piece === undefined ? 0 : /^[1-9]\d{0,3}$/.test(piece) ? Number(piece) : null;
  if (at === null) fault('piece', 'Số thứ tự của đoạn phải là số nguyên từ 1');
  else if (section.pieces.has(at) || section.pieces.has(0) || (at === 0 && section.pieces.size > 0))
    fault('code', `Mục “${code}” ghi hai lần cho một báo cáo`);
  else if (at === 0) section.pieces.set(0, unguardCell(words));
  else section.pieces.set(at, words.replace(/^\|/, '').replace(/\|$/, ''));
}

function placed(building: Building, placeOf: (row: number, key: TableKey | null) => string): PlacedReport {
  const sections = [...building.sections].map(([code, { pieces }]) => ({
    code,
    words: [...pieces]
      .toSorted(([a], [b]) => a - b)
      .map(([, piece]) => piece)
      .join(''),
  }));
  const figures = building.figures.map(({ figure }) => figure);
  const rowOf = ({ part, code = '' }: Item): number => {
    if (part === 'figure')
      return building.figures.findLast((one) => one.figure.code === code)?.row ?? building.head;
    return part === 'section' ? (building.sections.get(code)?.row ?? building.head) : building.head;
  };
  return {
    report: { ...building.report, figures, sections },
    where: (item) => placeOf(rowOf(item), keyOf(item)),
  };
}

function keyOf({ part, field }: Item): TableKey | null {
  if (field === undefined) return part === 'report' ? null : 'code';
  const keys = { unit: 'unitCode', period: 'from', form: 'formCode' } as const;
  return field === 'unit' || field === 'period' || field === 'form' ? keys[field] : field;
}
