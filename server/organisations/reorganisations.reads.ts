import { sql } from 'kysely';
import type { ParsedQuery } from '#contract/endpoint.ts';
import type { reorganisationsApi } from '#contract/reorganisations.ts';
import type { Day } from '#domain/kernel/day.ts';
import { reorganisationWords, type ReorganisationKind } from '#domain/organisations/reorganisation.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { unitNames } from './organisations.reads.ts';
import type { ReorganisationEffects } from './reorganisations.store.ts';
import { withinScope } from './within-scope.reads.ts';

/** An act as it was kept. */
export interface ReorganisationRecord {
  readonly id: string;
  readonly kind: ReorganisationKind;
  readonly on: Day;
  readonly documentId: string | null;
  readonly documentText: string;
  readonly reason: string;
  readonly accountId: string | null;
  readonly at: string;
  readonly undone: { readonly at: string; readonly reason: string } | null;
  readonly seq: number;
  /** Written by the load of the country's units, not by an ordinary act: it stands and falls with the load. */
  readonly loaded: boolean;
  readonly effects: ReorganisationEffects;
}

const noEffects: ReorganisationEffects = {
  organisation: {
    founded: [],
    ended: [],
    dropped: [],
    changed: [],
    mended: [],
    memberships: { added: [], before: [], unitIds: [] },
  },
  practices: [],
  grants: [],
};

export async function reorganisationById(db: Db, id: string): Promise<ReorganisationRecord | null> {
  const row = await db.selectFrom('reorganisation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind as ReorganisationKind,
    on: row.on_day,
    documentId: row.document_id,
    documentText: row.document_text,
    reason: row.reason,
    accountId: row.account_id,
    at: row.at,
    undone: row.undone_at === null ? null : { at: row.undone_at, reason: row.undo_reason ?? '' },
    seq: row.seq,
    loaded: (row.asked as { reference?: boolean }).reference === true,
    effects: { ...noEffects, ...(row.effects as Partial<ReorganisationEffects>) },
  };
}

/** The units that an act was about, by their part in it. */
export async function unitsOfAct(
  db: Db,
  id: string,
): Promise<{ from: string[]; to: string[]; moved: string[] }> {
  const rows = await db
    .selectFrom('reorganisation_unit')
    .select(['unit_id', 'part'])
    .where('reorganisation_id', '=', id)
    .orderBy('unit_id')
    .execute();
  const of = (part: string) => rows.filter((row) => row.part === part).map((row) => row.unit_id);
  return { from: of('from'), to: of('to'), moved: of('moved') };
}

/** The units that an act ends, founds or leads to; for a rename or a move the unit itself. Who takes it back manages all of them. */
export function unitsAtStake(units: { from: string[]; to: string[]; moved: string[] }): string[] {
  const named = [...units.from, ...units.to];
  return named.length > 0 ? named : units.moved;
}

type ListQuery = ParsedQuery<(typeof reorganisationsApi)['GET /api/reorganisations']>;

/** Acts that touched a unit in the caller's area, newest first. */
export async function listReorganisations(read: ReadContext, query: ListQuery) {
  const area = read.caller.access.ownersAbove('organisation.read');
  const matching = read.db
    .selectFrom('reorganisation')
    .where(
      sql<boolean>`exists (select 1 from reorganisation_unit as about
        where about.reorganisation_id = reorganisation.id and ${withinScope('about.unit_id', area)})`,
    )
    .$if(query.kind !== undefined, (some) => some.where('kind', '=', query.kind ?? ''))
    .$if(query.from !== undefined, (some) => some.where('on_day', '>=', query.from ?? ''))
    .$if(query.to !== undefined, (some) => some.where('on_day', '<=', query.to ?? ''))
    .$if(query.unitId !== undefined, (some) =>
      some.where(
        sql<boolean>`exists (select 1 from reorganisation_unit as about
          where about.reorganisation_id = reorganisation.id and about.unit_id = ${query.unitId ?? ''}::uuid)`,
      ),
    );
  const { total } = await matching
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = await matching
    .select('id')
    .orderBy('on_day', 'desc')
    .orderBy('seq', 'desc')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return {
    items: await actsByIds(
      read.db,
      page.map((row) => row.id),
    ),
    total,
  };
}

/** Acts as lists show them, in the order of the ids. */
export async function actsByIds(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('reorganisation')
    .leftJoin('account', 'account.id', 'reorganisation.account_id')
    .leftJoin('document', 'document.id', 'reorganisation.document_id')
    .select([
      'reorganisation.id',
      'reorganisation.kind',
      'reorganisation.on_day',
      'reorganisation.document_text',
      'reorganisation.reason',
      'reorganisation.at',
      'reorganisation.undone_at',
      'reorganisation.undo_reason',
      'account.display_name',
      'document.id as document_id',
      'document.symbol',
      'document.subject',
    ])
    .where(sql<boolean>`reorganisation.id = any(${[...ids]}::uuid[])`)
    .execute();
  const parts = await db
    .selectFrom('reorganisation_unit')
    .selectAll()
    .where(sql<boolean>`reorganisation_id = any(${[...ids]}::uuid[])`)
    .orderBy('unit_id')
    .execute();
  const changes = new Set(rows.filter((row) => row.kind === 'change').map((row) => row.id));
  const names = await unitNames(
    db,
    parts
      .filter((part) => part.part !== 'moved' || changes.has(part.reorganisation_id))
      .map((part) => part.unit_id),
  );
  const partsOf = Map.groupBy(parts, (part) => part.reorganisation_id);
  const refs = (id: string, part: string) =>
    (partsOf.get(id) ?? []).filter((one) => one.part === part).flatMap((one) => names.get(one.unit_id) ?? []);
  const byId = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        kind: row.kind as ReorganisationKind,
        kindName: reorganisationWords[row.kind as ReorganisationKind],
        on: row.on_day,
        // A rename or a move neither ends nor founds: the unit itself is what it is about.
        from: refs(row.id, changes.has(row.id) ? 'moved' : 'from'),
        to: refs(row.id, 'to'),
        movedCount: (partsOf.get(row.id) ?? []).filter((one) => one.part === 'moved').length,
        document:
          row.document_id === null
            ? null
            : { id: row.document_id, symbol: row.symbol, subject: row.subject ?? '' },
        documentText: row.document_text,
        reason: row.reason,
        byName: row.display_name,
        at: row.at,
        undone: row.undone_at === null ? null : { at: row.undone_at, reason: row.undo_reason ?? '' },
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
