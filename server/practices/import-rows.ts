import type { Plan } from '#domain/campaigns/plan.ts';
import type { FieldProblem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { registrationSchema, type Registration } from '#domain/practices/practice.ts';
import { natureWords, originWords, subjectWords } from '#domain/practices/practice.words.ts';
import { readDay, readWord, type Reading } from '#server/excel/read-list.ts';
import { cellFault, cellOf, type TableCell, type TableRow } from '#server/excel/table.ts';
import { importColumns, importKeys, type ImportKey } from './import-columns.ts';

export interface ImportBasis {
  readonly plan: Pick<Plan, 'fields'>;
  /** "5/3" is 5 March of the campaign's year. */
  readonly year: number;
  /** Key → column letters. */
  readonly columns: Partial<Record<ImportKey, string>>;
  /** Places that may be named, those nearest to the unit first. */
  readonly places: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
}

export interface ImportedRow {
  readonly rowNumber: number;
  readonly nameCell: string;
  readonly registration: Registration;
}

export interface ReadRows {
  readonly rows: ImportedRow[];
  readonly faults: FieldProblem[];
  readonly faultyRows: number;
}

/** Reads every row into a registration; whatever is wrong is named by its cell. */
export function readRegistrationRows(rows: readonly TableRow[], basis: ImportBasis): ReadRows {
  const read: ImportedRow[] = [];
  const faults: FieldProblem[] = [];
  const faulty = new Set<number>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { registration, faults: own } = readRow(row, basis);
    const nameCell = `${basis.columns.name ?? 'A'}${row.rowNumber}`;
    if (registration) {
      const key = [registration.name, registration.placeText].map(foldVietnamese).join('|');
      const first = seen.get(`${key}|${registration.placeUnitId}`);
      if (first === undefined) seen.set(`${key}|${registration.placeUnitId}`, row.rowNumber);
      else own.push({ path: nameCell, message: `Trùng tên và địa chỉ với dòng ${first}` });
      read.push({ rowNumber: row.rowNumber, nameCell, registration });
    }
    if (own.length > 0) faulty.add(row.rowNumber);
    faults.push(...own);
  }
  return { rows: read, faults, faultyRows: faulty.size };
}

/** Rows → new or continued. A replica names the practice it follows, which no list can. */
export function readOrigins(
  rows: readonly TableRow[],
  column: string | undefined,
): { byRow: ReadonlyMap<number, 'new' | 'continued'>; faults: FieldProblem[] } {
  const byRow = new Map<number, 'new' | 'continued'>();
  const faults: FieldProblem[] = [];
  if (column === undefined) return { byRow, faults };
  for (const row of rows) {
    const reading = readWord(cellOf(row, column), originWords, 'new' as const);
    const path = `${column}${row.rowNumber}`;
    if (reading.fault !== undefined) faults.push({ path, message: reading.fault });
    else if (reading.value === 'replicated')
      faults.push({
        path,
        message: 'Nhân rộng phải chọn mô hình gốc: bỏ qua cột này, rồi chọn ở từng bản đăng ký',
      });
    else byRow.set(row.rowNumber, reading.value);
  }
  return { byRow, faults };
}

function readRow(
  row: TableRow,
  basis: ImportBasis,
): { registration: Registration | null; faults: FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const values: Partial<Record<ImportKey, unknown>> = {};
  for (const key of importKeys) {
    const column = basis.columns[key];
    if (column === undefined) continue;
    const cell = cellOf(row, column);
    const address = `${column}${row.rowNumber}`;
    const broken = cell ? cellFault(cell) : null;
    const reading: Reading<unknown> = broken ? { value: undefined } : readCell(key, cell, basis);
    if (broken) faults.push(broken);
    else if (isMissing(key, reading, values)) faults.push({ path: address, message: missingWords(key) });
    else if (reading.fault !== undefined) faults.push({ path: address, message: reading.fault });
    values[key] = reading.value;
  }
  const named = new Set(faults.map((fault) => fault.path));
  const parsed = registrationSchema.safeParse(asRegistration(values));
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const address = `${basis.columns[keyOfPath(issue.path)] ?? 'A'}${row.rowNumber}`;
      // A cell that was refused already need not be refused again for what its lack brings about.
      if (!named.has(address)) faults.push({ path: address, message: issue.message });
    }
  return { registration: parsed.success ? parsed.data : null, faults };
}

