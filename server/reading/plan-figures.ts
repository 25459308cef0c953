import type { figuresApi } from '#contract/figures.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { baseFields, baseFieldWords, type BaseField } from '#domain/campaigns/fields.ts';
import { figureKindWords } from '#domain/figures/reported-figure.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { sentenceAround } from './contributions-in-text.ts';
import type { ReadingRow } from './reading-access.reads.ts';
import type { FactRow, Facts, FigureContent } from './reading-facts.reads.ts';

type FigureInput = ParsedBody<(typeof figuresApi)['POST /api/figure-sets']>['figures'][number];

export interface PlannedFigure {
  readonly factIds: readonly string[];
  readonly figure: FigureInput;
}

/** Confirmed figures of the movement as a set states them; what is told again is one figure with two passages. */
export function planFigures(reading: ReadingRow, facts: Facts, given: ReadonlySet<string>): PlannedFigure[] {
  const kept = facts.figures.filter(
    (fact) => fact.state === 'confirmed' && fact.content.movement === 'dvk' && !given.has(fact.id),
  );
  const firstOf = new Map(kept.map((fact) => [fact.position, firstTelling(fact, kept)]));
  const wholes = wholesOf(facts, new Set(kept.map((fact) => fact.position)));
  return kept
    .filter((fact) => firstOf.get(fact.position) === fact.position)
    .map((fact) => ({
      factIds: kept.filter((one) => firstOf.get(one.position) === fact.position).map((one) => one.id),
      figure: {
        key: keyOf(fact.position),
        ...wordsOf(reading, fact),
        kind: fact.content.kind,
        value: fact.content.value,
        unit: fact.content.unit === '' ? 'số' : fact.content.unit,
        approx: fact.content.approx,
        partOf: keyAt(wholes.get(fact.position), firstOf),
        outOf: keyAt(ratioWhole(fact, kept), firstOf),
        asWritten: reading.text.slice(fact.start, fact.end).slice(0, 500),
      },
    }));
}

function keyOf(position: number): string {
  return `f${position}`;
}

function keyAt(position: number | undefined, firstOf: ReadonlyMap<number, number>): string | null {
  const first = position === undefined ? undefined : firstOf.get(position);
  return first === undefined ? null : keyOf(first);
}

function firstTelling(fact: FactRow<FigureContent>, kept: readonly FactRow<FigureContent>[]): number {
  const first = kept.find((one) => one.position === fact.content.repeats);
  const isOne =
    first?.content.value === fact.content.value &&
    first.content.unit === fact.content.unit &&
    first.content.kind === fact.content.kind;
  return first && isOne && first.position < fact.position ? first.position : fact.position;
}

/** Part → its total, by the sums that were confirmed. A total stays out of its own parts' parts. */
function wholesOf(facts: Facts, kept: ReadonlySet<number>): ReadonlyMap<number, number> {
  const wholes = new Map<number, number>();
  const isAbove = (position: number, start: number): boolean => {
    for (let at: number | undefined = start; at !== undefined; at = wholes.get(at))
      if (at === position) return true;
    return false;
  };
  for (const { state, content } of facts.sums) {
    if (state !== 'confirmed' || !kept.has(content.totalFigure)) continue;
    for (const part of content.partFigures)
      if (kept.has(part) && !wholes.has(part) && !isAbove(part, content.totalFigure))
        wholes.set(part, content.totalFigure);
  }
  return wholes;
}

/** "24/39 tổ chức cơ sở đảng" is read as two figures in one passage: the first is out of the second. */
function ratioWhole(
  fact: FactRow<FigureContent>,
  kept: readonly FactRow<FigureContent>[],
): number | undefined {
  if (fact.rule !== 'ratio') return undefined;
  return kept.find(
    (one) =>
      one.rule === 'ratio' &&
      one.start === fact.start &&
      one.end === fact.end &&
      one.position === fact.position + 1 &&
      one.content.value >= fact.content.value,
  )?.position;
}

/** What a figure is of, in the paper's own words; where it stands says how it is to be understood. */
function wordsOf(
  reading: ReadingRow,
  fact: FactRow<FigureContent>,
): Pick<FigureInput, 'label' | 'definition' | 'baseField'> {
  const { kind, unit, scope } = fact.content;
  const kindWords = kind === 'other' ? '' : `${figureKindWords[kind]}: `;
  const section = reading.sections.findLast((one) => one.start <= fact.start);
  const where =
    section === undefined ? '' : `, mục “${[section.number, section.title].filter(Boolean).join('. ')}”`;
  const sentence = sentenceAround(reading.text, fact);
  return {
    label: `${kindWords}${scope === null ? wordsBefore(reading.text, fact) : `${unit} – ${scope}`}`.slice(
      0,
      300,
    ),
    definition: `${figureKindWords[kind]}, theo văn bản${where}: ${sentence}`.slice(0, 600),
    baseField: fieldIn(scope) ?? section?.field ?? null,
  };
}

const WORDS_BEFORE = 8;

/** A figure that says nothing of what it is of is known by the words before it: "với tổng kinh phí 915 triệu đồng". */
function wordsBefore(text: string, { start, end }: { start: number; end: number }): string {
  const sentence = sentenceAround(text, { start, end });
  const figure = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  const before =
    sentence
      .slice(0, Math.max(0, sentence.indexOf(figure)))
      .split(/[;:(]/u)
      .at(-1) ?? '';
  return [...before.trim().split(' ').slice(-WORDS_BEFORE), figure].filter(Boolean).join(' ');
}

function fieldIn(scope: string | null): BaseField | null {
  const folded = foldVietnamese(scope ?? '');
  return folded === ''
    ? null
    : (baseFields.find((field) => folded.includes(foldVietnamese(baseFieldWords[field]))) ?? null);
}
