import {
  type AdministrativeUnits,
  buildAdministrativeUnits,
} from '#domain/organisations/reference/build-administrative-units.ts';
import {
  smallCorrections,
  smallCountry,
  smallCounts,
} from '#domain/organisations/reference/small-country.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { SettableClock } from '#server/platform/clock.ts';
import type { FileStore } from '#server/platform/files/file-store.ts';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knownCorrections } from './corrections.ts';
import { LoadRefused } from './load-administrative-units.ts';
import { readPackages } from './read-packages.ts';
import { runLoad } from './run-load.ts';

const eve = '2025-06-30';
const reform = '2025-07-01';
const clock = new SettableClock('2026-11-20T09:00:00+07:00');
const small = (corrections = smallCorrections) =>
  buildAdministrativeUnits(smallCountry, { expected: smallCounts, corrections });

interface Ground {
  readonly connection: TestConnection;
  load(units: ReturnType<typeof small>): ReturnType<typeof runLoad>;
  close(): Promise<void>;
}

async function newGround(): Promise<Ground> {
  const connection = await connectTestDatabase({ max: 2 });
  // A load stores no files.
  const files = {} as FileStore;
  return {
    connection,
    load: (units) => runLoad({ db: connection.db, clock, files }, units),
    close: () => connection.close(),
  };
}

function count(tree: OrganisationTree, kind: 'province' | 'district' | 'commune'): number {
  return tree.all().filter((unit) => unit.kind === kind).length;
}

describe('the whole country, from the packages', () => {
  let ground: Ground;
  let units: AdministrativeUnits;
  const trees = new Map<string, OrganisationTree>();

  beforeAll(async () => {
    units = buildAdministrativeUnits(await readPackages(), { corrections: knownCorrections });
    ground = await newGround();
    await ground.load(units);
    for (const day of [eve, reform, '2026-05-01']) trees.set(day, await loadTree(ground.connection.db, day));
  }, 120_000);
  afterAll(() => ground.close());

  const on = (day: string): OrganisationTree => {
    const tree = trees.get(day);
    if (!tree) throw new Error(`no tree of ${day}`);
    return tree;
  };
  const named = (day: string, name: string) => {
    const unit = on(day)
      .all()
      .find((one) => one.name === name);
    if (!unit) throw new Error(`no ${name} on ${day}`);
    return unit;
  };

  test('has the provinces, districts and communes of both days', () => {
    const counts = (day: string) => ({
      province: count(on(day), 'province'),
      district: count(on(day), 'district'),
      commune: count(on(day), 'commune'),
    });
    expect(counts(eve)).toEqual({ province: 63, district: 696, commune: 10_035 });
    expect(counts(reform)).toEqual({ province: 34, district: 0, commune: 3_321 });
  });

  test('loses nothing: every old commune stands below exactly the province of its successor', () => {
    const newProvince = new Map(units.after.map((area) => [area.code, area.parentCode]));
    const tree = on(reform);
    const byId = new Map(tree.all().map((unit) => [unit.id, unit]));
    const oldCommunes = new Map(
      on(eve)
        .all()
        .filter((unit) => unit.kind === 'commune')
        .map((unit) => [unit.code, unit.id]),
    );
    const wrong = units.successions
      .filter((pair) => oldCommunes.has(pair.from))
      .filter((pair) => {
        const path = tree.pathTo(oldCommunes.get(pair.from) ?? '');
        return byId.get(path[1] ?? '')?.code !== newProvince.get(pair.to);
      });
    expect(wrong).toEqual([]);
    expect(oldCommunes.size).toBe(10_035);
  });

  test('adds up: figures of old communes under each unit of today, counted again from the bare table', async () => {
    const { current } = await readPackages();
    // A figure that differs from commune to commune, so that a wrong place shows in the sum.
    const figure = (code: string): number => Number(code) + 1;
    const wanted = new Map<string, number>();
    const put = (code: string, sum: number): void => void wanted.set(code, (wanted.get(code) ?? 0) + sum);
    const provinceOf = new Map(current.communes.map((row) => [row.ward_code, row.province_code]));
    for (const row of current.mappings)
      if (row.old_ward_code && row.new_ward_code) {
        put(row.new_ward_code, figure(row.old_ward_code));
        put(provinceOf.get(row.new_ward_code) ?? '', figure(row.old_ward_code));
      }
    // Ia Mơ stayed as it was; the table leaves it out.
    put('23938', figure('23938'));
    put('52', figure('23938'));
    const tree = on(reform);
    const oldCodes = new Map(
      on(eve)
        .all()
        .filter((unit) => unit.kind === 'commune')
        .map((unit) => [unit.id, unit.code]),
    );
    const wrong = tree
      .all()
      .filter((unit) => unit.kind === 'province' || unit.kind === 'commune')
      .filter((unit) => {
        let sum = 0;
        for (const id of tree.holdings(unit.id)) sum += figureOf(oldCodes.get(id));
        return sum !== (wanted.get(unit.code) ?? 0);
      });
    expect(wrong.map((unit) => unit.name)).toEqual([]);
    expect(tree.holdings(tree.all()[0]?.id ?? '').size).toBeGreaterThan(13_000);

    function figureOf(code: string | undefined): number {
      return code === undefined ? 0 : figure(code);
    }
  });

  test('keeps an old town findable, and its communes below the city of today', () => {
    const town = named(eve, 'Thị xã Hương Trà');
    const holder = on(reform).holder(town.id);
    expect(on(reform).find(holder?.unitId ?? '')?.name).toBe('Thành phố Huế');
    const ward = named(eve, 'Phường Tứ Hạ');
    expect(on(reform).find(on(reform).holder(ward.id)?.unitId ?? '')?.name).toBe('Phường Hương Trà');
  });

  test('knows special zones from districts that had no communes', () => {
    const district = named(eve, 'Huyện Lý Sơn');
    expect(on(reform).holder(district.id)).toEqual({
      unitId: named(reform, 'Đặc khu Lý Sơn').id,
      apportioned: true,
    });
  });

  test('knows what was renamed later', () => {
    expect(named(reform, 'Tỉnh Đồng Nai').id).toBe(named('2026-05-01', 'Thành phố Đồng Nai').id);
  });

  test('loaded again changes nothing', async () => {
    expect(await ground.load(units)).toEqual({ inserted: 0, changed: 0, removed: 0, leftAlone: [] });
  });
});

