import type { figuresApi } from '#contract/figures.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import type { Day } from '#domain/kernel/day.ts';
import { DOCUMENT_TYPE_NAMES, type DocumentTypeCode } from '#domain/documents/document-types.ts';
import { normaliseSymbol, parseSymbol } from '#domain/documents/symbols.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { beyondName } from '#domain/reading/match-place.ts';
import type { Matched, PracticeMatch } from '#domain/reading/match-practice.ts';
import {
  contributionOf,
  practiceBeside,
  sentenceAround,
  type Contribution,
} from './contributions-in-text.ts';
import { planFigures, type PlannedFigure } from './plan-figures.ts';
import type { ReadingRow } from './reading-access.reads.ts';
import type {
  DocumentContent,
  FactRow,
  Facts,
  FigureContent,
  PracticeContent,
} from './reading-facts.reads.ts';
import type { KnownDocument, KnownPractice } from './reading-matches.reads.ts';
import type { ResolvedPlace } from './reading-places.reads.ts';

type NamedPractice = ParsedBody<
  (typeof figuresApi)['POST /api/figure-sets/:id/practices']
>['practices'][number] & { readonly placeUnitId: string | null };

interface PlannedDocument {
  readonly factIds: readonly string[];
  readonly known: KnownDocument | null;
  /** Null where the register has no such type (laws, decrees): the paper is cited in words. */
  readonly type: DocumentTypeCode | null;
  readonly content: DocumentContent;
  readonly words: string;
}

export interface PlannedPractice {
  readonly factIds: readonly string[];
  readonly match: PracticeMatch;
  readonly matchId: string | null;
  /** Whether contributions may be added to it: those of a campaign's practice are its unit's to record. */
  readonly takesContributions: boolean;
  readonly practice: NamedPractice;
}

interface PlannedContribution {
  readonly factId: string;
  readonly practiceFactId: string;
  readonly contribution: Contribution;
  readonly note: string;
}

export interface RegistrationPlan {
  readonly period: { readonly from: Day; readonly to: Day } | null;
  readonly documents: readonly PlannedDocument[];
  readonly practices: readonly PlannedPractice[];
  readonly figures: readonly PlannedFigure[];
  readonly contributions: readonly PlannedContribution[];
  readonly missing: readonly { factId: string | null; message: string }[];
}

export interface PlanBasis {
  readonly reading: ReadingRow;
  readonly today: Day;
  readonly facts: Facts;
  readonly places: ReadonlyMap<string, ResolvedPlace>;
  readonly matches: ReadonlyMap<string, Matched<KnownPractice>>;
  readonly known: ReadonlyMap<string, KnownDocument | null>;
}

/** What registering would make of that which was confirmed, and what it still lacks. */
export function planRegistration(basis: PlanBasis): RegistrationPlan {
  const { reading, facts } = basis;
  const confirmed = facts.practices.filter(isConfirmed);
  const missing: { factId: string | null; message: string }[] = [];
  const practices = planPractices(basis, confirmed, missing);
  const contributions = planContributions(basis, { confirmed, practices });
  const given = new Set(contributions.map((one) => one.factId));
  const figures = planFigures(reading, facts, given);
  const documents = planDocuments(basis);
  const period = periodOf(reading);
  missing.push(
    ...lacks(basis, { period, isEmpty: documents.length + practices.length + figures.length === 0 }),
  );
  return { period, documents, practices, figures, contributions, missing };
}

function isConfirmed(fact: FactRow<unknown>): boolean {
  return fact.state === 'confirmed';
}

/** The period a paper covers; where it names none, the year up to its day. */
export function periodOf(reading: Pick<ReadingRow, 'paper' | 'paper_day'>): { from: Day; to: Day } | null {
  const { period } = reading.paper;
  if (period) return { from: period.from, to: period.to };
  const day = reading.paper_day;
  return day === null ? null : { from: `${day.slice(0, 4)}-01-01`, to: day };
}

function lacks(
  { reading, today }: PlanBasis,
  made: { period: RegistrationPlan['period']; isEmpty: boolean },
): RegistrationPlan['missing'] {
  const missing: { factId: string | null; message: string }[] = [];
  if (made.isEmpty) missing.push({ factId: null, message: 'Chưa xác nhận văn bản, mô hình hay số liệu nào' });
  if (made.period === null)
    missing.push({ factId: null, message: 'Chưa rõ ngày của văn bản và kỳ báo cáo: nhập một trong hai' });
  if (reading.paper_day !== null && reading.paper_day > today)
    missing.push({ factId: null, message: 'Ngày của văn bản ở sau hôm nay: kiểm tra lại' });
  return missing;
}

/** One planned paper for each cited one, however often it is cited. */
function planDocuments({ facts, known }: PlanBasis): PlannedDocument[] {
  const planned = new Map<string, PlannedDocument>();
  for (const fact of facts.documents.filter(isConfirmed)) {
    const { content } = fact;
    if (content.isOwn) continue;
    const key = [
      normaliseSymbol(content.symbol),
      foldVietnamese(content.issuer ?? ''),
      content.issuedOn,
    ].join('|');
    const first = planned.get(key);
    planned.set(
      key,
      first
        ? { ...first, factIds: [...first.factIds, fact.id] }
        : {
            factIds: [fact.id],
            known: known.get(fact.id) ?? null,
            type: typeCodeOf(content),
            content,
            words: wordsOf(content),
          },
    );
  }
  return [...planned.values()];
}

