import { heldSince, reformDay } from '#domain/organisations/reference/area.ts';
import { buildAdministrativeUnits } from '#domain/organisations/reference/build-administrative-units.ts';
import {
  smallCorrections,
  smallCountry,
  smallCounts,
} from '#domain/organisations/reference/small-country.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { type Kheo, startKheo } from '#server/testing/kheo.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisationRows } from './organisation-rows.ts';
import { runLoad } from './run-load.ts';

const units = buildAdministrativeUnits(smallCountry, {
  expected: smallCounts,
  corrections: smallCorrections,
});

let loaded: Kheo;
let told: Kheo;
beforeAll(async () => {
  loaded = await startKheo({ today: '2026-11-20' });
  told = await startKheo({ today: '2026-11-20' });
});
afterAll(async () => {
  await loaded.stop();
  await told.stop();
});

test('a bulk load leaves the same organisation as the ordinary acts, one by one', async () => {
  await runLoad({ db: loaded.connection.db, clock: systemClock, files: loaded.app.files }, units);
  await tellTheSame(told);
  const [bulk, acts] = [
    await organisationRows(loaded.connection.db),
    await organisationRows(told.connection.db),
  ];
  expect(bulk['lives']?.length).toBe(21);
  expect(bulk).toEqual(acts);
});

/** The small country as an administrator would enter it and reform it, act by act. */
async function tellTheSame(kheo: Kheo): Promise<void> {
  const ids = new Map<string, string>();
  const id = (key: string): string => {
    const known = ids.get(key);
    if (known === undefined) throw new Error(`no ${key}`);
    return known;
  };
  const nationId = await kheo.given.unit({
    name: 'Việt Nam',
    kind: 'nation',
    code: 'VN',
    foundedOn: heldSince,
  });
  await kheo.connection.db.updateTable('unit_version').set({ short_name: 'Cả nước' }).execute();
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: nationId });
  const admin = await kheo.as('quantri');
  const found = async (key: string, parentId: string, foundedOn: string): Promise<void> => {
    const day = foundedOn === heldSince ? units.before : units.after;
    const area = day.find((one) => one.code === key.replace('new ', ''));
    if (!area) throw new Error(`no area ${key}`);
    const { name, shortName, level, code } = area;
    const unit = await admin.call('POST /api/units', {
      body: { parentId, name, shortName, kind: level, code, foundedOn, reason: 'Theo danh mục' },
    });
    ids.set(key, unit.id);
  };
  for (const area of units.before)
    await found(area.code, area.parentCode === null ? nationId : id(area.parentCode), heldSince);
  const paper = { on: reformDay, documentText: '', reason: 'Sắp xếp đơn vị hành chính' };
  const merge = async (
    from: readonly string[],
    into: { unitId: string } | { key: string; parentId: string },
  ) => {
    const target = 'unitId' in into ? into : { found: foundingOf(into.key, into.parentId) };
    const done = await admin.call('POST /api/reorganisations', {
      body: { kind: 'merge', ...paper, fromUnitIds: from.map(id), into: target, moveGrants: false },
    });
    if ('key' in into) ids.set(into.key, done.unitIds[0] ?? '');
  };
  await merge(['00001', '00002', '00003'], { key: 'new 00001', parentId: id('01') });
  await merge(['00006', '00007'], { key: 'new 00006', parentId: id('02') });
  await admin.call('POST /api/reorganisations', {
    body: {
      kind: 'split',
      ...paper,
      unitId: id('00005'),
      into: [{ unitId: id('new 00001') }, { unitId: id('00004') }],
      rule: 'hand',
      children: [],
      moveGrants: false,
    },
  });
  await found('new 00090', id('02'), reformDay);
  await merge(['004'], { unitId: id('new 00090') });
  await admin.call('POST /api/reorganisations', {
    body: { kind: 'remove_level', ...paper, withinId: nationId, unitKind: 'district' },
  });
  await merge(['01', '02'], { key: 'new 02', parentId: nationId });
  await renameProvince(admin, id('new 02'), nationId);
}

function foundingOf(key: string, parentId: string) {
  const area = units.after.find((one) => one.code === key.replace('new ', ''));
  if (!area) throw new Error(`no area ${key}`);
  return { name: area.name, shortName: area.shortName, kind: area.level, code: area.code, parentId };
}

async function renameProvince(admin: Actor, id: string, parentId: string): Promise<void> {
  const [renaming] = units.renamings;
  if (!renaming) throw new Error('the small country renames a province');
  const { name, shortName, code, from } = renaming;
  await admin.call('POST /api/units/:id/changes', {
    params: { id },
    body: { from, name, shortName, code, parentId, reason: 'Thành lập thành phố' },
  });
}