describe('a small country', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await newGround();
  });
  afterAll(() => ground.close());
  const unitRows = async () =>
    (await ground.connection.db.selectFrom('unit').select('id').orderBy('id').execute()).length;

  test('a code that a unit made by hand holds stops the load, and nothing is written', async () => {
    const { db } = ground.connection;
    await sql`with made as (insert into unit (id, founded_on) values (gen_random_uuid(), '2000-01-01') returning id)
      insert into unit_version (id, unit_id, valid_from, name, short_name, name_folded, kind, code)
      select gen_random_uuid(), id, '2000-01-01', 'Đảng bộ riêng', 'Riêng', 'dang bo rieng', 'commune_committee', '00008'
      from made`.execute(db);
    await expect(ground.load(small())).rejects.toThrow(LoadRefused);
    await expect(ground.load(small())).rejects.toThrow('00008 (“Đảng bộ riêng”)');
    expect(await unitRows()).toBe(1);
    await sql`update unit_version set code = 'R8' where code = '00008'`.execute(db);
  });

  test('a failure half-way leaves nothing', async () => {
    const broken = small();
    const [first] = broken.after.filter((area) => area.level === 'commune');
    if (!first) throw new Error('the small country has communes');
    // The same code twice on the same days: the database refuses the second row.
    await expect(
      ground.load({
        ...broken,
        after: [...broken.after, { ...first, code: '00009' }, { ...first, code: '02' }],
      }),
    ).rejects.toThrow(/unit_version|duplicate/u);
    expect(await unitRows()).toBe(1);
  });

  test('a correction found later changes only what it is about', async () => {
    const first = await ground.load(small([]));
    expect(first).toMatchObject({ changed: 0, removed: 0, leftAlone: [] });
    const [, renaming] = smallCorrections;
    if (!renaming) throw new Error('the second correction is the renaming');
    expect(await ground.load(small([renaming]))).toEqual({
      // The version of the new name, its act and the act's unit twice (from and to).
      inserted: 4,
      // The version of the old name now ends.
      changed: 1,
      removed: 0,
      leftAlone: [],
    });
    const tree = await loadTree(ground.connection.db, '2026-05-01');
    expect(tree.all().map((unit) => unit.name)).toContain('Thành phố Bình');
  });

  test('a correction taken back leaves what it was before', async () => {
    const result = await ground.load(small([]));
    expect(result).toMatchObject({ inserted: 0, changed: 1, removed: 4 });
  });

  test('what an officer has changed since stays, and is named', async () => {
    const { db } = ground.connection;
    await sql`with ended as (
        update unit_version set valid_to = '2026-03-01' where code = '00004' and valid_to is null returning *
      )
      insert into unit_version
        (id, unit_id, valid_from, parent_id, name, short_name, name_folded, kind, code, position)
      select gen_random_uuid(), unit_id, '2026-03-01', parent_id, 'Phường Bốn', 'Bốn', 'phuong bon', kind, code, position
      from ended`.execute(db);
    expect(await ground.load(small([]))).toEqual({
      inserted: 0,
      changed: 0,
      removed: 0,
      leftAlone: [{ code: '00004', name: 'Xã Bốn' }],
    });
    const tree = await loadTree(db, '2026-05-01');
    expect(tree.all().map((unit) => unit.name)).toContain('Phường Bốn');
  });
});
