/** Who is said to have a practice before its name is told: "Hội Phụ nữ xã A với mô hình “…”". */
import type { ReadingContext } from './context.ts';
import { phrases } from './lexicon.ts';
import { sentenceStart } from './context.ts';
import { readSetting, settingAfter, startsPlace, type Setting } from './places.ts';
import { isCapital, type Token } from './tokens.ts';
import { bodyHeads, placeKinds } from './words/organisation-words.ts';

const HAS = new Set(
  'còn làm khởi tiếp phối với đã có xây thực triển duy phát ra thành nhân đăng tổ vận'.split(' '),
);
const LONGEST_SUBJECT = 26;

/** Who may have a practice without being a body: "Phụ nữ xã A còn duy trì mô hình …". */
const people = phrases('phụ nữ|tuổi trẻ|thanh niên|nông dân|cựu chiến binh|giáo dân|học sinh');

export function subjectBefore(context: ReadingContext, open: number): Omit<Setting, 'end'> | null {
  const { tokens } = context;
  const start = clauseStart(context, open);
  const isBody =
    bodyHeads.at(tokens, start) !== null ||
    placeKinds.at(tokens, start) !== null ||
    people.at(tokens, start) !== null;
  const opening = isBody ? null : (openingPlace(tokens, start, open) ?? placeAhead(tokens, open));
  if (opening !== null) return opening;
  if (!isBody || !(isCapital(tokens[start]) || tokens[start - 1]?.low === ';')) return null;
  let end = start;
  let bracket: Setting;
  while (end < open && end - start < LONGEST_SUBJECT) {
    const token = tokens[end];
    if (token === undefined || [':', '“', '"', '.'].includes(token.low)) break;
    const isName = token.low === 'vận' && tokens[end - 1]?.low === 'dân';
    if (token.text === token.low && HAS.has(token.low) && !isName && end > start + 1) break;
    if (token.low === '(') {
      bracket = settingAfter(tokens, end);
      if (bracket.end === end) return null;
      return withBracket(readSetting(tokens, people.at(tokens, start)?.end ?? start, end), bracket);
    }
    if (token.low === ',') return null;
    end += 1;
  }
  if (end === open || end - start >= LONGEST_SUBJECT) return null;
  return readSetting(tokens, people.at(tokens, start)?.end ?? start, end);
}

/** "Chi hội Phụ nữ thôn A (xã B, huyện C)": the bracket tells where the place of the owner is. */
function withBracket(found: Omit<Setting, 'end'>, bracket: Setting): Omit<Setting, 'end'> {
  if (found.places.length === 0) return { places: bracket.places, owners: found.owners };
  const larger = bracket.places.length === 1 ? bracket.places : [];
  return { places: found.places.map((place) => [place, ...larger].join(', ')), owners: found.owners };
}

const LEADS_TO_PLACE = new Set([
  'ở',
  'tại',
  'về',
  'đến',
  'trên',
  'địa',
  'bàn',
  'còn',
  'riêng',
  'cũng',
  'và',
  'thăm',
]);
const ENDS_OPENING = new Set([',', ';', ':', '(', '“', '"', 'những', 'hôm', 'vào', 'có']);

/** "Ở xóm 5, xã Kim Đông, mô hình …", "còn tại thị trấn A, Hội B lập …": where, told before what. */
function openingPlace(tokens: readonly Token[], start: number, open: number): Omit<Setting, 'end'> | null {
  let from = start;
  while (from < open && LEADS_TO_PLACE.has(tokens[from]?.low ?? '')) from += 1;
  if (from === start || !startsPlace(tokens, from)) return null;
  let end = from;
  while (end < open && end - from < LONGEST_SUBJECT) {
    const isComma = tokens[end]?.low === ',' && startsPlace(tokens, end + 1);
    if (!isComma && end > from && ENDS_OPENING.has(tokens[end]?.low ?? '')) break;
    end += 1;
  }
  const { places } = readSetting(tokens, from, end);
  return places.length > 0 ? { places, owners: [] } : null;
}

const FURTHEST_AHEAD = 24;

/** "Tuy nhiên, tại phường A (thành phố B), mô hình “…”": the place right before the noun. */
function placeAhead(tokens: readonly Token[], open: number): Omit<Setting, 'end'> | null {
  const noun = tokens[open - 2]?.low === 'mô' ? open - 2 : open;
  if (tokens[noun - 1]?.low !== ',') return null;
  for (let at = noun - 2; at > noun - FURTHEST_AHEAD; at -= 1) {
    const low = tokens[at]?.low ?? '.';
    if (low === '.' || low === ';' || low === '\n' || low === '“') return null;
    const isWhere = low === 'tại' || low === 'ở';
    if (!isWhere || !startsPlace(tokens, at + 1)) continue;
    const setting = settingAfter(tokens, at);
    const isWhole =
      setting.end === noun - 1 || (tokens[setting.end]?.low === '(' && tokens[noun - 2]?.low === ')');
    return setting.places.length > 0 && isWhole ? setting : null;
  }
  return null;
}

/** "Thôn Tân Lập: Mô hình “…”": who has it stands before the colon. */
function beforeColon(tokens: readonly Token[], named: number): number {
  let at = named - 1;
  while (['mô', 'hình', 'các'].includes(tokens[at]?.low ?? '')) at -= 1;
  return tokens[at]?.low === ':' ? at : named;
}

function clauseStart({ tokens }: ReadingContext, named: number): number {
  const first = sentenceStart(tokens, named);
  const open = beforeColon(tokens, named);
  let start = first;
  for (let at = open - 1; at >= first; at -= 1) {
    const opensClause =
      tokens[at]?.low === ',' && isCapital(tokens[at + 1]) && bodyHeads.at(tokens, at + 1) !== null;
    if (tokens[at]?.low === ';' || tokens[at]?.low === ':' || opensClause) {
      start = at + 1;
      break;
    }
  }
  while (['-', '+', '*', '•'].includes(tokens[start]?.text ?? '')) start += 1;
  return start;
}
