import type { ParsedBody } from '#contract/endpoint.ts';
import type { organisationsApi } from '#contract/organisations.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { treeWords } from '#domain/organisations/trees.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { endMembership, membershipsIn, writeMembership } from './memberships.store.ts';
import { loadTree } from './organisations.reads.ts';
import { refreshPlaces } from './places.store.ts';
import { daysOfChange, visibleUnits } from './units.reads.ts';
import { lockOrganisation } from './units.store.ts';

type Asked = ParsedBody<(typeof organisationsApi)['POST /api/units/:id/memberships']>;

/**
 * Gives a unit its place in the government's, the Front's or the mass organisations' tree from a day on, moves it
 * there or takes it out. The main tree is changed by acts alone (server/processes/reorganise-units.ts).
 */
export async function setMembership(
  command: CommandContext,
  unitId: string,
  asked: Asked,
): Promise<{ id: string }> {
  mayManage(command, unitId);
  if (asked.parentId !== null && asked.parentId !== undefined) mayManage(command, asked.parentId);
  await lockOrganisation(command.db);
  const rows = await membershipsIn(command, unitId, asked.tree);
  const current = rows.find((row) => row.validTo === null) ?? null;
  refuseBefore(current?.validFrom ?? rows.at(-1)?.validTo ?? null, asked.on);
  if (asked.leaves) {
    if (!current) throw invalidInput([{ path: 'tree', message: `Đơn vị không nằm trong hệ thống này` }]);
    await refuseChildrenLeft(command, unitId, asked);
    await endMembership(command, current, asked.on);
  } else {
    await refuseWrongPlace(command, unitId, asked);
    await writeMembership(command, unitId, {
      tree: asked.tree,
      on: asked.on,
      parentId: asked.parentId,
      current,
    });
  }
  await refreshPlaces(command.db, { unitIds: [unitId], from: asked.on });
  await command.record({
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    action: 'set_membership',
    reason: asked.reason || null,
    details: { tree: treeWords[asked.tree], on: asked.on, parentId: asked.parentId, leaves: asked.leaves },
  });
  return { id: unitId };
}

function mayManage(command: CommandContext, unitId: string): void {
  if (command.caller.access.can('organisation.manage', unitId)) return;
  throw new Problem(visibleUnits(command, command.tree).has(unitId) ? 'forbidden' : 'not_found');
}

function refuseBefore(day: Day | null, on: Day): void {
  if (day !== null && on < day)
    throw invalidInput([
      { path: 'on', message: `Vị trí đã có thay đổi từ ngày ${formatDay(day)}; chọn từ ngày đó trở đi` },
    ]);
}

/** The unit must stand on the day, its new parent must be in the tree from then on, and not beneath it. */
async function refuseWrongPlace(command: CommandContext, unitId: string, asked: Asked): Promise<void> {
  for (const day of await daysOfChange(command.db, asked.on)) {
    const main = await loadTree(command.db, day);
    if (!main.has(unitId))
      throw invalidInput([{ path: 'on', message: `Đơn vị không tồn tại vào ngày ${formatDay(day)}` }]);
    if (asked.parentId === null) continue;
    const tree = await loadTree(command.db, day, asked.tree);
    if (!tree.has(asked.parentId))
      throw invalidInput([
        {
          path: 'parentId',
          message: `Đơn vị cấp trên chưa có trong hệ thống này vào ngày ${formatDay(day)}; đưa đơn vị đó vào trước`,
        },
      ]);
    if (tree.isWithin(asked.parentId, unitId))
      throw invalidInput([
        {
          path: 'parentId',
          message: 'Không thể đặt một đơn vị dưới chính nó hoặc dưới đơn vị trực thuộc của nó',
        },
      ]);
  }
}

async function refuseChildrenLeft(command: CommandContext, unitId: string, asked: Asked): Promise<void> {
  for (const day of await daysOfChange(command.db, asked.on)) {
    const left = (await loadTree(command.db, day, asked.tree)).children(unitId).length;
    if (left > 0)
      throw invalidInput([
        {
          path: 'tree',
          message: `Còn ${left} đơn vị trực thuộc trong hệ thống này; chuyển các đơn vị đó trước`,
        },
      ]);
  }
}
