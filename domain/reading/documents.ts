/** Every directive document that the paper cites, and the paper's own number: rules `own-number`, `symbol`, `bare-number`. */
import type { Day } from '#domain/kernel/day.ts';
import { dateAt } from './dates.ts';
import type { ReadingContext } from './context.ts';
import { issuedBefore, issuerAfter, issuerBefore } from './issuers.ts';
import { symbolAt, type ReadSymbol } from './symbols.ts';
import type { Token } from './tokens.ts';
import { mergeCitations, type Citation } from './merge-documents.ts';
import type { CitedDocument } from './types.ts';
import {
  bareNumberTypes,
  documentTypes,
  endsCitation,
  numbersSomethingElse,
} from './words/document-words.ts';
import { looksLikeUnit } from './units.ts';

/** Where the head of the paper ends: the own number stands before it. */
export interface HeadHint {
  readonly end: number;
  readonly type: string | null;
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
}

export function readDocuments(context: ReadingContext, head: HeadHint): CitedDocument[] {
  const citations: Citation[] = [];
  for (let at = 0; at < context.tokens.length; at += 1) {
    if (context.tokens[at]?.kind !== 'number' || context.taken[at] === 1) continue;
    const run = citationRun(context, at, head);
    if (run === null) continue;
    for (const citation of run) {
      // One paper has one number: a second "Số:" belongs to something attached to it.
      if (citation.isOwn && citations.some((one) => one.isOwn)) continue;
      citations.push(citation);
      context.taken.fill(1, citation.from, citation.to);
    }
    at = Math.max(at, (run.at(-1)?.to ?? at) - 1);
  }
  return mergeCitations(context, citations);
}

interface Lead {
  /** Index of the first token of the citation: type word, "số" or the number itself. */
  readonly from: number;
  readonly type: string | null;
  readonly hasNumberWord: boolean;
}

function leadOf(tokens: readonly Token[], at: number): Lead {
  let from = at;
  if (tokens[from - 1]?.low === ':') from -= 1;
  const hasNumberWord = tokens[from - 1]?.low === 'số';
  if (hasNumberWord) from -= 1;
  else from = at;
  const type = documentTypes.before(tokens, from);
  return { from: type?.start ?? from, type: type?.value ?? null, hasNumberWord };
}

function citationRun(context: ReadingContext, at: number, head: HeadHint): Citation[] | null {
  const { tokens } = context;
  const lead = leadOf(tokens, at);
  if (lead.hasNumberWord && numbersSomethingElse.has(tokens[lead.from - 1]?.low ?? '')) return null;
  const symbol = symbolAt(tokens, at);
  if (symbol !== null && isTrustworthy(symbol, lead)) return withSymbol(context, { at, lead, symbol, head });
  return bareNumbers(context, at, lead);
}

/** "15/15 TP" has a code, too: a symbol needs a type we know, or the word "số" or a type before it. */
function isTrustworthy(symbol: ReadSymbol, lead: Lead): boolean {
  return symbol.type !== null || lead.hasNumberWord || lead.type !== null;
}

interface SymbolFound {
  readonly at: number;
  readonly lead: Lead;
  readonly symbol: ReadSymbol;
  readonly head: HeadHint;
}

function withSymbol(context: ReadingContext, { at, lead, symbol, head }: SymbolFound): Citation[] {
  const { tokens } = context;
  const isOwn = lead.type === null && lead.hasNumberWord && at < head.end;
  const extras = isOwn ? [] : moreNumbers(tokens, symbol.end);
  const end = extras.at(-1)?.end ?? symbol.end;
  const stated = statedAfter(tokens, end);
  const type = lead.type ?? (isOwn ? head.type : null) ?? typeFurtherBack(tokens, lead) ?? symbol.type;
  const common = {
    issuer: isOwn ? head.issuer : (stated.issuer ?? issuerBefore(tokens, lead.from)),
    issuedOn: isOwn
      ? (stated.issuedOn ?? head.issuedOn)
      : (stated.issuedOn ?? issuedBefore(tokens, lead.from)),
    type: type ?? (isOwn ? 'Công văn' : null),
    isOwn,
    rule: isOwn ? 'own-number' : 'symbol',
    confidence: isOwn ? 0.95 : 0.98,
    hasCodes: true,
  };
  const first: Citation = {
    ...common,
    from: lead.from,
    to: stated.dateEnd ?? end,
    symbol: symbol.symbol,
    number: Number(symbol.number),
  };
  // "217-QĐ/TW, 218 của Bộ Chính trị": the number shares the codes of the one before it.
  const others = extras.map((one) => ({
    ...common,
    from: one.at,
    to: one.at + 1,
    symbol: one.text + symbol.tail,
    number: Number(one.text),
    rule: 'number-in-list',
    confidence: 0.85,
  }));
  return extras.length > 0 ? [{ ...first, to: symbol.end }, ...others] : [first];
}