/** An address is there when either of its two columns is filled. */
function isMissing(
  key: ImportKey,
  reading: Reading<unknown>,
  before: Partial<Record<ImportKey, unknown>>,
): boolean {
  if (!importColumns[key].required || reading.fault !== undefined) return false;
  const isEmpty = reading.value === null || reading.value === '';
  return isEmpty && !(key === 'placeText' && before.placeUnit);
}

function missingWords(key: ImportKey): string {
  return `Chưa nhập ${importColumns[key].header.toLowerCase()}`;
}

function readCell(key: ImportKey, cell: TableCell | undefined, basis: ImportBasis): Reading<unknown> {
  switch (key) {
    case 'nature':
      return readWord(cell, natureWords, 'model');
    case 'subject':
      return readWord(cell, subjectWords, 'collective');
    case 'field':
      return chooseField(cell, basis.plan);
    case 'placeUnit':
      return choosePlace(cell, basis.places);
    case 'startsOn':
    case 'endsOn':
      return readDay(cell, basis.year);
    default:
      return { value: cell?.text ?? '' };
  }
}

function chooseField(cell: TableCell | undefined, plan: Pick<Plan, 'fields'>): Reading<unknown> {
  if (!cell) return { value: null };
  const folded = foldVietnamese(cell.text);
  const found = plan.fields.find(
    (field) => foldVietnamese(field.name) === folded || field.code === cell.text,
  );
  if (found) return { value: found.code };
  return {
    value: null,
    fault: `Lĩnh vực không có trong kế hoạch; chỉ nhận: ${plan.fields.map((field) => field.name).join('; ')}`,
  };
}

function choosePlace(cell: TableCell | undefined, places: ImportBasis['places']): Reading<unknown> {
  if (!cell) return { value: null };
  const folded = foldVietnamese(cell.text);
  const found = places.find(
    (place) => foldVietnamese(place.name) === folded || foldVietnamese(place.shortName) === folded,
  );
  if (found) return { value: found.id };
  return {
    value: null,
    fault: 'Không có địa bàn này trong danh sách; chọn lại, hoặc để trống và ghi ở cột Địa chỉ',
  };
}

const detailKeys = [
  'presentState',
  'method',
  'beneficiaries',
  'forces',
  'resources',
  'outputs',
  'durability',
] as const;

function asRegistration(values: Partial<Record<ImportKey, unknown>>): Record<string, unknown> {
  return {
    name: values.name ?? '',
    nature: values.nature ?? 'model',
    subject: values.subject ?? 'collective',
    fieldCode: values.field ?? null,
    placeUnitId: values.placeUnit ?? null,
    placeText: values.placeText ?? '',
    startsOn: values.startsOn ?? null,
    endsOn: values.endsOn ?? null,
    content: values.content ?? '',
    ownerName: values.ownerName ?? '',
    responsibleName: values.responsibleName ?? '',
    responsiblePhone: values.responsiblePhone ?? '',
    details: Object.fromEntries(detailKeys.map((key) => [key, values[key] ?? ''])),
    consentToPublish: false,
  };
}

const keysByItem: Readonly<Record<string, ImportKey>> = { fieldCode: 'field', placeUnitId: 'placeUnit' };

function keyOfPath(path: readonly PropertyKey[]): ImportKey {
  const item = String(path[0] === 'details' ? path[1] : path[0]);
  return keysByItem[item] ?? importKeys.find((key) => key === item) ?? 'name';
}
