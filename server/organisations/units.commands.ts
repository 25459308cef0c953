import type { ParsedBody } from '#contract/endpoint.ts';
import type { organisationsApi } from '#contract/organisations.ts';
import { addDays, formatDay, type Day } from '#domain/kernel/day.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { dissolutionBlocked } from '#domain/organisations/unit-actions.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { foundUnit } from './found-unit.store.ts';
import { loadTree } from './organisations.reads.ts';
import { countOpenPractices, versionsOf, visibleUnits, type UnitVersionRow } from './units.reads.ts';
import {
  daysOfChange,
  endTerm,
  endUnit,
  insertTerm,
  lockOrganisation,
  termsWithin,
  unitWithCode,
  writeVersion,
} from './units.store.ts';

type Api = typeof organisationsApi;
type Founding = ParsedBody<Api['POST /api/units']>;
type Change = ParsedBody<Api['POST /api/units/:id/changes']>;
type Dissolution = ParsedBody<Api['POST /api/units/:id/dissolution']>;
type Term = ParsedBody<Api['POST /api/units/:id/terms']>;

export async function found(command: CommandContext, unit: Founding): Promise<{ id: string }> {
  mayManage(command, unit.parentId);
  await lockOrganisation(command.db);
  const tree = await loadTree(command.db, unit.foundedOn);
  if (!tree.has(unit.parentId)) throw notOnDay(unit.foundedOn, 'parentId');
  const id = await foundUnit(command, {
    ...unit,
    nameFolded: foldVietnamese(unit.name),
    position: nextPosition(tree, unit.parentId),
  });
  await command.record({
    subjectType: 'unit',
    subjectId: id,
    unitId: id,
    action: 'found',
    details: { from: unit.foundedOn, name: unit.name, code: unit.code, parentId: unit.parentId },
  });
  return { id };
}

export async function change(
  command: CommandContext,
  unitId: string,
  asked: Change,
): Promise<{ id: string }> {
  mayManage(command, unitId);
  await lockOrganisation(command.db);
  const current = lastVersionOn(await versionsOf(command.db, unitId), asked.from, 'from');
  refuseNoChange(current, asked);
  if (asked.parentId !== current.parentId) await refuseWrongParent(command, unitId, asked);
  if (await unitWithCode(command.db, { code: asked.code, from: asked.from, exceptUnitId: unitId }))
    throw new Problem('unit_code_taken', { code: asked.code }, [
      { path: 'code', message: 'Mã đã dùng cho đơn vị khác' },
    ]);
  const position =
    asked.parentId === current.parentId || asked.parentId === null
      ? current.position
      : nextPosition(await loadTree(command.db, asked.from), asked.parentId);
  await writeVersion(command, unitId, {
    current,
    next: { ...asked, nameFolded: foldVietnamese(asked.name), position },
  });
  await command.record({
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    action: 'change',
    reason: asked.reason,
    details: { from: asked.from, before: factsOf(current), after: factsOf(asked) },
  });
  return { id: unitId };
}

export async function dissolve(
  command: CommandContext,
  unitId: string,
  asked: Dissolution,
): Promise<{ id: string }> {
  mayManage(command, unitId);
  await lockOrganisation(command.db);
  // The last day of the unit is the day before.
  const current = lastVersionOn(await versionsOf(command.db, unitId), addDays(asked.on, -1), 'on');
  let childCount = 0;
  for (const day of await daysOfChange(command.db, asked.on))
    childCount = Math.max(childCount, (await loadTree(command.db, day)).children(unitId).length);
  if (childCount > 0) throw new Problem('unit_has_children', { count: childCount });
  const blocked = dissolutionBlocked({
    isRoot: current.parentId === null,
    childCount,
    openPractices: await countOpenPractices(command.db, unitId),
  });
  if (blocked)
    throw new Problem('action_blocked', { action: `kết thúc hoạt động của “${current.name}”`, ...blocked });
  await endUnit(command.db, { unitId, versionId: current.id, on: asked.on });
  await command.record({
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    action: 'dissolve',
    reason: asked.reason,
    details: { on: asked.on },
  });
  return { id: unitId };
}