/** "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15": the type stands before the name of the law. */
function typeFurtherBack(tokens: readonly Token[], lead: Lead): string | null {
  if (!lead.hasNumberWord) return null;
  for (let at = lead.from - 1; at >= Math.max(0, lead.from - 14); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break' || [';', '.', ':', ','].includes(token.low))
      return null;
    const found = documentTypes.at(tokens, at);
    if (found !== null && found.end < lead.from) return found.value;
  }
  return null;
}

interface ListedNumber {
  readonly at: number;
  readonly text: string;
  readonly end: number;
}

const LISTS = new Set([',', 'và', ';', '&', 'hoặc']);

/** Numbers that follow a citation in one list: ", 47, 48 và 49". A number that counts something is none of them. */
function moreNumbers(tokens: readonly Token[], from: number): ListedNumber[] {
  const listed: ListedNumber[] = [];
  let at = from;
  for (;;) {
    const joint = tokens[at]?.low ?? '';
    let next = at + 1;
    if (!LISTS.has(joint)) break;
    if (joint === ',' && tokens[next]?.low === 'và') next += 1;
    if (tokens[next]?.low === 'số') next += 1;
    const number = tokens[next];
    if (number?.kind !== 'number' || !/^\d{1,4}$/.test(number.text)) break;
    if (symbolAt(tokens, next) !== null || !standsAlone(tokens, next)) break;
    listed.push({ at: next, text: number.text, end: next + 1 });
    at = next + 1;
  }
  return listed;
}

const FOLLOWS_BARE_NUMBER = new Set(
  ', . ; : ) ( … ” " \n của về và ngày khóa v gắn là hoặc đối cũng đã đến tại được nhằm ở cho theo - kèm trong với để & *'.split(
    ' ',
  ),
);

function standsAlone(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'break') return true;
  // "số 09 ngày 28/7/2021": the day of the paper, not nine days.
  if (next.low === 'ngày' && dateAt(tokens, at + 1)?.day) return true;
  if (next.low === '%' || looksLikeUnit(tokens, at + 1)) return false;
  return FOLLOWS_BARE_NUMBER.has(next.low);
}

/** "Quyết định 217", "các Chỉ thị 03, 05", "Quyết định số 46, 47, 48 … ngày 02/4/2018". */
function bareNumbers(context: ReadingContext, at: number, lead: Lead): Citation[] | null {
  const { tokens } = context;
  const number = tokens[at];
  if (lead.type === null || number === undefined || !/^\d{1,4}$/.test(number.text)) return null;
  const ofYear = numberOfYear(tokens, at, lead);
  if (ofYear !== null) return [ofYear];
  const extras = moreNumbers(tokens, at + 1);
  const last = extras.at(-1)?.at ?? at;
  const isKnown = bareNumberTypes.has(lead.type) && number.text.length <= 3;
  if (!lead.hasNumberWord && !isKnown && !isDated(tokens, last + 1)) return null;
  const closing = listTail(tokens, last);
  if (closing === null && !standsAlone(tokens, last)) return null;
  const end = closing?.end ?? last + 1;
  const stated = statedAfter(tokens, end);
  const common = {
    type: lead.type,
    issuer: stated.issuer,
    issuedOn: stated.issuedOn,
    isOwn: false,
    hasCodes: closing !== null,
  };
  const tail = closing?.tail ?? '';
  const first: Citation = {
    ...common,
    from: lead.from,
    to: extras.length === 0 && stated.dateEnd !== null ? stated.dateEnd : at + 1,
    symbol: number.text + tail,
    number: Number(number.text),
    rule: 'bare-number',
    confidence: lead.hasNumberWord ? 0.9 : 0.8,
  };
  const others = extras.map((one) => ({
    ...common,
    from: one.at,
    to: one.at + 1,
    symbol: one.text + tail,
    number: Number(one.text),
    rule: 'number-in-list',
    confidence: 0.85,
  }));
  const withCodes = closing === null ? [] : [closingCitation(closing, common)];
  return [first, ...others, ...withCodes];
}

