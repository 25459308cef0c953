import { sql, type Selectable } from 'kysely';
import type { UnitMembership } from '#db/types.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { OrganisationChanges } from '#domain/organisations/reorganisation.ts';
import type { TreeName } from '#domain/organisations/trees.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { loadTree } from './organisations.reads.ts';

type Row = Readonly<Selectable<UnitMembership>>;

/** What an act did to the places in the other trees: rows that it put in, and those it changed, as they were. */
export interface MembershipEffects {
  readonly added: readonly string[];
  readonly before: readonly Row[];
  /** Units whose place changed. */
  readonly unitIds: readonly string[];
}

/** The rows that an act concerns, with their trees, as they were before it. */
interface OtherTrees {
  readonly rows: readonly Row[];
  readonly trees: ReadonlyMap<TreeName, OrganisationTree>;
}

/** Asked before anything is written. */
export async function otherTreesBefore(
  command: CommandContext,
  changes: OrganisationChanges,
): Promise<OtherTrees> {
  const rows = changes.ended.length === 0 ? [] : await rowsAbout(command, changes.ended, changes.on);
  const trees = new Map<TreeName, OrganisationTree>();
  for (const tree of new Set(rows.map((row) => row.tree as TreeName)))
    trees.set(tree, await loadTree(command.db, changes.on, tree));
  return { rows, trees };
}

/**
 * In the other trees a successor takes the place of what it follows: it stands where the first of them stood, and
 * what stood below them comes under it. What ends without a successor hands those below to what stood above it.
 */
export async function followInOtherTrees(
  command: CommandContext,
  changes: OrganisationChanges,
  { rows, trees }: OtherTrees,
): Promise<MembershipEffects> {
  const { on } = changes;
  const ending = new Set(changes.ended);
  const added: string[] = [];
  const unitIds = new Set(rows.map((row) => row.unit_id));
  for (const [tree, before] of trees) {
    const some = rows.filter((row) => row.tree === tree);
    const places = new Places(before, changes);
    for (const row of some) await endRow(command, row, on);
    const taken = new Set<string>();
    for (const row of some) {
      const unitId = ending.has(row.unit_id) ? places.successorOf(row.unit_id) : row.unit_id;
      if (unitId === null || taken.has(unitId)) continue;
      taken.add(unitId);
      if (unitId !== row.unit_id && (await isMember(command, { tree, unitId, on }))) continue;
      unitIds.add(unitId);
      added.push(await addRow(command, { tree, unitId, parentId: places.above(row, unitId) }, on));
    }
  }
  return { added, before: rows, unitIds: [...unitIds] };
}

class Places {
  readonly #tree: OrganisationTree;
  readonly #ending: ReadonlySet<string>;
  readonly #successors = new Map<string, string>();

  constructor(tree: OrganisationTree, changes: OrganisationChanges) {
    this.#tree = tree;
    this.#ending = new Set(changes.ended);
    for (const one of changes.successions)
      if (!this.#successors.has(one.fromUnitId)) this.#successors.set(one.fromUnitId, one.toUnitId);
  }

  successorOf(unitId: string): string | null {
    return this.#successors.get(unitId) ?? null;
  }

  /** What a unit comes under: the nearest above that stands, or follows one that ends, and is not itself below. */
  above(row: Row, unitId: string): string | null {
    for (let at = row.parent_id; at !== null; at = this.#tree.find(at)?.parentId ?? null) {
      const place = this.#ending.has(at) ? this.successorOf(at) : at;
      const below = place !== null && (place === unitId || this.#tree.isWithin(place, row.unit_id));
      if (place !== null && !below) return place;
    }
    return null;
  }
}

async function rowsAbout(command: CommandContext, unitIds: readonly string[], on: string): Promise<Row[]> {
  const ids = [...unitIds];
  return command.db
    .selectFrom('unit_membership')
    .selectAll()
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
    .where(sql<boolean>`(unit_id = any(${ids}::uuid[]) or parent_id = any(${ids}::uuid[]))`)
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

/** A row that began that very day is as if it had never been. */
async function endRow(command: CommandContext, row: Row, on: string): Promise<void> {
  if (row.valid_from >= on) await command.db.deleteFrom('unit_membership').where('id', '=', row.id).execute();
  else
    await command.db.updateTable('unit_membership').set({ valid_to: on }).where('id', '=', row.id).execute();
}

async function isMember(
  command: CommandContext,
  of: { tree: string; unitId: string; on: string },
): Promise<boolean> {
  const row = await command.db
    .selectFrom('unit_membership')
    .select('id')
    .where('tree', '=', of.tree)
    .where('unit_id', '=', of.unitId)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', of.on)]))
    .executeTakeFirst();
  return row !== undefined;
}

async function addRow(
  command: CommandContext,
  place: { tree: string; unitId: string; parentId: string | null },
  on: string,
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('unit_membership')
    .values({ id, tree: place.tree, unit_id: place.unitId, parent_id: place.parentId, valid_from: on })
    .execute();
  return id;
}

/** Puts the places in the other trees back to what they were before an act. */
export async function undoMemberships(command: CommandContext, effects: MembershipEffects): Promise<void> {
  const { db } = command;
  const ids = [...effects.added, ...effects.before.map((row) => row.id)];
  await db
    .deleteFrom('unit_membership')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  if (effects.before.length > 0)
    await db
      .insertInto('unit_membership')
      .values([...effects.before])
      .execute();
}
