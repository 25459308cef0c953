import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#domain/kernel/day.ts';
import { reformDay } from '#domain/organisations/reference/area.ts';
import { type AreaKey, administrativeLives } from '#domain/organisations/reference/area-lives.ts';
import type { AdministrativeUnits } from '#domain/organisations/reference/build-administrative-units.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { Reorganisation, Target } from '#domain/organisations/reorganisation.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { runAsSystem } from '#server/platform/commands/run-as-system.ts';
import { type Kheo, startKheo } from '#server/testing/kheo.ts';
import { areaId } from './area-rows.ts';
import { loadAdministrativeUnits } from './load-administrative-units.ts';
import {
  type AreaUnits,
  countedByHand,
  countOf,
  livesBefore,
  readCountry,
  reformSteps,
} from './replay-2025.ts';

/** Huế, which stayed as it was, and Lai Châu; Cà Mau, which took in Bạc Liêu. */
const chosen = ['46', '12', '96'];
const eve = addDays(reformDay, -1);
const paper = { reason: 'Sắp xếp năm 2025', documentText: 'Nghị quyết của Ủy ban Thường vụ Quốc hội' };

let kheo: Kheo;
let units: AdministrativeUnits;
/** Ids that the API gave to what it founded. */
const made = new Map<string, string>();
const ids: AreaUnits = {
  old: (code) => areaId(`before:${code}`),
  new: (code) => made.get(`new ${code}`) ?? `new ${code}`,
  nation: areaId('nation'),
};

beforeAll(async () => {
  units = ofProvinces(await readCountry());
  kheo = await startKheo({ today: '2026-11-20' });
  const keys = new Set<AreaKey>(['nation', ...units.before.map((area): AreaKey => `before:${area.code}`)]);
  const { acts, lives } = livesBefore(administrativeLives(await readCountry()));
  await runAsSystem(kheo.app, 'load the eve', (command) =>
    loadAdministrativeUnits(command, { acts, lives: lives.filter((life) => keys.has(life.key)) }),
  );
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: ids.nation });
}, 60_000);
afterAll(() => kheo.stop());

/** The chosen new provinces with all that went into them. */
function ofProvinces(all: AdministrativeUnits): AdministrativeUnits {
  const after = all.after.filter((area) => chosen.includes(area.parentCode ?? area.code));
  const higher = all.higherSuccessions.filter((pair) => chosen.includes(pair.to));
  const above = new Set(higher.map((pair) => pair.from));
  const reached = new Set(after.map((area) => area.code));
  return {
    ...all,
    after,
    before: all.before.filter((area) => above.has(area.code) || above.has(area.parentCode ?? '')),
    successions: all.successions.filter((pair) => reached.has(pair.to)),
    higherSuccessions: higher,
  };
}

test('three provinces reformed act by act through the API count then and now as the lists say', async () => {
  const admin = await kheo.as('quantri');
  let acts = 0;
  for (const step of reformSteps(units, ids).keys())
    for (const asked of reformSteps(units, ids)[step] ?? []) {
      await carryOut(admin, asked);
      acts += 1;
    }
  expect(acts).toBeGreaterThan(150);
  const [before, since] = [
    await loadTree(kheo.connection.db, eve),
    await loadTree(kheo.connection.db, reformDay),
  ];
  const byHand = countedByHand(units, ids, 2024);
  const counts = new Map(units.before.map((area) => [ids.old(area.code), countOf(area, 2024)]));
  const counted = (tree: OrganisationTree, unitId: string): number =>
    [...tree.holdings(unitId)].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  for (const { code, name, level } of units.before.filter((area) => area.level !== 'district'))
    expect([level, name, counted(before, ids.old(code))]).toEqual([
      level,
      name,
      byHand.onEve.get(ids.old(code)) ?? 0,
    ]);
  for (const { code, name } of units.after)
    expect([name, counted(since, ids.new(code))]).toEqual([name, byHand.since.get(ids.new(code)) ?? 0]);
  expect(since.unapportioned(ids.nation).length).toBeGreaterThan(5);
  expect(since.ofKinds(['district'], ids.nation)).toEqual([]);
}, 120_000);

async function carryOut(admin: Actor, asked: Reorganisation): Promise<void> {
  if (asked.kind === 'found') {
    const { unitId, name, shortName, kind, code, parentId } = asked.unit;
    const place = { name, shortName, kind, code, parentId: made.get(parentId ?? '') ?? parentId ?? '' };
    const { id } = await admin.call('POST /api/units', {
      body: { ...place, foundedOn: reformDay, ...paper },
    });
    made.set(unitId, id);
    return;
  }
  const body = bodyOf(asked);
  const { unitIds } = await admin.call('POST /api/reorganisations', { body });
  if (asked.kind === 'merge' && 'found' in asked.into) made.set(asked.into.found.unitId, unitIds[0] ?? '');
}

function bodyOf(asked: Reorganisation) {
  const common = { on: reformDay, ...paper, moveGrants: false };
  if (asked.kind === 'merge')
    return {
      ...common,
      kind: 'merge' as const,
      fromUnitIds: [...asked.fromUnitIds],
      into: target(asked.into),
    };
  if (asked.kind === 'split')
    return {
      ...common,
      kind: 'split' as const,
      unitId: asked.unitId,
      into: asked.into.map(target),
      rule: asked.rule,
      children: [],
    };
  return {
    ...common,
    kind: 'remove_level' as const,
    withinId: ids.nation,
    unitKind: 'district' as const,
  };
}

function target(given: Target) {
  const known = (id: string): string => made.get(id) ?? id;
  if (!('found' in given)) return { unitId: known(given.unitId) };
  const { name, shortName, kind, code, parentId } = given.found;
  return { found: { name, shortName, kind, code, parentId: known(parentId ?? '') } };
}
