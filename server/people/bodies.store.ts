import { foldVietnamese } from '#domain/kernel/text.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { BodyKind } from '#domain/people/bodies.ts';
import type { ActKind, Consolidation } from '#domain/people/consolidation.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { NamedSeat } from './acts.reads.ts';

export interface NewBody {
  readonly unitId: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly from: Day;
  readonly foundingKnown: boolean;
}

export async function insertBody(command: CommandContext, body: NewBody): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('body')
    .values({
      id,
      unit_id: body.unitId,
      kind: body.kind,
      name: body.name,
      name_folded: foldVietnamese(body.name),
      valid_from: body.from,
      founding_known: body.foundingKnown,
      created_at: command.now,
    })
    .execute();
  return id;
}

export interface NewAct {
  readonly bodyId: string;
  readonly kind: ActKind;
  readonly on: Day;
  readonly documentId: string | null;
  readonly documentText: string;
  readonly note: string;
}

/** Writes an act with what it changes: posts that end, then posts that begin, both on its day. */
export async function writeAct(
  command: CommandContext,
  act: NewAct,
  moves: Consolidation<NamedSeat>,
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('consolidation')
    .values({
      id,
      body_id: act.bodyId,
      kind: act.kind,
      on_day: act.on,
      document_id: act.documentId,
      document_text: act.documentText,
      note: act.note,
      changes: JSON.stringify({ ...moves, stays: moves.stays.length }),
      recorded_by: command.caller.accountId,
      recorded_at: command.now,
    })
    .execute();
  const leaving = [...moves.goes, ...moves.changes.map((change) => change.before)];
  await endPositions(command, { id, ...act }, leaving);
  await beginPositions(command, { id, ...act }, [
    ...moves.changes.map((change) => change.after),
    ...moves.comes,
  ]);
  if (act.kind === 'dissolution')
    await command.db.updateTable('body').set({ valid_to: act.on }).where('id', '=', act.bodyId).execute();
  return id;
}

type WrittenAct = NewAct & { readonly id: string };

async function endPositions(
  command: CommandContext,
  act: WrittenAct,
  seats: readonly NamedSeat[],
): Promise<void> {
  if (seats.length === 0) return;
  await command.db
    .updateTable('body_position')
    .set({ valid_to: act.on, ended_by: act.id })
    .where('body_id', '=', act.bodyId)
    .where('valid_to', 'is', null)
    .where(
      'person_id',
      'in',
      seats.map((seat) => seat.personId),
    )
    .execute();
}

async function beginPositions(
  command: CommandContext,
  act: WrittenAct,
  seats: readonly NamedSeat[],
): Promise<void> {
  if (seats.length === 0) return;
  const rows = seats.map((seat) => ({ id: command.newId(), seat }));
  await command.db
    .insertInto('body_position')
    .values(
      rows.map(({ id, seat }) => ({
        id,
        person_id: seat.personId,
        body_id: act.bodyId,
        post: seat.post,
        title: seat.title,
        fields: [...seat.fields],
        ordinal: seat.ordinal,
        valid_from: act.on,
        begun_by: act.id,
      })),
    )
    .execute();
  const areas = rows.flatMap(({ id, seat }) =>
    [...new Set(seat.unitIds)].map((unitId) => ({ position_id: id, unit_id: unitId })),
  );
  if (areas.length > 0) await command.db.insertInto('position_area').values(areas).execute();
}

/** Undoes an act: what it began never was, what it ended goes on. The act itself stays in the line, with the reason. */
export async function undoAct(
  command: CommandContext,
  act: { id: string; kind: ActKind; bodyId: string; isFirst: boolean },
  reason: string,
): Promise<void> {
  const { db } = command;
  await db.deleteFrom('body_position').where('begun_by', '=', act.id).execute();
  await db
    .updateTable('body_position')
    .set({ valid_to: null, ended_by: null })
    .where('ended_by', '=', act.id)
    .execute();
  await db
    .updateTable('consolidation')
    .set({ reversed_at: command.now, reversal_reason: reason })
    .where('id', '=', act.id)
    .execute();
  if (act.kind === 'dissolution')
    await db.updateTable('body').set({ valid_to: null }).where('id', '=', act.bodyId).execute();
  if (act.isFirst)
    await db.updateTable('body').set({ withdrawn_at: command.now }).where('id', '=', act.bodyId).execute();
}
