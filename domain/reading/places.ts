/** Where a practice stands and whose it is. No list of towns: places are known by their kind words and capitals. */
import { wordsOf } from './context.ts';
import { isAllCapitals, isCapital, type Token } from './tokens.ts';
import { persons } from './words/practice-words.ts';
import { bodyHeads, placeKinds, placesWithoutName } from './words/organisation-words.ts';

export interface Setting {
  readonly places: readonly string[];
  readonly owners: readonly string[];
  /** Index after what was read. */
  readonly end: number;
}

const NOWHERE: Omit<Setting, 'end'> = { places: [], owners: [] };
const LONGEST_BRACKET = 90;
const LONGEST_PHRASE = 22;

/** What follows a name: "(xã A, xã B)", "của Hội Phụ nữ xã A", "ở thôn B, xã A", "tại …", "- xã A". */
export function settingAfter(tokens: readonly Token[], at: number): Setting {
  const token = tokens[at];
  if (token === undefined) return { ...NOWHERE, end: at };
  if (token.low === '(') return inBracket(tokens, at);
  const start = addressAfter(tokens, at) ?? startOfPhrase(tokens, at);
  if (start === null) return { ...NOWHERE, end: at };
  const end = endOfPhrase(tokens, start);
  const found = readSetting(tokens, start, end);
  // "của anh Lành (ấp 3)": the bracket tells where the owner is.
  if (tokens[end]?.low !== '(') return { ...found, end };
  const bracket = inBracket(tokens, end);
  if (found.places.length === 0) return { places: bracket.places, owners: found.owners, end: bracket.end };
  const isPlace = startsPlace(tokens, end + 1) || isCapital(tokens[end + 1]);
  const larger = isPlace && bracket.places.length === 1 && bracket.owners.length === 0 ? bracket.places : [];
  // "xã Hòa An (huyện Phú Tân)", "xã Hòa An (Phú Tân)": the larger place in the bracket.
  const places = found.places.map((place, at) => [place, ...(at === found.places.length - 1 ? larger : [])]);
  return {
    places: places.map((parts) => parts.join(', ')),
    owners: found.owners,
    end: larger.length > 0 ? bracket.end : end,
  };
}

/** "“…”. Địa chỉ: thôn Vĩnh Sơn". */
function addressAfter(tokens: readonly Token[], at: number): number | null {
  const from = ['.', ',', ';', '-'].includes(tokens[at]?.low ?? '') ? at + 1 : at;
  const isAddress = tokens[from]?.low === 'địa' && ['chỉ', 'điểm'].includes(tokens[from + 1]?.low ?? '');
  if (!isAddress) return null;
  return tokens[from + 2]?.low === ':' ? from + 3 : from + 2;
}

/** "của", "do", "tại", "ở", "trên địa bàn", "thuộc"; a comma or a hyphen only before a place. */
function startOfPhrase(tokens: readonly Token[], at: number): number | null {
  const low = tokens[at]?.low ?? '';
  if (low === 'trên' && tokens[at + 1]?.low === 'địa' && tokens[at + 2]?.low === 'bàn') return at + 3;
  if (['được', 'đã', 'triển', 'thực', 'do'].includes(low)) return afterVerb(tokens, at);
  if (['của', 'tại', 'ở', 'thuộc'].includes(low)) return at + 1;
  if (low === 'từ' && startsPlace(tokens, at + 1)) return at + 1;
  if (startsPlace(tokens, at) && !isCapital(tokens[at])) return at;
  if (low === 'mà' && isCapital(tokens[at + 1]) && bodyHeads.at(tokens, at + 1)) return at + 1;
  const isMark = [',', '-', ':'].includes(low);
  if (isMark && ['do', 'của', 'tại', 'ở'].includes(tokens[at + 1]?.low ?? '')) return at + 2;
  const opensBody = low === '-' && isCapital(tokens[at + 1]) && bodyHeads.at(tokens, at + 1) !== null;
  const opensPlace = isMark && (startsPlace(tokens, at + 1) || opensBody);
  return opensPlace ? at + 1 : null;
}

/** "được triển khai tại xã A", "do Hội Nông dân xã B thực hiện". */
function afterVerb(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.low === 'do') return at + 1;
  for (let next = at + 1; next < at + 6; next += 1) {
    const low = tokens[next]?.low ?? '\n';
    if (['tại', 'ở'].includes(low)) return next + 1;
    if (tokens[next]?.kind !== 'word') return null;
  }
  return null;
}

export function startsPlace(tokens: readonly Token[], at: number): boolean {
  // "Bộ đội Biên phòng": no team of that name.
  if (tokens[at]?.low === 'đội' && tokens[at - 1]?.low === 'bộ') return false;
  const end = endOfKind(tokens, at);
  return end !== null && isNameWord(tokens[end]);
}

const SHORT_KINDS = new Set(['p', 'q', 'h', 'x', 'tp', 'tx', 'tt']);

