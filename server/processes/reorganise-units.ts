import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { planReorganisation } from '#domain/organisations/plan-reorganisation.ts';
import type { OrganisationChanges, Reorganisation, Target } from '#domain/organisations/reorganisation.ts';
import { applyChanges } from '#server/organisations/apply-changes.store.ts';
import { organisationFacts } from '#server/organisations/organisation-facts.reads.ts';
import { insertReorganisation, keepEffects, noteUnits } from '#server/organisations/reorganisations.store.ts';
import { lockOrganisation } from '#server/organisations/units.store.ts';
import { visibleUnits } from '#server/organisations/units.reads.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { CommandContext, ReadContext } from '#server/platform/commands/context.ts';
import { countHeld, heldBy } from './reorganisation-moves.reads.ts';
import { carryGrants, givePractices } from './reorganisation-moves.store.ts';

/** The paper that carries an act. */
export interface ActPaper {
  readonly documentId: string | null;
  readonly documentText: string;
  readonly reason: string;
}

/** What moves with the units beside their places in the tree. */
export interface Moves {
  readonly grants: boolean;
  /** Practices of a split unit → the successor that takes each. */
  readonly practices: ReadonlyMap<string, string>;
}

export const nothingMoves: Moves = { grants: false, practices: new Map() };

/**
 * Carries out an act on the organisation: one at a time, checked again under the lock, wholly or not at all, and
 * kept with all that it wrote, so that it can be shown and taken back.
 */
export async function reorganise(
  command: CommandContext,
  asked: Reorganisation,
  given: { paper: ActPaper; moves: Moves },
): Promise<{ id: string; changes: OrganisationChanges }> {
  mayReorganise(command, asked);
  await lockOrganisation(command.db);
  const facts = await organisationFacts(command.db, asked);
  const plan = planReorganisation(facts, asked);
  if ('refused' in plan) throw invalidInput([...plan.refused]);
  const { changes } = plan;
  mayEnd(command, changes);
  await refuseOthersPractices(command, asked, { tree: facts.trees[0], practices: given.moves.practices });
  const id = await insertReorganisation(command, { asked, paper: given.paper });
  const organisation = await applyChanges(command, changes, id);
  const practices = await givePractices(command, {
    reorganisationId: id,
    on: asked.on,
    to: given.moves.practices,
  });
  const grants = given.moves.grants ? await carryGrants(command, changes) : [];
  await keepEffects(command, id, { organisation, practices, grants });
  await noteUnits(command, id, changes);
  await recordAct(command, asked, { id, changes, paper: given.paper });
  // Totals of reports stand in the tree of their period's last day.
  await command.enqueue('recompute_reports', { endingFrom: asked.on });
  return { id, changes };
}

/** Every unit that an act names must lie where the caller manages the organisation. */
export function mayReorganise(context: ReadContext, asked: Reorganisation): void {
  for (const unitId of unitsNamed(asked)) {
    if (context.caller.access.can('organisation.manage', unitId)) continue;
    throw new Problem(visibleUnits(context, context.tree).has(unitId) ? 'forbidden' : 'not_found');
  }
}

/** An act that names one unit may end many: each must lie where the caller manages the organisation. */
function mayEnd(context: ReadContext, changes: OrganisationChanges): void {
  if (!changes.ended.every((unitId) => context.caller.access.can('organisation.manage', unitId)))
    throw new Problem('forbidden');
}

/** A split gives away what the divided unit holds, and nothing else. */
async function refuseOthersPractices(
  command: CommandContext,
  asked: Reorganisation,
  given: { tree: OrganisationTree; practices: Moves['practices'] },
): Promise<void> {
  if (asked.kind !== 'split' || given.practices.size === 0) return;
  const held = heldBy(given.tree, asked.unitId);
  if ((await countHeld(command, [...given.practices.keys()], held)) < given.practices.size)
    throw invalidInput([
      { path: 'practices', message: 'Có mô hình không thuộc đơn vị bị chia; xem trước lại rồi chọn' },
    ]);
}

function unitsNamed(asked: Reorganisation): string[] {
  const ofTarget = (target: Target) => ('found' in target ? target.found.parentId : target.unitId);
  const named = ((): (string | null)[] => {
    switch (asked.kind) {
      case 'found':
        return [asked.unit.parentId];
      case 'change':
        return [asked.unitId];
      case 'merge':
        return [...asked.fromUnitIds, ofTarget(asked.into)];
      case 'split':
        return [asked.unitId, ...asked.into.map(ofTarget)];
      case 'dissolve':
        return [asked.unitId];
      case 'remove_level':
        return [asked.withinId];
    }
  })();
  return named.flatMap((unitId) => unitId ?? []);
}

async function recordAct(
  command: CommandContext,
  asked: Reorganisation,
  act: { id: string; changes: OrganisationChanges; paper: ActPaper },
): Promise<void> {
  const { changes, paper } = act;
  const main = asked.kind === 'change' ? changes.changed : [...changes.founded];
  const units = [
    ...new Set([
      ...main.map((unit) => unit.unitId),
      ...changes.ended,
      ...changes.successions.map((one) => one.toUnitId),
    ]),
  ];
  for (const unitId of units)
    await command.record({
      subjectType: 'unit',
      subjectId: unitId,
      unitId,
      action: asked.kind,
      reason: paper.reason || null,
      documentId: paper.documentId,
      details: { on: asked.on, reorganisationId: act.id, paper: paper.documentText },
    });
}
