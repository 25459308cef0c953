import type { PaperReading } from '#domain/reading/types.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { FactKind, FactState } from './reading-facts.reads.ts';
import { sql } from 'kysely';
import type { ReadingState } from './reading-access.reads.ts';

/** Whoever takes in, or throws out, the same bytes waits until this transaction ends. */
export async function lockBytes(command: CommandContext, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 13))`.execute(command.db);
}

export async function readingOfFile(
  command: CommandContext,
  unitId: string,
  sha256: string,
): Promise<string | null> {
  const row = await command.db
    .selectFrom('paper_reading')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('sha256', '=', sha256)
    .where('state', '<>', 'discarded')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether any record names a stored file: equal files are one in the store. */
export async function isOnRecord(command: CommandContext, sha256: string): Promise<boolean> {
  const row = await command.db
    .selectFrom('file')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewReading {
  readonly unitId: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly format: string;
  readonly text: string;
  readonly read: PaperReading;
}

export async function insertReading(command: CommandContext, given: NewReading): Promise<string> {
  const id = command.newId();
  const { read } = given;
  await command.db
    .insertInto('paper_reading')
    .values({
      id,
      unit_id: given.unitId,
      file_id: given.fileId,
      sha256: given.sha256,
      format: given.format,
      text: given.text,
      paper: JSON.stringify(read.paper),
      sections: JSON.stringify(read.sections),
      paper_day: read.paper.issuedOn,
      state: 'open',
      created_by: command.caller.accountId,
      created_at: command.now,
      updated_at: command.now,
    })
    .execute();
  await insertFacts(command, id, [
    ...rowsOf('document', read.documents),
    ...rowsOf('practice', read.practices),
    ...rowsOf('figure', read.figures),
    ...rowsOf('sum', read.checks),
  ]);
  return id;
}

interface NewFact {
  readonly kind: FactKind;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
  readonly state: FactState;
  readonly content: object;
}

function rowsOf(
  kind: FactKind,
  facts: readonly { start: number; end: number; asWritten: string; rule: string; confidence: number }[],
): NewFact[] {
  return facts.map((fact, position) => {
    const { start, end, asWritten: _, rule, confidence, ...content } = fact;
    return { kind, position, start, end, rule, confidence, state: 'proposed', content };
  });
}

const ROWS_AT_ONCE = 500;

async function insertFacts(
  command: CommandContext,
  readingId: string,
  facts: readonly NewFact[],
): Promise<void> {
  for (let at = 0; at < facts.length; at += ROWS_AT_ONCE)
    await command.db
      .insertInto('reading_fact')
      .values(facts.slice(at, at + ROWS_AT_ONCE).map((fact) => factColumns(command, readingId, fact)))
      .execute();
}

function factColumns(command: CommandContext, readingId: string, fact: NewFact) {
  return {
    id: command.newId(),
    reading_id: readingId,
    kind: fact.kind,
    position: fact.position,
    start_at: fact.start,
    end_at: fact.end,
    rule: fact.rule,
    confidence: fact.confidence,
    content: JSON.stringify(fact.content),
    state: fact.state,
  };
}

/** A passage that the reader missed, after all others of its kind; whoever marks it has confirmed it. */
export async function insertMarked(
  command: CommandContext,
  readingId: string,
  fact: Omit<NewFact, 'position' | 'state'>,
): Promise<string> {
  const { last } = await command.db
    .selectFrom('reading_fact')
    .select((select) => select.fn.max('position').as('last'))
    .where('reading_id', '=', readingId)
    .where('kind', '=', fact.kind)
    .executeTakeFirstOrThrow();
  const columns = factColumns(command, readingId, {
    ...fact,
    position: (last ?? -1) + 1,
    state: 'confirmed',
  });
  await command.db
    .insertInto('reading_fact')
    .values({ ...columns, decided_by: command.caller.accountId, decided_at: command.now })
    .execute();
  return columns.id;
}

export interface FactChange {
  readonly corrected?: object | null;
  readonly placeUnitId?: string | null;
  readonly match?: string | null;
  readonly matchPracticeId?: string | null;
}

export async function updateFact(command: CommandContext, factId: string, change: FactChange): Promise<void> {
  const { corrected, placeUnitId, match, matchPracticeId } = change;
  const columns = {
    ...(corrected !== undefined && { corrected: corrected === null ? null : JSON.stringify(corrected) }),
    ...(placeUnitId !== undefined && { place_unit_id: placeUnitId }),
    ...(match !== undefined && { match }),
    ...(matchPracticeId !== undefined && { match_practice_id: matchPracticeId }),
  };
  if (Object.keys(columns).length === 0) return;
  await command.db.updateTable('reading_fact').set(columns).where('id', '=', factId).execute();
}

/** Decides facts by id, or all of a kind that nobody has decided; the number of those that changed. */
export async function decideFacts(
  command: CommandContext,
  readingId: string,
  given: { decision: FactState; factIds: readonly string[]; allOf: FactKind | null },
): Promise<number> {
  const decided = given.decision !== 'proposed';
  const result = await command.db
    .updateTable('reading_fact')
    .set({
      state: given.decision,
      decided_by: decided ? command.caller.accountId : null,
      decided_at: decided ? command.now : null,
    })
    .where('reading_id', '=', readingId)
    .where('state', '<>', given.decision)
    .where((where) =>
      where.or([
        ...(given.factIds.length > 0 ? [where('id', 'in', [...given.factIds])] : []),
        ...(given.allOf === null
          ? []
          : [where.and([where('kind', '=', given.allOf), where('state', '=', 'proposed')])]),
        sql<boolean>`false`,
      ]),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function updateReading(
  command: CommandContext,
  reading: { id: string; version: number },
  change: {
    paperDay?: string | null;
    paper?: object;
    state?: ReadingState;
    documentId?: string | null;
    figureSetId?: string | null;
  } = {},
): Promise<number> {
  const version = reading.version + 1;
  await command.db
    .updateTable('paper_reading')
    .set({
      version,
      updated_at: command.now,
      ...(change.paperDay !== undefined && { paper_day: change.paperDay }),
      ...(change.paper !== undefined && { paper: JSON.stringify(change.paper) }),
      ...(change.state !== undefined && { state: change.state }),
      ...(change.documentId !== undefined && { document_id: change.documentId }),
      ...(change.figureSetId !== undefined && { figure_set_id: change.figureSetId }),
    })
    .where('id', '=', reading.id)
    .execute();
  return version;
}

/** What a fact became; the two ways between a record and its passage. */
export async function linkFacts(
  command: CommandContext,
  factIds: readonly string[],
  became: {
    document_id?: string;
    practice_id?: string;
    figure_id?: string;
    contribution_id?: string;
    match?: string;
    match_practice_id?: string | null;
    place_unit_id?: string | null;
  },
): Promise<void> {
  if (factIds.length === 0) return;
  await command.db
    .updateTable('reading_fact')
    .set(became)
    .where('id', 'in', [...factIds])
    .execute();
}