/** "Công văn 88, 90 ngày 01/3/2012": a day makes sure that the number is a paper's. */
function isDated(tokens: readonly Token[], after: number): boolean {
  const at = tokens[after]?.low === ',' ? after + 1 : after;
  return tokens[at]?.low === 'ngày' && dateAt(tokens, at)?.day !== undefined;
}

const LEGAL_TYPES = new Set([
  'Nghị định',
  'Thông tư',
  'Pháp lệnh',
  'Luật',
  'Nghị quyết',
  'Quyết định',
  'Thông tư liên tịch',
]);

/** "Nghị định 04/2015": number and year, the codes left out. */
function numberOfYear(tokens: readonly Token[], at: number, lead: Lead): Citation | null {
  const year = tokens[at + 2];
  const isYear = tokens[at + 1]?.low === '/' && year?.kind === 'number' && /^(?:19|20)\d\d$/.test(year.text);
  if (!isYear || lead.type === null || !LEGAL_TYPES.has(lead.type)) return null;
  const number = tokens[at]?.text ?? '';
  const { issuer, issuedOn } = statedAfter(tokens, at + 3);
  const symbol = `${number}/${year.text}`;
  const common = { type: lead.type, issuer, issuedOn, isOwn: false, hasCodes: false };
  return {
    ...common,
    from: lead.from,
    to: at + 3,
    symbol,
    number: Number(number),
    rule: 'bare-number',
    confidence: 0.85,
  };
}

interface ClosingSymbol extends ReadSymbol {
  readonly at: number;
}

/** "các Quyết định 217, 218-QĐ/TW": the codes stand at the last number and hold for all. */
function listTail(tokens: readonly Token[], last: number): ClosingSymbol | null {
  let at = last + 1;
  if (!LISTS.has(tokens[at]?.low ?? '')) return null;
  at += 1;
  if (tokens[at]?.low === 'số') at += 1;
  const symbol = symbolAt(tokens, at);
  return symbol === null || symbol.type === null ? null : { ...symbol, at };
}

function closingCitation(
  closing: ClosingSymbol,
  common: Pick<Citation, 'type' | 'issuer' | 'issuedOn' | 'isOwn' | 'hasCodes'>,
): Citation {
  const { at, end, symbol, number } = closing;
  return { ...common, from: at, to: end, symbol, number: Number(number), rule: 'symbol', confidence: 0.95 };
}

interface Stated {
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
  readonly dateEnd: number | null;
}

const FURTHEST_DATE = 22;

/** Issuer and date that follow a citation, in either order. */
function statedAfter(tokens: readonly Token[], end: number): Stated {
  let issuer: string | null = null;
  for (let at = end; at < end + FURTHEST_DATE; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break' || token.low === ';' || token.low === '.') break;
    if (token.low === 'của' && issuer === null) issuer = issuerAfter(tokens, at)?.issuer ?? null;
    if (documentTypes.at(tokens, at) && at > end) break;
    if (token.low === '“' || token.low === '"' || token.low === '\t') break;
    const date = token.low === 'ngày' || at <= end + 1 ? dateAt(tokens, at) : null;
    if (date?.day) {
      issuer ??= issuerAfter(tokens, date.to)?.issuer ?? null;
      return { issuer, issuedOn: date.day, dateEnd: at <= end + 2 ? date.to : null };
    }
    if (
      token.kind === 'word' &&
      token.low !== 'ban' &&
      endsCitation.at(tokens, at) &&
      token.text === token.low
    )
      break;
  }
  return { issuer, issuedOn: null, dateEnd: null };
}
