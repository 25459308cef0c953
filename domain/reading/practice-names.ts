/** Where a name without quotation marks begins and ends. */
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { ReadingContext } from './context.ts';
import { isGenericName, nameOf, type Candidate } from './practice-candidates.ts';
import { settingAfter } from './places.ts';
import { isAllCapitals, isCapital, type Token } from './tokens.ts';
import { bodyHeads, placeKinds } from './words/organisation-words.ts';
import { endsName, labels, nationWide, persons, staysInName } from './words/practice-words.ts';

const ALWAYS_ENDS = new Set([';', ':', '(', ')', '“', '”', '"', '«', '…', '\t', '|', '\n', '?', '!']);
const LONGEST_NAME = 40;

export interface NameRange {
  readonly from: number;
  readonly to: number;
}

/** The name that begins here, up to the first word that tells something of it. `commas` are part of list items. */
export function unquotedName(
  tokens: readonly Token[],
  from: number,
  { limit, commas }: { limit: number; commas: boolean },
): NameRange {
  let to = from;
  const furthest = Math.min(limit, from + LONGEST_NAME);
  while (to < furthest) {
    const token = tokens[to];
    if (holdsShortForm(tokens, to) && to > from) {
      to += 3;
      continue;
    }
    if (token === undefined || token.kind === 'break' || ALWAYS_ENDS.has(token.text)) break;
    if (token.low === '.' && !(tokens[to + 1]?.kind === 'number' && tokens[to + 1]?.spaced === false)) break;
    if (token.low === ',' && tokens[to + 1]?.low === 'mô' && tokens[to + 2]?.low === 'hình') break;
    if (token.low === ',' && !commas && !changesFromTo(tokens, from, to)) break;
    if (token.low === '-' && token.spaced && startsSetting(tokens, to + 1)) break;
    if (to > from && (tellsSetting(tokens, to) || closesWithPlace(tokens, from, to))) break;
    if (to > from && token.text === token.low && endsHere(tokens, from, to)) break;
    to += 1;
  }
  return { from, to };
}

/** "Tổ hợp tác (THT) nuôi lươn": a short form in its bracket belongs to the name. */
function holdsShortForm(tokens: readonly Token[], at: number): boolean {
  const goesOn = tokens[at + 3]?.kind === 'word' && !isCapital(tokens[at + 3]);
  return tokens[at]?.low === '(' && isAllCapitals(tokens[at + 1]) && tokens[at + 2]?.low === ')' && goesOn;
}

/** Words that tell something, unless they stand inside a name: "đạt chuẩn", "từ đất kém hiệu quả sang trồng ổi". */
function endsHere(tokens: readonly Token[], from: number, at: number): boolean {
  if (at > from && tokens[at]?.low === 'với' && tokens[at + 1]?.kind === 'number') return true;
  const end = endsName.at(tokens, at);
  if (end === null || changesFromTo(tokens, from, at)) return false;
  return !staysInName.at(tokens, at) && !saysWhatEachDoes(tokens, from, at);
}

const NUMERALS = new Set(['một', 'hai', 'ba', 'thêm']);

/** "Mỗi thầy cô giúp một học trò": the verb of a name that is itself a sentence. */
function saysWhatEachDoes(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[from]?.low !== 'mỗi') return false;
  for (let before = from + 1; before < at; before += 1) if (endsName.at(tokens, before)) return false;
  const end = endsName.at(tokens, at)?.end ?? at;
  return NUMERALS.has(tokens[end]?.low ?? '') || tokens[end]?.kind === 'number';
}

/** "từ đất trồng lúa, đất vườn … sang trồng ổi": a comma inside "from … to …" ends no name. */
function changesFromTo(tokens: readonly Token[], from: number, comma: number): boolean {
  const hasFrom = tokens.slice(from, comma).some((token) => token.low === 'từ');
  if (!hasFrom) return false;
  for (let at = comma + 1; at < comma + 12; at += 1) {
    const low = tokens[at]?.low ?? '.';
    if (low === 'sang') return true;
    if (low === '.' || low === ';' || low === '\n') return false;
  }
  return false;
}

