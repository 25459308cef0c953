import type { ParsedQuery } from '#contract/endpoint.ts';
import type { organisationsApi } from '#contract/organisations.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import {
  canGenerateWithin,
  generateCommittees,
  type GeneratedPart,
  generatedPartWords,
  type Generation,
  type GenerationAsked,
} from '#domain/organisations/generate-committees.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { loadTree, unitRefOf } from '#server/organisations/organisations.reads.ts';
import { visibleUnits } from '#server/organisations/units.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

type Query = ParsedQuery<(typeof organisationsApi)['GET /api/units/generation']>;

export interface GenerationRequest extends GenerationAsked {
  readonly on: string;
}

/** So many names are shown before the act; the counts are of all. */
const shownInPreview = 500;

/** What was ticked, from a query or a body. */
export function partsOf(ticked: Readonly<Record<GeneratedPart, boolean>>): GeneratedPart[] {
  return (Object.keys(generatedPartWords) as GeneratedPart[]).filter((part) => ticked[part]);
}

/** Every body that would be founded, with its name, code and place; nothing is written. */
export async function previewGeneration(read: ReadContext, query: Query) {
  const { tree, generation } = await planGeneration(read, { ...query, parts: partsOf(query) });
  const founded = new Map(generation.units.map((unit) => [unit.key, unit.name]));
  const kinds = Map.groupBy(generation.units, (unit) => unit.kind);
  return {
    total: generation.units.length,
    counts: [...kinds].map(([kind, units]) => ({ kind, label: unitKindWords[kind], count: units.length })),
    steeringCount: generation.steering.length,
    existing: generation.existing.map(({ unit, areaUnitId }) => ({
      ...unitRefOf(unit),
      areaName: tree.unit(areaUnitId).name,
    })),
    units: generation.units.slice(0, shownInPreview).map((unit) => ({
      name: unit.name,
      shortName: unit.shortName,
      kind: unit.kind,
      code: unit.code,
      areaName: tree.unit(unit.areaUnitId).name,
      parentName:
        'key' in unit.parent ? (founded.get(unit.parent.key) ?? '') : tree.unit(unit.parent.unitId).name,
    })),
    warnings: await warningsOf(read.db, generation, query.on),
  };
}

/** The bodies that are missing on a day, after asking whether the caller may found them. */
export async function planGeneration(
  read: ReadContext,
  asked: GenerationRequest,
): Promise<{ tree: OrganisationTree; generation: Generation }> {
  if (!read.caller.access.can('organisation.manage', asked.underId))
    throw new Problem(visibleUnits(read, read.tree).has(asked.underId) ? 'forbidden' : 'not_found');
  const tree = asked.on === read.today ? read.tree : await loadTree(read.db, asked.on);
  await refuseWrongPlaces(read.db, tree, asked);
  const generation = generateCommittees(
    {
      tree,
      ...(await unitsByArea(read.db, asked.on)),
      codeTaken: await codesInUse(read.db, asked.on),
      hasSteeringCommittee: await steeringCommittees(read.db, asked.on),
    },
    asked,
  );
  return { tree, generation };
}

async function refuseWrongPlaces(db: Db, tree: OrganisationTree, asked: GenerationRequest): Promise<void> {
  const day = formatDay(asked.on);
  const within = tree.find(asked.withinId);
  if (!within || !canGenerateWithin(within.kind))
    throw invalidInput([
      { path: 'withinId', message: `Chọn cả nước, một tỉnh hoặc một xã có vào ngày ${day}` },
    ]);
  const head = tree.find(asked.underId);
  if (!head || canGenerateWithin(head.kind))
    throw invalidInput([
      { path: 'underId', message: `Chọn cấp ủy hoặc tổ chức cấp trên có vào ngày ${day}` },
    ]);
  const life = await db
    .selectFrom('unit')
    .select('dissolved_on')
    .where('id', '=', asked.underId)
    .executeTakeFirstOrThrow();
  if (life.dissolved_on !== null)
    throw invalidInput([
      {
        path: 'underId',
        message: `“${head.name}” kết thúc hoạt động từ ngày ${formatDay(life.dissolved_on)}`,
      },
    ]);
}

async function unitsByArea(db: Db, on: string) {
  const rows = await db
    .selectFrom('unit_version')
    .select(['unit_id', 'area_unit_id', 'kind'])
    .where('area_unit_id', 'is not', null)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
    .execute();
  const known = new Map(rows.map((row) => [`${row.area_unit_id} ${row.kind}`, row.unit_id]));
  const areas = new Map(rows.map((row) => [row.unit_id, row.area_unit_id]));
  return {
    unitOfArea: (areaUnitId: string, kind: string) => known.get(`${areaUnitId} ${kind}`) ?? null,
    areaOf: (unitId: string) => areas.get(unitId) ?? null,
  };
}

async function codesInUse(db: Db, from: string) {
  const rows = await db
    .selectFrom('unit_version')
    .select('code')
    .distinct()
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', from)]))
    .execute();
  const codes = new Set(rows.map((row) => row.code));
  return (code: string) => codes.has(code);
}

async function steeringCommittees(db: Db, on: string) {
  const rows = await db
    .selectFrom('body')
    .select('unit_id')
    .where('kind', '=', 'steering_committee')
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
    .execute();
  const units = new Set(rows.map((row) => row.unit_id));
  return (unitId: string) => units.has(unitId);
}

/** On a past day some places are chosen that have ended since: their committees do not end by themselves. */
async function warningsOf(db: Db, generation: Generation, on: string): Promise<string[]> {
  const gone = await db
    .selectFrom('unit')
    .innerJoin('unit_version as area', 'area.unit_id', 'unit.id')
    .select('unit.id')
    .distinct()
    .where('unit.dissolved_on', '>', on)
    .where('area.kind', 'in', ['province', 'district', 'commune'])
    .execute();
  const ended = new Set(gone.map((row) => row.id));
  const count = generation.units.filter((unit) => ended.has(unit.areaUnitId)).length;
  if (count === 0) return [];
  return [
    `${formatNumber(count)} tổ chức thuộc đơn vị hành chính đã kết thúc sau ngày ${formatDay(on)}; cần sáp nhập hoặc kết thúc các tổ chức này theo quyết định của từng nơi.`,
  ];
}
