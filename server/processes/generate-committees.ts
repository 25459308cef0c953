import type { ParsedBody } from '#contract/endpoint.ts';
import type { organisationsApi } from '#contract/organisations.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { type Generation, steeringCommitteeName } from '#domain/organisations/generate-committees.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { OrganisationChanges, UnitFacts } from '#domain/organisations/reorganisation.ts';
import { applyChanges } from '#server/organisations/apply-changes.store.ts';
import { keepEffects, noteUnits } from '#server/organisations/reorganisations.store.ts';
import { lockOrganisation } from '#server/organisations/units.store.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { partsOf, planGeneration } from './generate-committees.reads.ts';
import {
  insertGenerationAct,
  insertMemberships,
  insertSteeringCommittees,
  linkAreas,
  type Membership,
} from './generate-committees.store.ts';

type Body = ParsedBody<(typeof organisationsApi)['POST /api/units/generation']>;

/**
 * Founds what a part of the country is missing, in one act: a committee for each place, each under the committee of
 * the place above, with its Front, government body and steering committee where asked. Nothing that stands is founded
 * again, so that it may be asked again after a load.
 */
export async function generateBodies(
  command: CommandContext,
  body: Body,
): Promise<{ id: string; founded: number; steeringCommittees: number }> {
  const { documentId, documentText, reason, ...asked } = body;
  const paper = { documentId, documentText, reason };
  const request = { ...asked, parts: partsOf(body) };
  await lockOrganisation(command.db);
  const { tree, generation } = await planGeneration(command, request);
  const { units, steering, existing } = generation;
  if (units.length + steering.length === 0)
    throw new Problem('action_blocked', {
      action: 'thành lập hàng loạt',
      reason: 'mọi tổ chức được chọn đều đã có',
      mend: 'Chọn phạm vi khác, hoặc chọn thêm loại tổ chức cần thành lập.',
    });
  const ids = new Map(units.map((unit) => [unit.key, command.newId()]));
  const idOf = (above: Generation['steering'][number]['at']): string =>
    'unitId' in above ? above.unitId : (ids.get(above.key) ?? '');
  const changes = changesOf(generation, { tree, on: body.on, idOf });
  const id = await insertGenerationAct(command, request, paper);
  const organisation = await applyChanges(command, changes, id);
  const memberships = await insertMemberships(command, membershipsOf(generation, idOf), body.on);
  await linkAreas(
    command,
    existing.map((one) => ({ unitId: one.unit.id, areaUnitId: one.areaUnitId })),
    body.on,
  );
  await insertSteeringCommittees(
    command,
    steering.map((one) => ({ unitId: idOf(one.at), name: steeringCommitteeName })),
    { on: body.on, paper },
  );
  await keepEffects(command, id, {
    organisation: {
      ...organisation,
      memberships: { added: memberships.map((one) => one.id), before: [], unitIds: organisation.founded },
    },
    practices: [],
    grants: [],
  });
  await noteUnits(command, id, changes);
  await command.record({
    subjectType: 'unit',
    subjectId: body.underId,
    unitId: body.underId,
    action: 'generate',
    reason,
    documentId,
    details: {
      on: body.on,
      founded: units.length,
      steeringCommittees: steering.length,
      reorganisationId: id,
    },
  });
  return { id, founded: units.length, steeringCommittees: steering.length };
}

type IdOf = (above: Generation['steering'][number]['at']) => string;

function changesOf(
  generation: Generation,
  given: { tree: OrganisationTree; on: string; idOf: IdOf },
): OrganisationChanges {
  const { tree, on, idOf } = given;
  const last = new Map<string, number>();
  const nextPosition = (parentId: string): number => {
    const before =
      last.get(parentId) ??
      tree.children(parentId).reduce((most, child) => Math.max(most, child.position), 0);
    last.set(parentId, before + 1);
    return before + 1;
  };
  const founded = generation.units.map((unit): UnitFacts & { unitId: string } => {
    const parentId = idOf(unit.parent);
    const { name, shortName, kind, code, areaUnitId } = unit;
    return {
      unitId: idOf({ key: unit.key }),
      name,
      shortName,
      kind,
      code,
      areaUnitId,
      parentId,
      position: nextPosition(parentId),
    };
  });
  return { on, founded, ended: [], changed: [], heirs: [], successions: [] };
}

function membershipsOf(generation: Generation, idOf: IdOf): Membership[] {
  return generation.units.flatMap((unit) =>
    unit.beside === null
      ? []
      : [
          {
            tree: unit.beside.tree,
            unitId: idOf({ key: unit.key }),
            parentId: unit.beside.parent === null ? null : idOf(unit.beside.parent),
          },
        ],
  );
}
