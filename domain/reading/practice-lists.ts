/** Lists of names without quotation marks: rules `list-after-model`, `line-of-list`. */
import type { ReadingContext } from './context.ts';
import { sentenceEnd } from './context.ts';
import { countedFields } from './field-counts.ts';
import { isYetToBeDone, type Candidate } from './practice-candidates.ts';
import { readSetting, settingAfter, startsPlace, type Setting } from './places.ts';
import { cueBefore } from './practice-cues.ts';
import {
  afterEnumerator,
  hasAtTop,
  itemsAt,
  split,
  startsWithModel,
  type Item,
  type ListItem,
} from './list-items.ts';
import { candidateFrom, nameOfLine, unquotedName } from './practice-names.ts';
import { fieldWords } from './words/field-words.ts';
import { bodyHeads, placeKinds } from './words/organisation-words.ts';
import { cues, endsName, goesOn, headlines, opensList } from './words/practice-words.ts';
import type { Paragraph } from './script.ts';
import { isCapital, type Token } from './tokens.ts';

/** "… mô hình nổi bật như: A; B; C…" inside a paragraph, and the lines below "Các mô hình tiêu biểu:". */
export function listedPractices(context: ReadingContext): Candidate[] {
  return context.script.paragraphs.flatMap((paragraph, index) => {
    if (paragraph.isRow) return [];
    const inside = listsInside(context, paragraph);
    const below = opensLinesBelow(context, paragraph) ? linesBelow(context, index) : [];
    return [...inside, ...below];
  });
}

interface ListOpening {
  /** First token of the first item. */
  readonly from: number;
  readonly hasColon: boolean;
  /** "Nổi bật là mô hình A; mô hình B": each item names itself a model. */
  readonly onlyModels: boolean;
}

function listsInside(context: ReadingContext, paragraph: Paragraph): Candidate[] {
  const found: Candidate[] = [];
  for (let at = paragraph.from; at < paragraph.to; at += 1) {
    const opening = openingAt(context, at, paragraph);
    if (opening === null) continue;
    found.push(...itemsOf(context, opening));
    at = opening.from;
  }
  return found;
}

/** A list begins after "như", "gồm" or a colon which "mô hình" governs. */
function openingAt(context: ReadingContext, at: number, paragraph: Paragraph): ListOpening | null {
  const { tokens } = context;
  const isColon = tokens[at]?.low === ':';
  const word = isColon ? null : opensList.at(tokens, at);
  if (!isColon && word === null) return null;
  // "X là mô hình mới" says what X is; "nổi bật là mô hình …" names one.
  const isPredicate = tokens[at]?.low === 'là';
  if (word !== null && !isPredicate && startsWithModel(tokens, word.end) && !isYetToBeDone(context, at))
    return { from: word.end, hasColon: false, onlyModels: !listsModels(context, word.end) };
  // "Tiêu biểu như: mô hình A (…); B; C": the first item says what all of them are.
  const first = word !== null && tokens[word.end]?.low === ':' ? word.end + 1 : -1;
  if (first > 0 && namesPlainModel(context, first) && !isYetToBeDone(context, at))
    return { from: first, hasColon: true, onlyModels: false };
  // "là", "điển hình" alone open nothing without a colon: "mô hình là …" defines.
  const needsColon = word !== null && !['như', 'gồm', 'bao'].includes(tokens[at]?.low ?? '');
  let from = isColon ? at + 1 : (word?.end ?? at + 1);
  const hasColon = isColon || tokens[from]?.low === ':';
  if (!isColon && hasColon) from += 1;
  if (needsColon && !hasColon) return null;
  if (from >= paragraph.to) return null;
  const before = cueBefore(context, from);
  if (before?.cue !== 'model' || !before.isList || isPointedAt(tokens, before.at)) return null;
  if (before.isThroughBlocker === true && !goesOnWithModels(context, from)) return null;
  const isCount = tokens[from]?.kind === 'number' && afterEnumerator(tokens, from) === from;
  if (isCount || isYetToBeDone(context, at)) return null;
  return { from, hasColon, onlyModels: false };
}