/** "P. Mỹ An", "TP.Bà Rịa": the dot of a short form. */
function isShortKindDot(tokens: readonly Token[], at: number): boolean {
  const isDot = tokens[at]?.low === '.' && tokens[at]?.spaced === false;
  const kind = tokens[at - 1];
  return isDot && isCapital(kind) && SHORT_KINDS.has(kind?.low ?? '') && isNameWord(tokens[at + 1]);
}

/** Where the kind of a place ends, with the dot of its short form. */
function endOfKind(tokens: readonly Token[], at: number): number | null {
  const kind = placeKinds.at(tokens, at);
  if (kind === null) return null;
  return isShortKindDot(tokens, kind.end) ? kind.end + 1 : kind.end;
}

function isNameWord(token: Token | undefined): boolean {
  return isCapital(token) || (token?.kind === 'number' && /^\d{1,3}$/.test(token.text));
}

const ENDS_PHRASE = new Set([';', '.', ':', '(', ')', '“', '"', '…', '\n', '\t', '|', '«']);
const VERBS = new Set(
  'phối cũng vẫn luôn đã được đang với có là thực triển xây thu giúp góp mang đem đạt vận hỗ duy tổ để nhằm trong hiện sau từ năm về cho bước gồm ra phát trao vào khi sẽ đăng'.split(
    ' ',
  ),
);

/** A place or an owner goes on until a verb, or a comma after which no place follows. */
function endOfPhrase(tokens: readonly Token[], start: number): number {
  let at = start;
  for (; at < tokens.length && at - start < LONGEST_PHRASE; at += 1) {
    const token = tokens[at];
    if (isShortKindDot(tokens, at)) continue;
    if (token === undefined || token.kind === 'break' || ENDS_PHRASE.has(token.text)) break;
    const isVerb = token.text === token.low && VERBS.has(token.low) && !bodyHeads.at(tokens, at);
    // "Tổ dân vận khu phố 2".
    if (isVerb && !(token.low === 'vận' && tokens[at - 1]?.low === 'dân')) break;
    const isJoint = token.low === ',' || token.low === 'và';
    // "của Hội Phụ nữ và Hội Chữ thập đỏ xã A": two bodies have it together.
    const isTogether =
      token.low === 'và' && isCapital(tokens[at + 1]) && bodyHeads.at(tokens, at + 1) !== null;
    if (isJoint && !isTogether && !continuesPlace(tokens, at + 1)) break;
  }
  return at;
}

function continuesPlace(tokens: readonly Token[], at: number): boolean {
  if (startsPlace(tokens, at)) return true;
  if (!isCapital(tokens[at]) || bodyHeads.at(tokens, at)) return false;
  return isCapital(tokens[at + 1]) || [',', ';', ')', '.', 'và', '\n'].includes(tokens[at + 1]?.low ?? '\n');
}

function inBracket(tokens: readonly Token[], open: number): Setting {
  let depth = 0;
  const limit = Math.min(tokens.length, open + LONGEST_BRACKET);
  for (let at = open; at < limit; at += 1) {
    if (tokens[at]?.low === '(') depth += 1;
    if (tokens[at]?.low === ')') depth -= 1;
    if (tokens[at]?.kind === 'break') break;
    if (depth === 0) return { ...readSetting(tokens, open + 1, at), end: at + 1 };
  }
  return { ...NOWHERE, end: open };
}

interface Segment {
  readonly kind: 'place' | 'owner';
  readonly words: string;
  readonly rank: number;
  readonly isSecond: boolean;
}

/** Reads "thôn A và thôn B, xã C", "trường THCS X, Tú Hạ; trường Y, Hương Xuân", "Dòng họ Trần ở Hương Vân". */
export function readSetting(tokens: readonly Token[], from: number, to: number): Omit<Setting, 'end'> {
  const segments: Segment[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const low = tokens[at]?.low ?? '';
    const isCut = at === to || [',', ';', 'và', 'ở', 'tại', '-', 'thuộc', '/'].includes(low);
    if (!isCut) continue;
    const joinsBody = (low === 'và' || low === '-' || low === ',') && isInsideBody(tokens, start, at);
    if (joinsBody && at !== to) continue;
    segments.push(...segmentsOf(tokens, start, at));
    start = at + 1;
  }
  const owners = segments.filter((one) => one.kind === 'owner').map((one) => one.words);
  return { places: chain(segments.filter((one) => one.kind === 'place')), owners };
}

/** "Đảng ủy cơ quan Mặt trận - đoàn thể thị xã", "Mặt trận và các đoàn thể": the joint stands inside a name. */
function isInsideBody(tokens: readonly Token[], start: number, at: number): boolean {
  if (bodyHeads.at(tokens, start) === null) return false;
  const next = tokens[at + 1];
  if (tokens[at]?.low === ',') return false;
  return next !== undefined && !isCapital(next) && !placeKinds.at(tokens, at + 1);
}

const SKIPPED = new Set(['các', 'tại', 'ở', 'thuộc', 'trên', 'địa', 'bàn', 'của', 'những', 'toàn']);