/** Declares a term; one before it that had no end ends on the day before. */
export async function declareTerm(
  command: CommandContext,
  unitId: string,
  term: Term,
): Promise<{ id: string }> {
  mayManage(command, unitId);
  if (term.endsOn !== null && term.endsOn <= term.beginsOn)
    throw invalidInput([{ path: 'endsOn', message: 'Ngày kết thúc phải sau ngày bắt đầu' }]);
  await lockOrganisation(command.db);
  for (const other of await termsWithin(command.db, unitId, { from: term.beginsOn, to: term.endsOn })) {
    const lastDay = addDays(term.beginsOn, -1);
    if (other.endsOn !== null || other.beginsOn >= lastDay)
      throw invalidInput([
        {
          path: 'beginsOn',
          message: `Trùng thời gian với nhiệm kỳ ${other.name} (từ ${formatDay(other.beginsOn)})`,
        },
      ]);
    await endTerm(command.db, other.id, lastDay);
  }
  const id = await insertTerm(command, { unitId, ...term });
  await command.record({
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    action: 'declare_term',
    details: { name: term.name, beginsOn: term.beginsOn, endsOn: term.endsOn },
  });
  return { id };
}

/** Gate 2: who does not see the unit is told nothing; who sees it but may not manage it is told so. */
function mayManage(command: CommandContext, unitId: string): void {
  if (command.caller.access.can('organisation.manage', unitId)) return;
  throw new Problem(visibleUnits(command, command.tree).has(unitId) ? 'forbidden' : 'not_found');
}

function notOnDay(day: Day, path: string): Problem {
  return new Problem('unit_not_on_day', { day: formatDay(day) }, [
    { path, message: `Đơn vị không tồn tại vào ngày ${formatDay(day)}` },
  ]);
}

/** The version in force on a day, which must be the newest: what is written later would contradict what follows it. */
function lastVersionOn(versions: readonly UnitVersionRow[], day: Day, path: string): UnitVersionRow {
  const last = versions.at(-1);
  const current = versions.find(
    (version) => version.validFrom <= day && (version.validTo === null || day < version.validTo),
  );
  if (!current || !last) throw notOnDay(day, path);
  if (current.id !== last.id)
    throw invalidInput([
      {
        path,
        message: `Đơn vị đã có thay đổi từ ngày ${formatDay(last.validFrom)}; chọn từ ngày đó trở đi`,
      },
    ]);
  if (current.validTo !== null)
    throw invalidInput([
      { path, message: `Đơn vị đã kết thúc hoạt động từ ngày ${formatDay(current.validTo)}` },
    ]);
  return current;
}

function factsOf(unit: { name: string; shortName: string; code: string; parentId: string | null }) {
  return { name: unit.name, shortName: unit.shortName, code: unit.code, parentId: unit.parentId };
}

function refuseNoChange(current: UnitVersionRow, asked: Change): void {
  if (JSON.stringify(factsOf(current)) === JSON.stringify(factsOf(asked)))
    throw invalidInput([
      { path: 'name', message: 'Chưa thay đổi gì so với hiện tại: tên, tên gọi tắt, mã và cấp trên' },
    ]);
}

/** A new place in the tree must hold from its day on: the parent exists, lies in my area and is not beneath the unit. */
async function refuseWrongParent(command: CommandContext, unitId: string, asked: Change): Promise<void> {
  const { parentId } = asked;
  if (parentId === null)
    throw invalidInput([{ path: 'parentId', message: 'Chọn đơn vị cấp trên trực tiếp' }]);
  mayManage(command, parentId);
  for (const day of await daysOfChange(command.db, asked.from)) {
    const tree = await loadTree(command.db, day);
    if (!tree.has(parentId)) throw notOnDay(day, 'parentId');
    if (tree.isWithin(parentId, unitId))
      throw invalidInput([
        {
          path: 'parentId',
          message: 'Không thể chuyển một đơn vị vào chính nó hoặc vào đơn vị trực thuộc của nó',
        },
      ]);
  }
}

function nextPosition(tree: OrganisationTree, parentId: string): number {
  return tree.children(parentId).reduce((most, child) => Math.max(most, child.position), 0) + 1;
}