const PLURALS = new Set(['các', 'những', 'nhiều', 'số', 'loạt']);

/** "Một số mô hình tiêu biểu như mô hình A; B; C": all the items are models though only the first says so. */
function listsModels(context: ReadingContext, from: number): boolean {
  const before = cueBefore(context, from);
  const isList = before?.cue === 'model' && before.isList && before.isThroughBlocker !== true;
  return isList && PLURALS.has(context.tokens[before.at - 1]?.low ?? '') && hasSemicolon(context, from);
}

const POINTING = new Set(['này', 'đó', 'ấy', 'trên', 'nói']);

/** "điểm hay của mô hình này là ở chỗ: …": one that has been named opens no list of others. */
function isPointedAt(tokens: readonly Token[], cue: number): boolean {
  const end = cues.at(tokens, cue)?.end ?? cue;
  const isPlural = PLURALS.has(tokens[cue - 1]?.low ?? '');
  return !isPlural && POINTING.has(tokens[end]?.low ?? '');
}

/** "các mô hình ở khu dân cư như A; mô hình B": a later item says what the list is of. */
function goesOnWithModels(context: ReadingContext, from: number): boolean {
  const items = split(context, { from, to: endOfList(context, from) }, ';');
  return items.slice(1).some((item) => startsWithModel(context.tokens, item.from));
}

function hasSemicolon(context: ReadingContext, from: number): boolean {
  return hasAtTop(context, { from, to: endOfList(context, from) }, ';');
}

/** "mô hình" with a name that stands in no quotation marks. */
function namesPlainModel({ tokens, quoteByOpen }: ReadingContext, at: number): boolean {
  return (
    startsWithModel(tokens, at) && tokens[at + 2]?.kind === 'word' && quoteByOpen.get(at + 2) === undefined
  );
}

function itemsOf(context: ReadingContext, { from, onlyModels }: ListOpening): Candidate[] {
  const to = endOfList(context, from);
  if (countsModels(context, { from, to })) return [];
  const hasQuotes = context.quotes.some((quote) => quote.open >= from && quote.open < to);
  const quoted = hasQuotes && !namesPlainModel(context, from);
  const separator = hasAtTop(context, { from, to }, ';') ? ';' : ',';
  const found: Candidate[] = [];
  const items = itemsAt(context, { from, to }, separator);
  if (items.length === 1 && headlines.at(context.tokens, from) !== null) return [];
  for (const item of items) {
    if (onlyModels && !startsWithModel(context.tokens, item.from)) break;
    const result = readItem(context, item, { quoted, separator });
    if (result.candidate) found.push(result.candidate);
    if (result.isLast) break;
  }
  return found;
}

/** A list ends with its sentence, or where the sentence goes on to something else: "; đồng thời, …". */
function endOfList({ tokens }: ReadingContext, from: number): number {
  const end = sentenceEnd(tokens, from);
  for (let at = from; at < end; at += 1) {
    const isMark = tokens[at]?.low === ';' || tokens[at]?.low === ',' || tokens[at]?.low === '…';
    if (isMark && goesOn.at(tokens, at + 1)) return at;
  }
  return end;
}

/** "kinh tế 31 mô hình, văn hóa 42": a division of a total, not a list of names. */
function countsModels({ tokens }: ReadingContext, { from, to }: Item): boolean {
  if (countedFields(tokens, from, to).size > 0) return true;
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind === 'number' && cues.at(tokens, at + 1)?.value === 'model') return true;
  }
  return false;
}

/** Shorter plain names in a list are kinds or fields: "phát triển kinh tế". */
const FEWEST_IN_LIST = 5;

const LONGEST_ITEM = 32;
const SHORT_ITEM = 10;

/** "(xã A)", "của Công đoàn Dệt may": a place, or the proper name of a body. */
function isSomebodys({ tokens }: ReadingContext, at: number): boolean {
  const { places, owners } = settingAfter(tokens, at);
  return places.length > 0 || owners.some((owner) => /\p{Lu}.* \p{Lu}/u.test(owner));
}

