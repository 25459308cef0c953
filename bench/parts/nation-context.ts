import { Access } from '#domain/access/access.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { today, type Nation } from './nation.ts';

/** A standing officer of a unit, as a read of the product sees who asks. */
export function contextOf(
  { connection }: Pick<Nation, 'connection'>,
  tree: OrganisationTree,
  unitId: string,
): ReadContext {
  const grant = {
    role: 'standing_officer' as const,
    unitId,
    from: '2020-01-01',
    to: null,
    coversSubtree: true,
  };
  return {
    db: connection.db,
    now: `${today}T09:00:00+07:00`,
    today,
    tree,
    caller: { access: new Access([grant], tree) },
  } as unknown as ReadContext;
}
