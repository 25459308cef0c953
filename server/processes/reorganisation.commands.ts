import type { ParsedBody } from '#contract/endpoint.ts';
import type { organisationsApi } from '#contract/organisations.ts';
import type { reorganisationsApi } from '#contract/reorganisations.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { planReorganisation } from '#domain/organisations/plan-reorganisation.ts';
import type { OrganisationChanges, Reorganisation, Target } from '#domain/organisations/reorganisation.ts';
import { dissolutionBlocked } from '#domain/organisations/unit-actions.ts';
import { endingUnits, newUnitId, organisationFacts } from '#server/organisations/organisation-facts.reads.ts';
import { loadTree, unitRefOf } from '#server/organisations/organisations.reads.ts';
import { countOpenPractices } from '#server/organisations/units.reads.ts';
import type { CommandContext, ReadContext } from '#server/platform/commands/context.ts';
import { practicesToApportion, whatMoves } from './reorganisation-moves.reads.ts';
import { mayReorganise, nothingMoves, reorganise, type ActPaper, type Moves } from './reorganise-units.ts';

type Asked = ParsedBody<(typeof reorganisationsApi)['POST /api/reorganisations']>;
type Previewed = ParsedBody<(typeof reorganisationsApi)['POST /api/reorganisations/preview']>;
type Founding = ParsedBody<(typeof organisationsApi)['POST /api/units']>;
type Change = ParsedBody<(typeof organisationsApi)['POST /api/units/:id/changes']>;
type Dissolution = ParsedBody<(typeof organisationsApi)['POST /api/units/:id/dissolution']>;

export async function found(command: CommandContext, body: Founding): Promise<{ id: string }> {
  const { name, shortName, kind, code, parentId, foundedOn, ...paper } = body;
  const unit = { unitId: command.newId(), name, shortName, kind, code, parentId, areaUnitId: null };
  await reorganise(command, { kind: 'found', on: foundedOn, unit }, { paper, moves: nothingMoves });
  return { id: unit.unitId };
}

export async function change(command: CommandContext, unitId: string, body: Change): Promise<{ id: string }> {
  const { from, name, shortName, code, parentId, ...paper } = body;
  const asked = { kind: 'change', on: from, unitId, name, shortName, code, parentId } as const;
  mayReorganise(command, asked);
  // Whoever only renames need not manage what the unit stands under.
  const before = (await loadTree(command.db, from)).find(unitId);
  if (parentId !== null && parentId !== before?.parentId)
    mayReorganise(command, { kind: 'dissolve', on: from, unitId: parentId });
  await reorganise(command, asked, { paper, moves: nothingMoves });
  return { id: unitId };
}

export async function dissolve(
  command: CommandContext,
  unitId: string,
  body: Dissolution,
): Promise<{ id: string }> {
  const { on, ...paper } = body;
  const asked = { kind: 'dissolve', on, unitId } as const;
  mayReorganise(command, asked);
  const blocked = dissolutionBlocked({
    isRoot: command.tree.find(unitId)?.parentId === null,
    childCount: command.tree.children(unitId).length,
    openPractices: await countOpenPractices(command.db, unitId),
  });
  if (blocked)
    throw new Problem('action_blocked', {
      action: `kết thúc hoạt động của “${command.tree.find(unitId)?.name ?? ''}”`,
      ...blocked,
    });
  await reorganise(command, asked, { paper, moves: nothingMoves });
  return { id: unitId };
}

export async function reorganiseUnits(
  command: CommandContext,
  body: Asked,
): Promise<{ id: string; unitIds: string[] }> {
  const asked = actOf(body);
  const done = await reorganise(command, asked, { paper: paperOf(body), moves: movesOf(body, asked) });
  return { id: done.id, unitIds: done.changes.founded.map((unit) => unit.unitId) };
}

function paperOf({ documentId, documentText, reason }: Asked): ActPaper {
  return { documentId, documentText, reason };
}