function readItem(
  context: ReadingContext,
  item: ListItem,
  { quoted, separator }: { quoted: boolean; separator: string },
): { candidate: Candidate | null; isLast: boolean } {
  const { tokens } = context;
  let from = item.from;
  while (['và', 'các', ',', '-', '+'].includes(tokens[from]?.low ?? '') && from < item.to) from += 1;
  from = afterEnumerator(tokens, from);
  const cue = cues.at(tokens, from);
  const isModel = cue?.value === 'model' && tokens[from]?.low === 'mô';
  if (isModel) from += 2;
  if (tokens[from]?.low === ':') from += 1;
  const hasQuote = context.quotes.some((quote) => quote.open >= item.from && quote.open < item.to);
  if (hasQuote) return { candidate: null, isLast: false };
  const owned = ownerInItem(tokens, from, item.to);
  if (owned === null && tellsWhatABodyDoes(tokens, from, item.to)) return { candidate: null, isLast: false };
  if (owned !== null) from = owned.nameFrom;
  const name = unquotedName(tokens, from, { limit: item.to, commas: item.commas });
  const words = tokens.slice(name.from, name.to).filter((token) => token.kind !== 'mark').length;
  const isStory = name.to < item.to && endsName.at(tokens, name.to) !== null && separator === ',';
  const isField = fieldWords.at(tokens, from)?.end === name.to;
  if (words < 2 || words > LONGEST_ITEM || isField) return { candidate: null, isLast: isStory };
  // Among quoted names a plain one is sure only where its place or owner follows.
  if (quoted && !isModel && !(words <= SHORT_ITEM && separator === ';' && isSomebodys(context, name.to)))
    return { candidate: null, isLast: false };
  const isListed = words >= FEWEST_IN_LIST;
  const candidate = candidateFrom(context, name, { rule: 'list-after-model', confidence: 0.75, isListed });
  return { candidate: candidate && owned ? withOwner(candidate, owned) : candidate, isLast: isStory };
}

const LEVELS = new Set(['tỉnh', 'huyện', 'xã', 'phường', 'ủy', 'vụ']);
const OFFICES = new Set([
  'hội',
  'ban',
  'sở',
  'đoàn',
  'phòng',
  'ubnd',
  'đảng',
  'chi',
  'công',
  'trường',
  'văn',
]);
const LONGEST_OFFICE = 8;

/** "Hội Nông dân tỉnh đã thường xuyên …", "Ban Nội chính Tỉnh ủy tổ chức …": an office without a place, and its verb. */
function isOfficeAtWork(tokens: readonly Token[], from: number, to: number): boolean {
  if (!OFFICES.has(tokens[from]?.low ?? '')) return false;
  for (let at = from + 1; at < Math.min(to, from + LONGEST_OFFICE); at += 1) {
    const next = tokens[at + 1]?.low ?? '';
    if (LEVELS.has(tokens[at]?.low ?? '') && (DOES.has(next) || next === 'đã' || next === 'thường'))
      return true;
  }
  return false;
}

const DOES = new Set('chỉ vận tổ phối tham thực triển huy hướng tuyên'.split(' '));

/** "Hội Nông dân huyện A chỉ đạo cải tạo vườn tạp": a body and its verb tell of work, they name nothing. */
function tellsWhatABodyDoes(tokens: readonly Token[], from: number, to: number): boolean {
  if (bodyHeads.at(tokens, from) === null || !isCapital(tokens[from])) return false;
  if (isOfficeAtWork(tokens, from, to)) return true;
  let at = from;
  while (at < to && !startsPlace(tokens, at)) at += 1;
  at = placeKinds.at(tokens, at)?.end ?? to;
  while (at < to && isCapital(tokens[at])) at += 1;
  return at < to && DOES.has(tokens[at]?.low ?? '');
}

function hasProperName(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from + 1, to).some((token) => isCapital(token));
}

interface OwnerInItem extends Omit<Setting, 'end'> {
  readonly nameFrom: number;
}

const LONGEST_OWNER = 14;