/** "của Hội Phụ nữ", "tại xã A", "ở thôn B": the place or the owner follows. */
function tellsSetting(tokens: readonly Token[], at: number): boolean {
  const low = tokens[at]?.low ?? '';
  if (low === 'của') return startsSetting(tokens, at + 1);
  const isWhere = low === 'tại' || low === 'ở' || low === 'thuộc';
  // "ở 20 khu dân cư".
  if (isWhere && tokens[at + 1]?.kind === 'number') return placeKinds.at(tokens, at + 2) !== null;
  return isWhere && startsSetting(tokens, at + 1) && isProperPlace(tokens, at + 1);
}

const FURTHEST_CAPITAL = 8;

/** "tại hộ gia đình" belongs to the name; "tại thôn Đoài", "ở các xã" tells where it is. */
function isProperPlace(tokens: readonly Token[], at: number): boolean {
  if (['các', 'một'].includes(tokens[at]?.low ?? '')) return true;
  for (let next = at; next < at + FURTHEST_CAPITAL; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.kind === 'break' || token.kind === 'mark') return false;
    if (isCapital(token) || token.kind === 'number') return true;
  }
  return false;
}

const FEWEST_BEFORE_PLACE = 2;

/** "mô hình hát then xã An Lạc": a named place that ends the item belongs to it, not to the name. */
function closesWithPlace(tokens: readonly Token[], from: number, at: number): boolean {
  const kind = placeKinds.at(tokens, at);
  if (kind === null || at - from < FEWEST_BEFORE_PLACE || isCapital(tokens[at])) return false;
  let end = kind.end;
  while (isCapital(tokens[end]) || (end === kind.end && tokens[end]?.kind === 'number')) end += 1;
  const closes = [',', ';', '.', '(', '…', '\n', 'và'].includes(tokens[end]?.low ?? '\n');
  return end > kind.end && (closes || endsName.at(tokens, end) !== null);
}

function startsSetting(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.low === 'các' || next?.low === 'một') return true;
  if (bodyHeads.at(tokens, at) !== null || persons.at(tokens, at) !== null || isCapital(next)) return true;
  const kind = placeKinds.at(tokens, at);
  return kind !== null && (isCapital(tokens[kind.end]) || tokens[kind.end]?.kind === 'number');
}

const FURTHEST_MARK = 26;

/** The name of a line ends at its colon, bracket or dash where it has one; else at the first word that tells. */
export function nameOfLine(tokens: readonly Token[], from: number, limit: number): NameRange {
  for (let at = from + 1; at < Math.min(limit, from + FURTHEST_MARK); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.low === '.' || token.low === ';' || tellsSetting(tokens, at)) break;
    const isDash = token.low === '-' && token.spaced && startsSetting(tokens, at + 1);
    if (token.low === ':' || token.low === '(' || isDash) return { from, to: at };
  }
  return unquotedName(tokens, from, { limit, commas: true });
}

interface Made {
  readonly rule: string;
  readonly confidence: number;
  readonly nature?: Candidate['nature'];
  /** In a list of practices even a plain name is one. */
  readonly isListed?: boolean;
}

/** A candidate from a plain name, unless it names no more than a kind of model. */
export function candidateFrom(
  context: ReadingContext,
  { from, to }: NameRange,
  made: Made,
): Candidate | null {
  const name = nameOf(context.tokens, from, to);
  if (name === '' || (isGenericName(name) && made.isListed !== true)) return null;
  if (labels.at(context.tokens, from)?.end === to || nationWide.has(foldVietnamese(name))) return null;
  const setting = settingAfter(context.tokens, to);
  const { places, owners } = setting;
  const { rule, confidence, nature = 'model' } = made;
  const owner = owners.length > 0 ? owners.join('; ') : null;
  return { from, to, name, nature, subject: null, places, owner, rule, confidence };
}
