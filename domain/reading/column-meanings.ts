/** What the columns of a list of registrations mean, by the words of their headings and the shapes below them. */
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';

/** What a list's columns may mean. */
export const columnMeanings = [
  'name',
  'place',
  'unit',
  'field',
  'nature',
  'subject',
  'origin',
  'owner',
  'responsible',
  'content',
  'starts_on',
  'ends_on',
  'ignored',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

export const columnMeaningWords: Readonly<Record<ColumnMeaning, string>> = {
  name: 'Tên mô hình',
  place: 'Địa chỉ',
  unit: 'Địa bàn',
  field: 'Lĩnh vực',
  nature: 'Loại',
  subject: 'Đối tượng',
  origin: 'Mới hay tiếp tục',
  owner: 'Chủ mô hình',
  responsible: 'Người phụ trách',
  content: 'Nội dung',
  starts_on: 'Ngày bắt đầu',
  ends_on: 'Ngày kết thúc',
  ignored: 'Bỏ qua',
};

interface ProposedColumn {
  readonly heading: string;
  readonly meaning: ColumnMeaning;
  readonly confidence: number;
  readonly samples: readonly string[];
}

export interface ProposedTable {
  /** Place of the heading among the rows. */
  readonly headingRow: number;
  readonly columns: readonly ProposedColumn[];
}

/** Folded words of headings, the telling ones first: "ngày bắt đầu" is no "bắt đầu công việc". */
const headingWords: readonly (readonly [ColumnMeaning, string])[] = [
  ['ignored', 'stt|so tt|tt|ghi chu|dien thoai|so dien thoai|sdt|chu ky|ky nhan'],
  ['starts_on', 'ngay bat dau|bat dau|tu ngay|thoi gian bat dau|khoi cong|ngay dang ky|tu thang'],
  ['ends_on', 'ngay ket thuc|ket thuc|den ngay|thoi gian ket thuc|hoan thanh|den thang|thoi han'],
  ['subject', 'tap the ca nhan|tap the hay ca nhan|doi tuong|chu the|loai doi tuong'],
  ['nature', 'loai|loai hinh|mo hinh hay dien hinh|mo hinh dien hinh loai'],
  ['origin', 'moi tiep tuc|moi hay cu|nguon goc|hinh thuc|moi nhan rong|tinh trang'],
  ['responsible', 'nguoi phu trach|phu trach|nguoi chiu trach nhiem|dau moi|can bo phu trach|nguoi dang ky'],
  [
    'owner',
    'chu mo hinh|don vi chu tri|tap the ca nhan thuc hien|chu tri|don vi xay dung|nguoi thuc hien|don vi thuc hien',
  ],
  ['unit', 'don vi|to chuc co so dang|tccs dang|dang uy|chi bo|don vi dang ky|co quan|xa phuong|dia ban'],
  ['place', 'dia chi|noi thuc hien|dia diem|thon|to dan pho|noi o|dia diem thuc hien'],
  ['field', 'linh vuc|thuoc linh vuc|nhom linh vuc'],
  [
    'name',
    'ten mo hinh|ten dien hinh|mo hinh|ten goi|dien hinh|ten mo hinh dien hinh|ten mo hinh dan van kheo|ten',
  ],
  ['content', 'noi dung|noi dung thuc hien|cach lam|mo ta|tom tat|noi dung dang ky|viec lam'],
  ['starts_on', 'thoi gian|thoi gian thuc hien'],
];

const READ_ABOVE = 20;
const SAMPLES = 3;
const ENOUGH_ROWS = 60;

/** The heading is the row among the first ones that names the most columns; titles stand above it. */
export function proposeColumns(rows: readonly (readonly string[])[]): ProposedTable | null {
  const headingRow = findHeading(rows);
  const heading = rows[headingRow];
  if (!heading) return null;
  const below = rows.slice(headingRow + 1, headingRow + 1 + ENOUGH_ROWS);
  const width = Math.max(heading.length, ...below.map((row) => row.length), 0);
  const proposed = Array.from({ length: width }, (_, at) => {
    const cells = below.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    return {
      heading: heading[at] ?? '',
      samples: cells.slice(0, SAMPLES),
      ...meaningOf(heading[at] ?? '', cells),
    };
  });
  return { headingRow, columns: onceEach(proposed) };
}

function findHeading(rows: readonly (readonly string[])[]): number {
  let best = 0;
  let most = 0;
  for (const [at, row] of rows.slice(0, READ_ABOVE).entries()) {
    // A title that is merged over the whole width says the same in every cell.
    const cells = [...new Set(row.filter((cell) => cell !== ''))];
    const named = new Set(cells.flatMap((cell) => byHeading(cell)?.meaning ?? []));
    const score = named.size + (named.has('name') ? 1 : 0);
    if (cells.length > 1 && score > most) {
      best = at;
      most = score;
    }
  }
  return most > 0
    ? best
    : Math.max(
        0,
        rows.findIndex((row) => new Set(row.filter(Boolean)).size > 1),
      );
}

function meaningOf(
  heading: string,
  cells: readonly string[],
): Pick<ProposedColumn, 'meaning' | 'confidence'> {
  const told = byHeading(heading);
  const shown = byShape(cells);
  if (told === null) return shown ?? { meaning: 'ignored', confidence: 0.4 };
  const isBorneOut = shown?.meaning === told.meaning;
  return { ...told, confidence: Math.min(0.98, told.confidence + (isBorneOut ? 0.05 : 0)) };
}

function byHeading(heading: string): Pick<ProposedColumn, 'meaning' | 'confidence'> | null {
  const folded = foldVietnamese(heading.replaceAll(/\([^)]*\)/g, ' '));
  if (folded === '' || folded.length > 80) return null;
  let best: { meaning: ColumnMeaning; confidence: number; length: number } | null = null;
  for (const [meaning, words] of headingWords)
    for (const phrase of words.split('|')) {
      const isWhole = folded === phrase;
      const isInside = ` ${folded} `.includes(` ${phrase} `);
      if (!isWhole && !(isInside && phrase.length > 3)) continue;
      const confidence = isWhole ? (phrase.length > 8 ? 0.93 : 0.9) : folded.startsWith(phrase) ? 0.8 : 0.65;
      const isBetter =
        best === null ||
        confidence > best.confidence ||
        (confidence === best.confidence && phrase.length > best.length);
      if (isBetter) best = { meaning, confidence, length: phrase.length };
    }
  return best === null ? null : { meaning: best.meaning, confidence: best.confidence };
}