/** "chi hội ấp 4 với mô hình nuôi tôm": the item begins with the one who has the practice. */
function ownerInItem(tokens: readonly Token[], from: number, to: number): OwnerInItem | null {
  if (bodyHeads.at(tokens, from) === null && !startsPlace(tokens, from)) return null;
  for (let at = from + 2; at < Math.min(to, from + LONGEST_OWNER); at += 1) {
    if (tokens[at]?.low !== 'với' && tokens[at]?.low !== 'có') continue;
    if (tokens[at - 1]?.low === 'không' || tokens[at - 1]?.low === 'chưa') continue;
    if (tokens[at + 1]?.kind === 'number') continue;
    const setting = readSetting(tokens, from, at);
    const namesModel = startsWithModel(tokens, at + 1);
    // "CLB nông dân với pháp luật" is a name of one piece: nobody's own.
    if (!namesModel && setting.places.length === 0 && !hasProperName(tokens, from, at)) continue;
    const nameFrom = namesModel ? at + 3 : at + 1;
    return nameFrom < to ? { ...setting, nameFrom } : null;
  }
  return null;
}

function withOwner(candidate: Candidate, { places, owners }: OwnerInItem): Candidate {
  return {
    ...candidate,
    places: candidate.places.length > 0 ? candidate.places : places,
    owner: candidate.owner ?? (owners.length > 0 ? owners.join('; ') : null),
  };
}

const LONGEST_LEAD = 40;

/** A heading or a line ending in a colon that announces models, with nothing after it. */
function opensLinesBelow(context: ReadingContext, paragraph: Paragraph): boolean {
  const { tokens } = context;
  const last = tokens[paragraph.to - 1]?.low;
  const from = paragraph.marker?.end ?? paragraph.from;
  if (paragraph.to - from > LONGEST_LEAD || isYetToBeDone(context, paragraph.to - 1)) return false;
  const isHeading = paragraph.marker !== null || paragraph.isAllCapitals;
  if (last !== ':' && !isHeading) return false;
  if (last !== ':' && last !== undefined && ['.', ';', ','].includes(last)) return false;
  const lead = cueBefore(context, last === ':' ? paragraph.to - 1 : paragraph.to);
  if (lead?.cue !== 'model') return false;
  return last === ':' || announces(context, from, paragraph.to);
}

const ANNOUNCING = new Set(['tiêu', 'danh', 'một', 'các', 'những', 'điển', 'nổi', 'kết']);

/** "Các mô hình tiêu biểu" announces a list; "Mô hình trồng nấm" is itself a name. */
function announces({ tokens }: ReadingContext, from: number, to: number): boolean {
  const first = tokens[from]?.low ?? '';
  const hasTypical = tokens
    .slice(from, to)
    .some((token, at, all) => (token.low === 'tiêu' && all[at + 1]?.low === 'biểu') || token.low === 'danh');
  return ANNOUNCING.has(first) && hasTypical;
}

function linesBelow(context: ReadingContext, lead: number): Candidate[] {
  const found: Candidate[] = [];
  const style = context.script.paragraphs[lead + 1]?.marker?.style;
  if (style === undefined || style === 'roman' || style === 'part') return found;
  for (const paragraph of context.script.paragraphs.slice(lead + 1)) {
    if (paragraph.marker?.style !== style) break;
    const candidate = readLine(context, paragraph);
    if (candidate !== null) found.push(candidate);
  }
  return found;
}

/** One line of a list: its name up to a colon, a full stop, a place or an owner. */
function readLine(context: ReadingContext, paragraph: Paragraph): Candidate | null {
  const { tokens } = context;
  let from = paragraph.marker?.end ?? paragraph.from;
  if (tokens[from]?.low === 'mô' && tokens[from + 1]?.low === 'hình') from += 2;
  if (tokens[from]?.low === ':') from += 1;
  const hasQuote = context.quotes.some((quote) => quote.open >= from && quote.open <= from + 8);
  if (hasQuote) return null;
  const name = nameOfLine(tokens, from, paragraph.to);
  const words = name.to - name.from;
  return words < 2 || words > 30
    ? null
    : candidateFrom(context, name, { rule: 'line-of-list', confidence: 0.75 });
}
