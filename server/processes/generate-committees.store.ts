import { foldVietnamese } from '#domain/kernel/text.ts';
import type { TreeName } from '#domain/organisations/trees.ts';
import { chunks } from '#server/organisations/apply-changes.store.ts';
import { refreshPlaces } from '#server/organisations/places.store.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import type { GenerationRequest } from './generate-committees.reads.ts';

export interface GenerationPaper {
  readonly documentId: string | null;
  readonly documentText: string;
  readonly reason: string;
}

/** The one act under which all generated units are founded. */
export async function insertGenerationAct(
  command: CommandContext,
  asked: GenerationRequest,
  paper: GenerationPaper,
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('reorganisation')
    .values({
      id,
      kind: 'found',
      on_day: asked.on,
      document_id: paper.documentId,
      document_text: paper.documentText,
      reason: paper.reason,
      asked: JSON.stringify({ generation: asked }),
      account_id: command.caller.accountId,
      at: command.now,
    })
    .execute();
  return id;
}

export interface Membership {
  readonly tree: Exclude<TreeName, 'main'>;
  readonly unitId: string;
  readonly parentId: string | null;
}

/** Places in the trees beside the main one; returns what was written, for taking it back. */
export async function insertMemberships(
  command: CommandContext,
  memberships: readonly Membership[],
  from: string,
): Promise<{ id: string }[]> {
  const rows = memberships.map((one) => ({
    id: command.newId(),
    tree: one.tree,
    unit_id: one.unitId,
    parent_id: one.parentId,
    valid_from: from,
  }));
  for (const some of chunks(rows))
    await command.db
      .insertInto('unit_membership')
      .values([...some])
      .execute();
  if (rows.length > 0) await refreshPlaces(command.db, { unitIds: rows.map((row) => row.unit_id), from });
  return rows.map((row) => ({ id: row.id, endedId: null }));
}

/** A committee that stood already is told which place it covers, where nobody has said so. */
export async function linkAreas(
  command: CommandContext,
  links: readonly { unitId: string; areaUnitId: string }[],
  from: string,
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    update unit_version set area_unit_id = given.area_unit_id
    from jsonb_to_recordset(${JSON.stringify(
      links.map((link) => ({ unit_id: link.unitId, area_unit_id: link.areaUnitId })),
    )}::jsonb) as given (unit_id uuid, area_unit_id uuid)
    where unit_version.unit_id = given.unit_id and unit_version.area_unit_id is null
      and (valid_to is null or valid_to > ${from})`.execute(command.db);
}

/** Steering committees without members yet: each place names its own by a consolidation. */
export async function insertSteeringCommittees(
  command: CommandContext,
  bodies: readonly { unitId: string; name: string }[],
  given: { on: string; paper: GenerationPaper },
): Promise<void> {
  const { on, paper } = given;
  const rows = bodies.map((body) => ({ ...body, id: command.newId() }));
  for (const some of chunks(rows)) {
    await command.db
      .insertInto('body')
      .values(
        some.map((body) => ({
          id: body.id,
          unit_id: body.unitId,
          kind: 'steering_committee',
          name: body.name,
          name_folded: foldVietnamese(body.name),
          valid_from: on,
          founding_known: true,
          created_at: command.now,
        })),
      )
      .execute();
    await command.db
      .insertInto('consolidation')
      .values(
        some.map((body) => ({
          id: command.newId(),
          body_id: body.id,
          kind: 'founding',
          on_day: on,
          document_id: paper.documentId,
          document_text: paper.documentId === null ? paper.documentText || paper.reason : paper.documentText,
          note: '',
          changes: JSON.stringify({ comes: [], goes: [], changes: [], stays: 0 }),
          recorded_by: command.caller.accountId,
          recorded_at: command.now,
        })),
      )
      .execute();
  }
}