const DAY = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/;
const fields: readonly string[] = Object.values(baseFieldWords).map(foldVietnamese);

const shapes: readonly (readonly [ColumnMeaning, number, (cell: string) => boolean])[] = [
  ['ignored', 0.7, (cell) => /^\d{1,4}$/.test(cell)],
  ['starts_on', 0.5, (cell) => DAY.test(cell)],
  ['field', 0.7, (cell) => fields.includes(foldVietnamese(cell))],
  ['nature', 0.7, (cell) => ['mo hinh', 'dien hinh'].includes(foldVietnamese(cell))],
  ['subject', 0.7, (cell) => ['tap the', 'ca nhan', 'ho gia dinh'].includes(foldVietnamese(cell))],
  ['origin', 0.6, (cell) => ['moi', 'tiep tuc', 'nhan rong'].includes(foldVietnamese(cell))],
  ['place', 0.5, (cell) => /^(?:thon|to dan pho|khu pho|ap|ban|xom)\b/.test(foldVietnamese(cell))],
  ['content', 0.5, (cell) => cell.length > 150],
];

const MOSTLY = 0.8;

function byShape(cells: readonly string[]): Pick<ProposedColumn, 'meaning' | 'confidence'> | null {
  if (cells.length === 0) return null;
  for (const [meaning, confidence, fits] of shapes)
    if (cells.filter(fits).length >= cells.length * MOSTLY) return { meaning, confidence };
  return null;
}

/** One column for each meaning: the surest, of equals the first. A second column of days is where things end. */
function onceEach(columns: readonly ProposedColumn[]): ProposedColumn[] {
  const holder = new Map<ColumnMeaning, number>();
  for (const [at, one] of columns.entries()) {
    const held = holder.get(one.meaning);
    if (held === undefined || one.confidence > (columns[held]?.confidence ?? 0)) holder.set(one.meaning, at);
  }
  const startsAt = holder.get('starts_on');
  return columns.map((one, at) => {
    if (one.meaning === 'ignored' || holder.get(one.meaning) === at) return one;
    if (one.meaning === 'starts_on' && !holder.has('ends_on') && startsAt !== undefined && startsAt < at) {
      holder.set('ends_on', at);
      return { ...one, meaning: 'ends_on' as const };
    }
    return { ...one, meaning: 'ignored' as const, confidence: 0.3 };
  });
}

/** The headings as a list is remembered by. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(foldVietnamese).join('|');
}
