import type { readingsApi } from '#contract/readings.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ruleWords } from '#domain/reading/rule-words.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { readingRows } from './reading-list.reads.ts';
import { visibleReading, type ReadingRow } from './reading-access.reads.ts';
import { readingBasis } from './reading-basis.reads.ts';
import type { FactRow } from './reading-facts.reads.ts';
import { readingHistoryWords } from './reading-words.ts';
import { matchIdOf, type PlanBasis, type RegistrationPlan } from './plan-registration.ts';
import { figuresOfSum, sumNow } from './sums.ts';

type Shown = ResponseOf<(typeof readingsApi)['GET /api/readings/:id']>;

/** A paper as read, with everything that a person needs to confirm it. */
export async function readingRecord(read: ReadContext, id: string): Promise<Shown> {
  const reading = await visibleReading(read, id);
  const [row] = await readingRows(read, [reading.id]);
  if (!row) throw new Error('a reading that was found has its row');
  const basis = await readingBasis(read, reading);
  const shared = { reading, figureSetId: reading.figure_set_id };
  return {
    ...row,
    version: reading.version,
    text: reading.text,
    paper: paperOf(reading),
    sections: reading.sections.map(({ start, end, number, title, level }) => ({
      start,
      end,
      number,
      title,
      level,
    })),
    documents: basis.facts.documents.map((fact) => {
      const { type, symbol, issuer, issuedOn, isOwn } = fact.content;
      const known = basis.known.get(fact.id) ?? null;
      return {
        ...headOf(fact, shared),
        type,
        symbol,
        issuer,
        issuedOn,
        isOwn,
        known: known && { id: known.id, symbol: known.symbol, subject: known.subject },
      };
    }),
    practices: practicesOf(basis, shared),
    figures: basis.facts.figures.map((fact) => {
      const { value, unit, approx, kind, movement, scope } = fact.content;
      return { ...headOf(fact, shared), value, unit, approx, kind, movement, scope };
    }),
    sums: sumsOf(basis, shared),
    registration: registrationOf(basis.plan, reading),
    documentId: reading.document_id,
    figureSetId: reading.figure_set_id,
    actions: actionsOf(basis.plan, reading),
    history: (await historyOf(read.db, 'reading', id)).map((entry) => ({
      ...entry,
      label: readingHistoryWords[entry.action] ?? entry.action,
    })),
  };
}

interface Shared {
  readonly reading: ReadingRow;
  readonly figureSetId: string | null;
}

function headOf(fact: FactRow<unknown>, { reading, figureSetId }: Shared) {
  return {
    id: fact.id,
    start: fact.start,
    end: fact.end,
    asWritten: reading.text.slice(fact.start, fact.end),
    ruleName: ruleWords(fact.rule),
    confidence: fact.confidence,
    state: fact.state,
    corrected: fact.corrected !== null,
    link: linkOf(fact, figureSetId),
  };
}

/** Where the record opens that a fact became. */
function linkOf(fact: FactRow<unknown>, figureSetId: string | null): string | null {
  if (fact.practiceId !== null) return `/mo-hinh/${fact.practiceId}`;
  if (fact.documentId !== null) return `/van-ban/${fact.documentId}`;
  if (fact.figureId !== null && figureSetId !== null) return `/so-lieu/${figureSetId}`;
  return null;
}

function paperOf({ paper, paper_day }: ReadingRow): Shown['paper'] {
  const { type, symbol, issuer, place, subject, signer, period } = paper;
  return {
    type,
    symbol,
    issuer,
    place,
    issuedOn: paper.issuedOn ?? paper_day,
    subject,
    signerName: signer?.name ?? null,
    signerPost: signer?.post ?? null,
    recipients: [...paper.recipients],
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
  };
}

function practicesOf({ facts, places, matches }: PlanBasis, shared: Shared): Shown['practices'] {
  return facts.practices.map((fact) => {
    const { name, places: written, owner, field, nature, subject } = fact.content;
    const place = places.get(fact.id);
    const found = matches.get(fact.id);
    const match = fact.match ?? found?.match ?? null;
    return {
      ...headOf(fact, shared),
      name,
      owner,
      field,
      nature,
      subject,
      match,
      places: [...written],
      placeUnit: place?.place ?? null,
      placeNowName: place?.nowName ?? null,
      placeChoices: [...(place?.choices ?? [])],
      matches: (found?.alike ?? []).map(({ practice, likeness }) => ({
        id: practice.id,
        name: practice.name,
        unitName: practice.unitName,
        year: practice.year,
        likeness,
      })),
      matchPracticeId: matchIdOf(fact, found),
    };
  });
}

function sumsOf({ facts }: PlanBasis, shared: Shared): Shown['sums'] {
  const byPosition = new Map(facts.figures.map((fact) => [fact.position, fact]));
  return facts.sums.map((fact) => {
    const figures = figuresOfSum(fact.content, byPosition);
    const now = sumNow(fact.content, figures);
    return {
      ...headOf(fact, shared),
      ...now,
      parts: [...now.parts],
      totalFigureId: figures.total?.id ?? null,
      partFigureIds: figures.parts.map((part) => part.id),
    };
  });
}

function registrationOf(plan: RegistrationPlan, reading: ReadingRow): Shown['registration'] {
  const isDone = reading.state !== 'open';
  return {
    documents: plan.documents.filter((one) => one.known === null && one.type !== null).length,
    practices: plan.practices.filter((one) => one.match !== 'same').length,
    figures: plan.figures.length,
    contributions: plan.contributions.length,
    missing: isDone ? [] : plan.missing.map((one) => ({ ...one })),
  };
}

/** A reading that is done offers nothing; one that lacks something says what. */
function actionsOf(plan: RegistrationPlan, reading: ReadingRow): Shown['actions'] {
  if (reading.state !== 'open') return [];
  const [first] = plan.missing;
  return [
    {
      action: 'register',
      label: 'Đưa vào sổ',
      allowed: first === undefined,
      reason: first?.message ?? null,
      mend: first === undefined ? null : 'Bổ sung ở trang này rồi đưa vào sổ.',
    },
    { action: 'discard', label: 'Bỏ tài liệu này', allowed: true, reason: null, mend: null },
  ];
}
