import { formatDay, type Day } from '#domain/kernel/day.ts';
import type { Act, ActKind, Consolidation, Seat } from '#domain/people/consolidation.ts';
import { actKindWords, reversalBlocked } from '#domain/people/consolidation.ts';
import { postWord, type BodyKind } from '#domain/people/bodies.ts';
import { visibleDocument } from '#server/documents/document-access.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import type { BodyRow } from './people-scope.reads.ts';

/** A seat with the person's name as it was when the act was recorded. */
export interface NamedSeat extends Seat {
  readonly name: string;
  /** The place in the list of the decision. */
  readonly ordinal: number;
}

export type ActChanges = Omit<Consolidation<NamedSeat>, 'stays'> & { readonly stays: number };

interface ActRow {
  readonly id: string;
  readonly kind: ActKind;
  readonly on: Day;
  readonly documentId: string | null;
  readonly documentText: string;
  readonly note: string;
  readonly changes: ActChanges;
  readonly symbol: string | null;
  readonly issuedOn: Day | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reversedAt: string | null;
  readonly reversalReason: string | null;
}

/** The acts of a body that count, oldest first. */
export async function standingActs(db: Db, bodyId: string): Promise<(Act & { id: string })[]> {
  const rows = await db
    .selectFrom('consolidation')
    .select(['id', 'kind', 'on_day'])
    .where('body_id', '=', bodyId)
    .where('reversed_at', 'is', null)
    .orderBy('on_day')
    .execute();
  return rows.map((row) => ({ id: row.id, kind: row.kind as ActKind, on: row.on_day }));
}

/** Every act of a body with its paper, newest first; those taken back stay in the line. */
export async function actsOf(read: ReadContext, body: BodyRow) {
  const { rows } = await sql<ActRow>`
    select c.id, c.kind, c.on_day as "on", c.document_id as "documentId", c.document_text as "documentText", c.note,
      c.changes, d.symbol, d.issued_on as "issuedOn", c.recorded_at as "recordedAt",
      account.display_name as "recordedBy",
      c.reversed_at as "reversedAt",
      c.reversal_reason as "reversalReason"
    from consolidation c join account on account.id = c.recorded_by left join document d on d.id = c.document_id
    where c.body_id = ${body.id}
    order by c.on_day desc, c.recorded_at desc`.execute(read.db);
  const papers = await papersOf(
    read,
    rows.flatMap((row) => row.documentId ?? []),
  );
  const manages = read.caller.access.can('people.manage', body.unit_id);
  const standing = rows.filter((row) => row.reversedAt === null).toReversed();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    kindName: actKindWords[row.kind],
    on: row.on,
    document: papers.get(row.documentId ?? '') ?? null,
    // Who may not open the paper still learns which one it was.
    documentText:
      row.documentText ||
      [row.symbol, row.issuedOn && `ngày ${formatDay(row.issuedOn)}`].filter(Boolean).join(' '),
    note: row.note,
    ...movesOf(row.changes, body.kind),
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    reversal: manages && row.reversedAt === null ? reversalState(row, standing) : null,
    reversed: row.reversedAt === null ? null : { at: row.reversedAt, reason: row.reversalReason ?? '' },
  }));
}

function reversalState(act: Act, acts: readonly Act[]) {
  const blocked = reversalBlocked(act, acts);
  return { allowed: blocked === null, reason: blocked?.reason ?? null, mend: blocked?.mend ?? null };
}

/** Who came, went and changed, with each post called as this kind of body calls it. */
export function movesOf(changes: ActChanges, kind: BodyKind) {
  return {
    comes: changes.comes.map((seat) => moveOf(seat, kind)),
    goes: changes.goes.map((seat) => moveOf(seat, kind)),
    changes: changes.changes.map(({ before, after }) => ({
      person: { id: after.personId, name: after.name },
      before: seatWords(before, kind),
      after: seatWords(after, kind),
    })),
    stays: changes.stays,
  };
}

export function moveOf(seat: NamedSeat, kind: BodyKind) {
  return {
    person: { id: seat.personId, name: seat.name },
    postName: postWord(kind, seat.post),
    title: seat.title,
  };
}

/** "Phó Trưởng khối – Chủ tịch Mặt trận, phụ trách 2 lĩnh vực, 3 đơn vị". */
export function seatWords(seat: Seat, kind: BodyKind): string {
  const charge = [
    seat.fields.length > 0 ? `${seat.fields.length} lĩnh vực` : null,
    seat.unitIds.length > 0 ? `${seat.unitIds.length} đơn vị` : null,
  ].filter(Boolean);
  const post = [postWord(kind, seat.post), seat.title].filter(Boolean).join(' – ');
  return charge.length === 0 ? post : `${post}, phụ trách ${charge.join(', ')}`;
}

/** Papers of the register that acts name, of those the caller may see. */
async function papersOf(read: ReadContext, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await read.db
    .selectFrom('document')
    .select(['id', 'symbol', 'subject', 'issued_on'])
    .where('id', 'in', [...new Set(ids)])
    .where(visibleDocument(read))
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, symbol: row.symbol, subject: row.subject, issuedOn: row.issued_on },
    ]),
  );
}

/** The symbol of each act by id, for a person's life line: of the paper where it may be seen, else as written. */
export async function actNames(read: ReadContext, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('consolidation')
    .leftJoin('document', 'document.id', 'consolidation.document_id')
    .select(['consolidation.id', 'consolidation.kind', 'consolidation.document_text', 'document.symbol'])
    .where('consolidation.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      `${actKindWords[row.kind as ActKind]} theo ${row.symbol ?? (row.document_text || 'văn bản')}`,
    ]),
  );
}
