/** Who issued a cited document, where the sentence says so. */
import type { Day } from '#domain/kernel/day.ts';
import { endsSentenceAt, sentenceStart, wordsOf } from './context.ts';
import { dateAt } from './dates.ts';
import { isCapital, type Token } from './tokens.ts';
import { bodyHeads } from './words/organisation-words.ts';
import { documentTypes, endsCitation, issues } from './words/document-words.ts';

const LONGEST_NAME = 16;
const ENDS_NAME = new Set([
  ',',
  ';',
  '.',
  '(',
  ')',
  ':',
  '”',
  '\t',
  '|',
  '\n',
  '/',
  '…',
  'ngày',
  'khi',
  'thời',
]);

/** Full names of the short forms that papers use for the centre's bodies. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  BCT: 'Bộ Chính trị',
  'BCH Trung ương': 'Ban Chấp hành Trung ương',
  'BCH TW': 'Ban Chấp hành Trung ương',
  BBT: 'Ban Bí thư',
  TTg: 'Thủ tướng Chính phủ',
};

/** "… của Ban Thường vụ Thị ủy về …": the name after "của" at or after this place. */
export function issuerAfter(tokens: readonly Token[], at: number): { issuer: string; end: number } | null {
  let start = at;
  if (tokens[start]?.low === ',') start += 1;
  if (tokens[start]?.low === '(') start += 1;
  if (tokens[start]?.low !== 'của') return null;
  const end = endOfName(tokens, start + 1);
  if (end === start + 1) return null;
  const name = wordsOf(tokens, start + 1, end);
  return { issuer: FULL_NAMES[name] ?? name, end };
}

function endOfName(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < LONGEST_NAME) {
    const token = tokens[at];
    if (token === undefined || ENDS_NAME.has(token.low)) break;
    if (endsCitation.at(tokens, at) && !isCapital(token)) break;
    if (token.low === 'và' && documentTypes.at(tokens, at + 1)) break;
    at += 1;
  }
  return at;
}

/** "Ban Thường vụ Thị ủy đã ban hành Kế hoạch số …": the subject of the verb before the document. */
export function issuerBefore(tokens: readonly Token[], typeStart: number): string | null {
  const verb = issuingVerb(tokens, typeStart);
  if (verb === null) return null;
  const start = startOfSubject(tokens, verb);
  return start === null ? null : wordsOf(tokens, start, verb);
}

function issuingVerb(tokens: readonly Token[], typeStart: number): number | null {
  for (let end = typeStart; end > typeStart - 4; end -= 1) {
    if (end < typeStart && endsSentenceAt(tokens, end)) break;
    const verb = issues.before(tokens, end);
    if (verb !== null) return verb.start;
  }
  return null;
}

const LONGEST_OPENING = 30;

/** "Ngày 14/6/2019, Công đoàn ngành đã ban hành Kế hoạch số …": the day that opens the sentence. */
export function issuedBefore(tokens: readonly Token[], typeStart: number): Day | null {
  const verb = issuingVerb(tokens, typeStart);
  if (verb === null) return null;
  const first = sentenceStart(tokens, verb);
  const start = tokens[first]?.low === 'vào' ? first + 1 : first;
  if (tokens[start]?.low !== 'ngày' || verb - start > LONGEST_OPENING) return null;
  return dateAt(tokens, start)?.day ?? null;
}

function startOfSubject(tokens: readonly Token[], end: number): number | null {
  const first = end - 22;
  let found: number | null = null;
  for (let at = end - 1; at >= first; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break' || [',', ';', ':', '.'].includes(token.low)) break;
    if (bodyHeads.at(tokens, at) && isCapital(token)) found = at;
  }
  return found;
}
