/** What a number counts: the words after it. */
import type { FigureKind } from '#domain/figures/reported-figure.ts';
import { isCapital, type Token } from './tokens.ts';
import { typeOfCode } from './words/document-words.ts';
import {
  countedByMachines,
  countedNouns,
  countedTogether,
  isMoneyWord,
  neverUnits,
  perWords,
  scaleWords,
  sloganCounters,
} from './words/unit-words.ts';

export interface ReadUnit {
  readonly unit: string;
  readonly kind: FigureKind;
  /** Index after its last token. */
  readonly end: number;
  /** What the written number is multiplied by: scale words before a counted noun. */
  readonly times: number;
  /** Whether the noun is in the vocabulary. */
  readonly isKnown: boolean;
}

export function looksLikeUnit(tokens: readonly Token[], at: number): boolean {
  const unit = unitAt(tokens, at);
  return unit !== null && unit.isKnown;
}

/** The unit that begins at this token; null where the number counts nothing. */
export function unitAt(tokens: readonly Token[], at: number): ReadUnit | null {
  const first = tokens[at];
  if (first === undefined || first.kind === 'break') return null;
  if (first.low === '%') return { unit: '%', kind: 'rate', end: at + 1, times: 1, isKnown: true };
  if (first.low === 'phần' && tokens[at + 1]?.low === 'trăm')
    return { unit: '%', kind: 'rate', end: at + 2, times: 1, isKnown: true };
  if (first.kind !== 'word') return null;
  return moneyAt(tokens, at) ?? scaledAt(tokens, at) ?? nounAt(tokens, at);
}

/** "triệu đồng/ha/năm", "tỷ", "đ/tháng", "tr.đ". */
function moneyAt(tokens: readonly Token[], at: number): ReadUnit | null {
  let end = at;
  const words: string[] = [];
  while (scaleWords[tokens[end]?.low ?? ''] !== undefined && words.length < 2) {
    words.push(tokens[end]?.low ?? '');
    end += 1;
  }
  if (tokens[end]?.low === 'tr' && words.length === 0) {
    words.push('triệu');
    end += tokens[end + 1]?.low === '.' && isMoneyWord(tokens[end + 2]?.low ?? '') ? 2 : 1;
    if (!isMoneyWord(tokens[end]?.low ?? '')) return null;
  }
  const low = tokens[end]?.low ?? '';
  const isComrade = low === 'đ' && tokens[end + 1]?.low === '/' && tokens[end + 2]?.low === 'c';
  const isNoun = low === 'đồng' && ['chí', 'bào', 'đội'].includes(tokens[end + 1]?.low ?? '');
  if (isMoneyWord(low) && !isComrade && !isNoun) {
    if (low.startsWith('tr') || low.startsWith('tỷ')) words.push(low.startsWith('tr') ? 'triệu' : 'tỷ');
    words.push('đồng');
    return withPer(tokens, { unit: words.join(' '), kind: 'money', end: end + 1, times: 1, isKnown: true });
  }
  // "1,2 tỷ để xây nhà": scale words of money may stand alone.
  const last = words.at(-1) ?? '';
  const isAlone =
    (last === 'triệu' || last === 'tỷ' || last === 'tỉ') && nounAt(tokens, end)?.isKnown !== true;
  if (!isAlone) return null;
  return withPer(tokens, { unit: `${words.join(' ')} đồng`, kind: 'money', end, times: 1, isKnown: true });
}

/** "3 ngàn cây giống" is 3,000; "2 ngàn m2" keeps its scale in the unit. */
function scaledAt(tokens: readonly Token[], at: number): ReadUnit | null {
  const word = tokens[at]?.low ?? '';
  const times = scaleWords[word];
  if (times === undefined) return null;
  const noun = nounAt(tokens, at + 1);
  if (noun === null) return null;
  return noun.kind === 'land'
    ? { ...noun, unit: `${word} ${noun.unit}` }
    : { ...noun, times: times * noun.times };
}

function nounAt(tokens: readonly Token[], at: number): ReadUnit | null {
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  if (countedByMachines.at(tokens, at)) return null;
  const known = countedNouns.at(tokens, at);
  if (known !== null) return knownNoun(tokens, at, { end: known.end, kind: known.value });
  if (isAbbreviation(first))
    return { unit: first.text, kind: 'other', end: at + 1, times: 1, isKnown: false };
  if (isCapital(first) || neverUnits.has(first.low) || sloganCounters.has(first.low) || first.text.length < 2)
    return null;
  const second = tokens[at + 1];
  const takesSecond =
    second?.kind === 'word' && second.spaced && !isCapital(second) && !neverUnits.has(second.low);
  const end = takesSecond ? at + 2 : at + 1;
  return withPer(tokens, {
    unit: wordsBetween(tokens, at, end),
    kind: 'other',
    end,
    times: 1,
    isKnown: false,
  });
}

/** "9 HKH cấp huyện", "12 THT": bodies are counted by their short forms; types of document are not. */
function isAbbreviation(token: Token): boolean {
  return /^\p{Lu}{2,6}$/u.test(token.text) && typeOfCode(token.text) === null && !ROMAN.test(token.text);
}

const ROMAN = /^[IVXLC]+$/;

function knownNoun(
  tokens: readonly Token[],
  at: number,
  { end: nounEnd, kind }: { end: number; kind: FigureKind },
): ReadUnit | null {
  // "3 sạch", "2 an toàn" are counters of slogans, and so is a lone capital after the number.
  const end = countedTogether.at(tokens, at) ? endOfTogether(tokens, nounEnd) : nounEnd;
  return withPer(tokens, { unit: wordsBetween(tokens, at, end), kind, end, times: 1, isKnown: true });
}

/** "địa phương, cơ quan, đơn vị": nouns in a row without numbers between them. */
function endOfTogether(tokens: readonly Token[], from: number): number {
  let end = from;
  for (;;) {
    const joint = tokens[end]?.low ?? '';
    if (joint !== ',' && joint !== 'và' && joint !== '/' && joint !== '-') return end;
    const next = countedTogether.at(tokens, end + 1);
    // "386 mô hình, xã A …": a kind of place before its name opens something new.
    const opens =
      [':', 'như', 'là', 'có', 'gồm'].includes(tokens[next?.end ?? 0]?.low ?? '') && joint === ',';
    if (next === null || opens || isCapital(tokens[next.end]) || tokens[next.end]?.kind === 'number')
      return end;
    end = next.end;
  }
}

function withPer(tokens: readonly Token[], unit: ReadUnit): ReadUnit {
  let { unit: words, end } = unit;
  // "500 ngàn đồng/1 suất": per one of them.
  const isPerOne = tokens[end]?.low === '/' && tokens[end + 1]?.text === '1';
  if (isPerOne && perWords.has(tokens[end + 2]?.low ?? ''))
    return { ...unit, unit: `${words}/${wordsBetween(tokens, end + 2, end + 3)}`, end: end + 3 };
  while (tokens[end]?.low === '/' && perWords.has(tokens[end + 1]?.low ?? '')) {
    const isPair =
      tokens[end + 1]?.low === 'hội' || tokens[end + 1]?.low === 'thành' || tokens[end + 1]?.low === 'đơn';
    const next = isPair ? end + 3 : end + 2;
    words += `/${wordsBetween(tokens, end + 1, next)}`;
    end = next;
  }
  return { ...unit, unit: words, end };
}

function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  let words = '';
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token) words += (token.spaced && words !== '' ? ' ' : '') + token.text;
  }
  return words;
}