/** By its symbol, or by the name of its type. */
export function typeCodeOf(content: Pick<DocumentContent, 'symbol' | 'type'>): DocumentTypeCode | null {
  const parsed = parseSymbol(content.symbol)?.typeCode;
  const name = foldVietnamese(content.type ?? '');
  const named = (Object.keys(DOCUMENT_TYPE_NAMES) as DocumentTypeCode[]).find(
    (code) => foldVietnamese(DOCUMENT_TYPE_NAMES[code]) === name,
  );
  return name === '' ? (parsed ?? null) : (named ?? parsed ?? null);
}

export function wordsOf({
  type,
  symbol,
  issuer,
}: Pick<DocumentContent, 'type' | 'symbol' | 'issuer'>): string {
  return [
    type ?? 'Văn bản',
    symbol === '' ? '' : `số ${normaliseSymbol(symbol)}`,
    issuer === null ? '' : `của ${issuer}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** One planned practice for each name at one unit; the paper may speak of it in several places. */
function planPractices(
  basis: PlanBasis,
  confirmed: readonly FactRow<PracticeContent>[],
  missing: { factId: string | null; message: string }[],
): PlannedPractice[] {
  const planned = new Map<string, PlannedPractice>();
  for (const fact of confirmed) {
    const match = matchOf(fact, basis.matches.get(fact.id));
    if (typeof match === 'string') {
      missing.push({ factId: fact.id, message: match });
      continue;
    }
    const practice = practiceOf(basis, fact);
    const key = `${practice.unitId}|${foldVietnamese(practice.name)}|${match.matchId ?? ''}`;
    const first = planned.get(key);
    planned.set(
      key,
      first ? { ...first, factIds: [...first.factIds, fact.id] } : { factIds: [fact.id], practice, ...match },
    );
  }
  return [...planned.values()];
}

/** What a person chose, else what was found; a string where neither says which. */
function matchOf(
  fact: FactRow<PracticeContent>,
  found: Matched<KnownPractice> | undefined,
): Pick<PlannedPractice, 'match' | 'matchId' | 'takesContributions'> | string {
  const match = fact.match ?? found?.match ?? null;
  const name = `“${fact.content.name}”`;
  if (match === null)
    return `${name}: trong sổ có nhiều mô hình giống nhau, chọn mô hình trùng hoặc ghi là mới`;
  if (match === 'new') return { match, matchId: null, takesContributions: true };
  const matchId = matchIdOf(fact, found);
  if (matchId === null) return `${name}: chưa chọn mô hình trong sổ mà mô hình này trùng hoặc tiếp tục`;
  const known = found?.alike.find((one) => one.practice.id === matchId)?.practice;
  return { match, matchId, takesContributions: match === 'continued' || known?.isDocumented === true };
}

/** What a person chose, or what was found while nobody said otherwise. */
export function matchIdOf(
  fact: FactRow<PracticeContent>,
  found: Matched<KnownPractice> | undefined,
): string | null {
  const isAsFound = fact.match === null || fact.match === found?.match;
  return fact.matchPracticeId ?? (isAsFound ? (found?.practice?.id ?? null) : null);
}

function practiceOf({ reading, places }: PlanBasis, fact: FactRow<PracticeContent>): NamedPractice {
  const { content } = fact;
  const place = places.get(fact.id);
  return {
    name: content.name,
    nature: content.nature,
    subject: content.subject ?? 'collective',
    baseField: content.field,
    unitId: place?.keeperId ?? reading.unit_id,
    placeUnitId: place?.place?.id ?? null,
    placeText: placeTextOf(content.places, place?.place ?? null),
    ownerName: (content.owner ?? '').slice(0, 200),
    passage: sentenceAround(reading.text, fact).slice(0, 3_000),
  };
}

function placeTextOf(places: readonly string[], unit: ResolvedPlace['place']): string {
  const said = unit === null ? places : places.map((place) => beyondName(place, unit)).filter(Boolean);
  return said.join('; ').slice(0, 300);
}

/** Money, land, working days and houses that stand with one named practice, and in no total of the paper. */
function planContributions(
  { reading, facts }: PlanBasis,
  made: { confirmed: readonly FactRow<PracticeContent>[]; practices: readonly PlannedPractice[] },
): PlannedContribution[] {
  const open = new Set(made.practices.filter((one) => one.takesContributions).flatMap((one) => one.factIds));
  const summed = new Set(facts.sums.flatMap(({ content }) => [content.totalFigure, ...content.partFigures]));
  const isAhead = (fact: FactRow<FigureContent>): boolean =>
    fact.content.kind === 'target' ||
    reading.sections.findLast((section) => section.start <= fact.start)?.role === 'targets';
  const among = { text: reading.text, practices: made.confirmed, figures: facts.figures };
  return facts.figures.filter(isConfirmed).flatMap((fact) => {
    if (summed.has(fact.position) || isAhead(fact) || fact.content.repeats !== null) return [];
    const beside = practiceBeside(fact, among);
    if (!beside || !open.has(beside.practice.id)) return [];
    const contribution = contributionOf(fact.content, beside.sentence);
    if (!contribution) return [];
    const note = beside.sentence.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
    return [{ factId: fact.id, practiceFactId: beside.practice.id, contribution, note }];
  });
}