/** The act in the words of the rules; ids of the units that it founds are made here. */
function actOf(body: Previewed): Reorganisation {
  const target = (given: Target | { found: object }): Target =>
    'found' in given ? { found: { areaUnitId: null, ...given.found, unitId: newUnitId() } as never } : given;
  switch (body.kind) {
    case 'merge':
      return { kind: 'merge', on: body.on, fromUnitIds: body.fromUnitIds, into: target(body.into) };
    case 'split':
      return {
        kind: 'split',
        on: body.on,
        unitId: body.unitId,
        into: body.into.map(target),
        rule: body.rule,
        children: new Map(body.children.map((child) => [child.unitId, child.to])),
        shares: body.shares,
      };
    case 'remove_level':
      return { kind: 'remove_level', on: body.on, withinId: body.withinId, unitKind: body.unitKind };
    case 'found':
      return {
        kind: 'found',
        on: body.on,
        unit: { ...body.unit, unitId: newUnitId(), areaUnitId: null },
      };
    case 'change': {
      const { kind, on, unitId, name, shortName, code, parentId } = body;
      return { kind, on, unitId, name, shortName, code, parentId };
    }
    case 'dissolve':
      return { kind: 'dissolve', on: body.on, unitId: body.unitId };
  }
}

function movesOf(body: Asked, asked: Reorganisation): Moves {
  if (body.kind === 'remove_level') return nothingMoves;
  if (body.kind === 'merge' || asked.kind !== 'split') return { ...nothingMoves, grants: body.moveGrants };
  const ids = asked.into.map((target) => ('found' in target ? target.found.unitId : target.unitId));
  const practices = new Map<string, string>();
  for (const { practiceId, to } of body.practices) {
    const unitId = ids[to];
    if (unitId !== undefined) practices.set(practiceId, unitId);
  }
  return { grants: body.moveGrants, practices };
}

/** What an act would do; the same rules as the act itself, and nothing is written. */
export async function previewReorganisation(read: ReadContext, body: Previewed) {
  const asked = actOf(body);
  mayReorganise(read, asked);
  if (asked.kind === 'change' && asked.parentId !== null)
    mayReorganise(read, { kind: 'dissolve', on: asked.on, unitId: asked.parentId });
  const facts = await organisationFacts(read.db, asked);
  const plan = planReorganisation(facts, asked);
  const [tree] = facts.trees;
  const ending = endingUnits(asked, tree).flatMap((id) => tree.find(id) ?? []);
  const changes: OrganisationChanges | null = 'changes' in plan ? plan.changes : null;
  const founded = changes?.founded ?? [];
  const nameOf = (id: string | null) =>
    (id === null ? undefined : (tree.find(id)?.name ?? founded.find((unit) => unit.unitId === id)?.name)) ??
    '';
  return {
    refused: 'refused' in plan ? [...plan.refused] : await openWorkLeft(read, asked),
    ending: ending.map(unitRefOf),
    founded: founded.map(({ name, kind, code }) => ({ name, kind, code })),
    moving: (changes?.changed ?? []).flatMap((unit) => {
      const before = tree.find(unit.unitId);
      return before
        ? [{ unit: unitRefOf(before), fromName: nameOf(before.parentId), toName: nameOf(unit.parentId) }]
        : [];
    }),
    moves: await movesShown(read, {
      asked,
      ending,
      changes,
      tree,
      grants: 'moveGrants' in body && body.moveGrants,
    }),
    practices: asked.kind === 'split' ? await practicesToApportion(read, { split: asked, tree }) : [],
  };
}

/** A unit that is dissolved leaves nobody to conclude its practices. */
async function openWorkLeft(read: ReadContext, asked: Reorganisation) {
  if (asked.kind !== 'dissolve') return [];
  const blocked = dissolutionBlocked({
    isRoot: false,
    childCount: 0,
    openPractices: await countOpenPractices(read.db, asked.unitId),
  });
  return blocked ? [{ path: 'unitId', message: `${blocked.reason}. ${blocked.mend}` }] : [];
}

/** What an act moves; one that ends no unit moves nothing but the unit itself. */
async function movesShown(
  read: ReadContext,
  act: Omit<Parameters<typeof whatMoves>[1], 'unitIds'> & { ending: readonly { id: string }[] },
) {
  if (act.asked.kind === 'found' || act.asked.kind === 'change') return [];
  const { ending, ...rest } = act;
  return whatMoves(read, { ...rest, unitIds: ending.map((unit) => unit.id) });
}
