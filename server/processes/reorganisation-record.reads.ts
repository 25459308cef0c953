import { Problem } from '#domain/kernel/problem.ts';
import { loadTree, unitNames } from '#server/organisations/organisations.reads.ts';
import {
  actsByIds,
  reorganisationById,
  unitsAtStake,
  unitsOfAct,
} from '#server/organisations/reorganisations.reads.ts';
import { visibleUnits } from '#server/organisations/units.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { addDays } from '#domain/kernel/day.ts';
import { whatMoves } from './reorganisation-moves.reads.ts';
import { undoingBlocked } from './undo-reorganisation.reads.ts';

/** One act with what it moved, and whether it can be taken back. */
export async function readReorganisation(read: ReadContext, id: string) {
  const act = await reorganisationById(read.db, id);
  const [shown] = await actsByIds(read.db, [id]);
  if (!act || !shown) throw new Problem('not_found');
  const units = await unitsOfAct(read.db, id);
  const all = [...units.from, ...units.to, ...units.moved];
  const visible = visibleUnits(read, read.tree);
  if (!all.some((unitId) => visible.has(unitId))) throw new Problem('not_found');
  const manages = unitsAtStake(units).every((unitId) =>
    read.caller.access.can('organisation.manage', unitId),
  );
  const names = await unitNames(read.db, units.moved);
  const blocked = manages ? await undoingBlocked(read, act) : null;
  return {
    ...shown,
    moved: units.moved.flatMap((unitId) => names.get(unitId) ?? []),
    moves: manages
      ? await whatMoved(read, {
          asked: { kind: 'dissolve', on: act.on, unitId: units.from[0] ?? '' },
          unitIds: units.from,
          grants: act.effects.grants.length > 0,
          changes: null,
          tree: await loadTree(read.db, addDays(act.on, -1)),
        })
      : [],
    actions: manages
      ? [
          {
            action: 'undo',
            label: 'Hoàn tác',
            allowed: blocked === null,
            reason: blocked?.reason ?? null,
            mend: blocked?.mend ?? null,
          },
        ]
      : [],
  };
}

/** What the new units owe belongs to the preview: afterwards it is asked of them where quotas are. */
async function whatMoved(...given: Parameters<typeof whatMoves>) {
  return (await whatMoves(...given)).filter((one) => one.what !== 'quota');
}
