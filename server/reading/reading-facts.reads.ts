import type { Db } from '#server/platform/database/db.ts';
import type { CitedDocument, Fact, NamedPractice, ReadFigure, SumCheck } from '#domain/reading/types.ts';
import type { PracticeMatch } from '#domain/reading/match-practice.ts';

export type FactKind = 'document' | 'practice' | 'figure' | 'sum';
export type FactState = 'proposed' | 'confirmed' | 'refused';

/** What was read, without where and by which rule: that stands in columns of its own. */
type ContentOf<F extends Fact> = Omit<F, keyof Fact>;
export type DocumentContent = ContentOf<CitedDocument>;
export type PracticeContent = ContentOf<NamedPractice>;
export type FigureContent = ContentOf<ReadFigure>;
export type SumContent = ContentOf<SumCheck>;

export interface FactRow<C> {
  readonly id: string;
  readonly kind: FactKind;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
  readonly state: FactState;
  /** As a person corrected it, as read else. */
  readonly content: C;
  readonly asRead: C;
  readonly corrected: Partial<C> | null;
  readonly placeUnitId: string | null;
  readonly match: PracticeMatch | null;
  readonly matchPracticeId: string | null;
  readonly documentId: string | null;
  readonly practiceId: string | null;
  readonly figureId: string | null;
  readonly contributionId: string | null;
}

export interface Facts {
  readonly documents: readonly FactRow<DocumentContent>[];
  readonly practices: readonly FactRow<PracticeContent>[];
  readonly figures: readonly FactRow<FigureContent>[];
  readonly sums: readonly FactRow<SumContent>[];
}

/** Every fact of a reading in the order of its text. */
export async function factsOf(db: Db, readingId: string): Promise<Facts> {
  const rows = await db
    .selectFrom('reading_fact')
    .selectAll()
    .where('reading_id', '=', readingId)
    .orderBy('start_at')
    .orderBy('position')
    .execute();
  const facts = rows.map((row) => ({
    id: row.id,
    kind: row.kind as FactKind,
    position: row.position,
    start: row.start_at,
    end: row.end_at,
    rule: row.rule,
    confidence: row.confidence,
    state: row.state as FactState,
    content: { ...(row.content as object), ...(row.corrected as object | null) } as unknown,
    asRead: row.content as unknown,
    corrected: row.corrected as unknown,
    placeUnitId: row.place_unit_id,
    match: row.match as PracticeMatch | null,
    matchPracticeId: row.match_practice_id,
    documentId: row.document_id,
    practiceId: row.practice_id,
    figureId: row.figure_id,
    contributionId: row.contribution_id,
  }));
  const ofKind = <C>(kind: FactKind) => facts.filter((fact) => fact.kind === kind) as FactRow<C>[];
  return {
    documents: ofKind<DocumentContent>('document'),
    practices: ofKind<PracticeContent>('practice'),
    figures: ofKind<FigureContent>('figure'),
    sums: ofKind<SumContent>('sum'),
  };
}

export function allFacts(facts: Facts): FactRow<unknown>[] {
  return [...facts.documents, ...facts.practices, ...facts.figures, ...facts.sums];
}
