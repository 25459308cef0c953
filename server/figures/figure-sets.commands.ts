import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { seesSet, sourceFaults } from './figure-sets.reads.ts';
import {
  figureSetAsSaid,
  insertDocumented,
  insertFigureSet,
  lockFigureSet,
  nameKey,
  namesInSet,
  replaceFigureSet,
  type FigureSetInput,
  type LockedSet,
  type NamedPractice,
} from './figure-sets.store.ts';

/** Enters the figures that a paper states. They are kept as stated, also where their sums do not add up. */
export async function enterFigureSet(command: CommandContext, input: FigureSetInput) {
  const { id } = await enterSet(command, input);
  return { id, version: 1 };
}

/** As `enterFigureSet`, for what a read paper states: also tells which figure became which. */
export async function enterSet(command: CommandContext, input: FigureSetInput) {
  await checkSet(command, input, '');
  const { id, figureIds } = await insertFigureSet(command, input);
  await command.record({
    subjectType: 'figure_set',
    subjectId: id,
    unitId: input.ownerUnitId,
    action: 'enter',
    details: { figures: input.figures.length },
  });
  return { id, figureIds };
}

/** Corrects a set; the history keeps all that it said before, and why it was corrected. */
export async function correctFigureSet(
  command: CommandContext,
  id: string,
  body: { version: number; reason: string; set: FigureSetInput },
) {
  const set = await setToReport(command, id);
  if (set.version !== body.version) throw await versionConflict(command.db, { type: 'figure_set', id });
  await checkSet(command, body.set, 'set.');
  const before = await figureSetAsSaid(command, set);
  const version = await replaceFigureSet(command, set, body.set);
  await command.record({
    subjectType: 'figure_set',
    subjectId: id,
    unitId: body.set.ownerUnitId,
    action: 'correct',
    reason: body.reason,
    details: { before },
  });
  return { id, version };
}

/** Enters practices that the paper names, each with its passage; all or none. */
export async function enterNamedPractices(
  command: CommandContext,
  id: string,
  practices: readonly NamedPractice[],
) {
  const set = await setToReport(command, id);
  await checkPractices(command, set, practices);
  const ids = await insertDocumented(command, set, practices);
  for (const [index, practice] of practices.entries())
    await command.record({
      subjectType: 'practice',
      subjectId: ids[index] ?? id,
      unitId: practice.unitId,
      action: 'document',
      toState: 'documented',
      documentId: set.source_document_id,
      details: { figureSetId: id },
    });
  await command.record({
    subjectType: 'figure_set',
    subjectId: id,
    unitId: set.owner_unit_id,
    action: 'add_practices',
    details: { practices: ids.length },
  });
  return { ids };
}

async function setToReport(command: CommandContext, id: string): Promise<LockedSet> {
  const set = await lockFigureSet(command, id);
  if (!seesSet(command, set.owner_unit_id)) throw new Problem('not_found');
  if (!command.caller.access.can('figure.report', set.owner_unit_id)) throw new Problem('forbidden');
  return set;
}

async function checkSet(command: CommandContext, input: FigureSetInput, prefix: string): Promise<void> {
  const { access } = command.caller;
  if (!access.can('figure.report', input.ownerUnitId))
    throw new Problem(seesSet(command, input.ownerUnitId) ? 'forbidden' : 'not_found');
  const faults: FieldProblem[] = await sourceFaults(command, input);
  const keys = new Set<string>();
  for (const [index, figure] of input.figures.entries()) {
    if (keys.has(figure.key)) faults.push({ path: `figures.${index}.key`, message: 'Mã số liệu bị lặp' });
    keys.add(figure.key);
  }
  faults.push(...circularParts(input));
  if (faults.length > 0)
    throw invalidInput(faults.map((fault) => ({ ...fault, path: `${prefix}${fault.path}` })));
}

/** A figure cannot be a part of its own part. */
function circularParts(input: FigureSetInput): FieldProblem[] {
  const wholeOf = new Map(input.figures.map((figure) => [figure.key, figure.partOf]));
  return input.figures.flatMap((figure, index) => {
    let above = figure.partOf;
    for (let steps = 0; above !== null && steps <= input.figures.length; steps += 1) {
      if (above === figure.key)
        return [{ path: `figures.${index}.partOf`, message: 'Số liệu không thể là một phần của chính nó' }];
      above = wholeOf.get(above) ?? null;
    }
    return [];
  });
}

/** A unit of an old paper may be gone today: it must have stood below the owner then, or its records do so now. */
async function checkPractices(
  command: CommandContext,
  set: LockedSet,
  practices: readonly NamedPractice[],
): Promise<void> {
  const then = await loadTree(command.db, set.period_to);
  const known = await namesInSet(command, set.id);
  const faults: FieldProblem[] = [];
  for (const [index, practice] of practices.entries()) {
    const { unitId } = practice;
    const below = [command.tree, then].some((tree) => tree.isWithin(unitId, set.owner_unit_id));
    if (!below)
      faults.push({
        path: `practices.${index}.unitId`,
        message: 'Đơn vị không thuộc phạm vi của bộ số liệu này',
      });
    const key = nameKey(unitId, foldVietnamese(practice.name));
    if (known.has(key))
      faults.push({ path: `practices.${index}.name`, message: 'Mô hình này đã có trong bộ số liệu' });
    known.add(key);
  }
  if (faults.length > 0) throw invalidInput(faults);
}
