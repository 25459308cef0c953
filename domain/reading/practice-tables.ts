/** Registration lists that were made into text: rule `row-of-table`, columns known by their headings. */
import type { ReadingContext } from './context.ts';
import { isMovementName, nameOf, type Candidate } from './practice-candidates.ts';
import { readSetting } from './places.ts';
import type { Paragraph } from './script.ts';
import { fieldOf } from './sections.ts';
import { phrases } from './lexicon.ts';

type Column = 'name' | 'place' | 'owner' | 'field' | 'other';

const NAME = phrases(
  'tên mô hình|mô hình|tên mô hình điển hình|tên điển hình|nội dung mô hình|tên gọi mô hình|điển hình',
);
const PLACE = phrases('địa chỉ|địa điểm|nơi thực hiện|địa bàn|địa điểm thực hiện|thôn|xã|nơi xây dựng');
const FIELD = phrases('lĩnh vực|thuộc lĩnh vực');
const OWNER = phrases(
  'đơn vị|chủ mô hình|tên đơn vị|đơn vị thực hiện|đơn vị đăng ký|tập thể|chủ thể|người phụ trách|phụ trách|cơ quan|chủ trì',
);

interface Cell {
  readonly from: number;
  readonly to: number;
}

export function tabledPractices(context: ReadingContext): Candidate[] {
  const found: Candidate[] = [];
  let columns: Column[] | null = null;
  for (const paragraph of context.script.paragraphs) {
    if (!paragraph.isRow) {
      columns = null;
      continue;
    }
    const cells = cellsOf(context, paragraph);
    const headings = cells.map((cell) => columnOf(context, cell));
    if (headings.includes('name') && columns === null) columns = headings;
    else if (columns !== null) {
      const candidate = readRow(context, cells, columns);
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

function cellsOf({ tokens }: ReadingContext, { from, to }: Paragraph): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const isEdge = at === to || tokens[at]?.text === '\t' || tokens[at]?.text === '|';
    if (!isEdge) continue;
    cells.push({ from: start, to: at });
    start = at + 1;
  }
  return cells;
}

const LONGEST_HEADING = 8;

function columnOf({ tokens }: ReadingContext, { from, to }: Cell): Column {
  if (to === from || to - from > LONGEST_HEADING) return 'other';
  if (NAME.at(tokens, from)) return 'name';
  if (FIELD.at(tokens, from)) return 'field';
  if (PLACE.at(tokens, from)) return 'place';
  return OWNER.at(tokens, from) ? 'owner' : 'other';
}

function readRow(
  context: ReadingContext,
  cells: readonly Cell[],
  columns: readonly Column[],
): Candidate | null {
  const { tokens } = context;
  const named = cells[columns.indexOf('name')];
  if (named === undefined || named.to - named.from < 2) return null;
  let { from } = named;
  if (tokens[from]?.low === 'mô' && tokens[from + 1]?.low === 'hình') from += 2;
  const quote = context.quotes.find((one) => one.open >= from && one.end <= named.to);
  if (quote !== undefined && !isMovementName(nameOf(tokens, quote.from, quote.to))) from = quote.from;
  const name = nameOf(tokens, from, quote !== undefined && from === quote.from ? quote.to : named.to);
  if (!/\p{L}{2}/u.test(name)) return null;
  const placeCell = cells[columns.indexOf('place')];
  const ownerCell = cells[columns.indexOf('owner')];
  const setting = placeCell ? readSetting(tokens, placeCell.from, placeCell.to) : null;
  const owner = ownerCell ? nameOf(tokens, ownerCell.from, ownerCell.to) : '';
  const places =
    setting?.places ?? (ownerCell ? readSetting(tokens, ownerCell.from, ownerCell.to).places : []);
  const fieldCell = cells[columns.indexOf('field')];
  const field = fieldCell ? fieldOf(context.script, fieldCell.from, fieldCell.to) : null;
  const common = { field, nature: 'model', subject: null, rule: 'row-of-table', confidence: 0.85 } as const;
  return { ...common, from, to: named.to, name, places, owner: owner === '' ? null : owner };
}