function segmentsOf(tokens: readonly Token[], start: number, to: number): Segment[] {
  let from = start;
  while (from < to && SKIPPED.has(tokens[from]?.low ?? '')) from += 1;
  if (from >= to) return [];
  const isBody =
    bodyHeads.at(tokens, from) !== null && !(startsPlace(tokens, from) && !isLongBody(tokens, from, to));
  if (isBody || persons.at(tokens, from)) {
    const words = wordsOf(tokens, from, to);
    return [{ kind: 'owner', words, rank: 0, isSecond: false }, ...placesInside(tokens, from + 1, to)];
  }
  const places = placesInARow(tokens, from, to);
  // "của phụ nữ huyện A", "tại nhà văn hóa thôn B": the place stands after a plain noun.
  const isPlain = places.length === 0 && !isCapital(tokens[from]);
  return isPlain ? placesInside(tokens, from + 1, to) : places;
}

/** "tổ 5" is a place, "tổ dân vận thôn A" a body. */
function isLongBody(tokens: readonly Token[], from: number, to: number): boolean {
  const kind = placeKinds.at(tokens, from);
  return kind === null || (bodyHeads.at(tokens, from)?.end ?? 0) > kind.end || to - from > 8;
}

function placeAt(tokens: readonly Token[], from: number, to: number): Segment | null {
  const kind = placeKinds.at(tokens, from);
  const nameFrom = endOfKind(tokens, from) ?? from;
  let end = nameFrom;
  while (end < to && isNameWord(tokens[end])) end += 1;
  if (end === nameFrom || (kind === null && tokens[nameFrom]?.kind === 'number')) return null;
  const kindWords = kind === null ? '' : wordsOf(tokens, from, nameFrom).toLowerCase();
  const isAbbreviation = kind === null && end - nameFrom === 1 && isAllCapitals(tokens[nameFrom]);
  if (isAbbreviation || (kind === null && end - nameFrom > 5)) return null;
  const isSecond = tokens[from - 1]?.low === 'và' || tokens[from - 1]?.low === ',';
  return { kind: 'place', words: wordsOf(tokens, from, end), rank: rankOf(kindWords), isSecond };
}

/** "thôn Chiên xã Chiên Sơn": the comma between two places is often left out. */
function placesInARow(tokens: readonly Token[], from: number, to: number): Segment[] {
  const found: Segment[] = [];
  let at = from;
  while (at < to) {
    const place = placeAt(tokens, at, to);
    if (place === null) break;
    found.push(place);
    at = placeKinds.at(tokens, at)?.end ?? at + 1;
    while (at < to && !(startsPlace(tokens, at) && !isCapital(tokens[at]))) at += 1;
  }
  return found;
}

/** "Hội Liên hiệp Phụ nữ xã Hương Phong": the place stands in the owner's name. */
function placesInside(tokens: readonly Token[], from: number, to: number): Segment[] {
  const found: Segment[] = [];
  for (let at = from; at < to; at += 1) {
    const kind = placeKinds.at(tokens, at);
    // "Ủy ban MTTQ Thành phố Hà Nội": the kind may have its capital, a part of a name ("Hội Làng") may, too.
    const isWord = kind !== null && kind.end === at + 1 && isCapital(tokens[at]);
    if (!startsPlace(tokens, at) || isWord) continue;
    if (placesWithoutName.has(wordsOf(tokens, kind?.end ?? at, to))) continue;
    const place = placeAt(tokens, at, to);
    if (place === null) continue;
    found.push(place);
    // "thành phố": its second syllable is a kind of place, too.
    at = (kind?.end ?? at + 1) - 1;
  }
  return found;
}

const RANKS: readonly (readonly string[])[] = [
  [
    'tổ',
    'tổ dân phố',
    'tdp',
    'thôn',
    'bản',
    'ấp',
    'làng',
    'xóm',
    'buôn',
    'khóm',
    'khu phố',
    'khối phố',
    'khu dân cư',
    'khu',
    'khối',
    'sóc',
    'phum',
    'tiểu khu',
    'vùng',
    'kdc',
    'buôn làng',
    'cụm',
    'đội',
    'tổ nhân dân',
    'tổ dân cư',
  ],
  ['xã', 'phường', 'thị trấn', 'tt', 'p', 'x', 'đặc khu'],
  ['huyện', 'quận', 'thị xã', 'tx', 'h'],
  ['thành phố', 'tp'],
  ['tỉnh'],
];

function rankOf(kind: string): number {
  const rank = RANKS.findIndex((kinds) => kinds.includes(kind));
  return rank < 0 ? 1 : rank;
}

/** Joins a place to the larger one after it: "thôn A và thôn B, xã C" → "thôn A, xã C", "thôn B, xã C". */
function chain(places: readonly Segment[]): string[] {
  const chained: string[] = [];
  let waiting: string[] = [];
  let rank = -1;
  for (const place of places) {
    if (waiting.length > 0 && place.rank > rank) {
      waiting = waiting.map((smaller) => `${smaller}, ${place.words}`);
    } else if (waiting.length > 0 && place.rank === rank) waiting.push(place.words);
    else {
      chained.push(...waiting);
      waiting = [place.words];
    }
    rank = place.rank;
  }
  return [...new Set([...chained, ...waiting])];
}
