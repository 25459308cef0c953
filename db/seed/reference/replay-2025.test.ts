import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#domain/kernel/day.ts';
import { type Area, reformDay } from '#domain/organisations/reference/area.ts';
import { administrativeLives } from '#domain/organisations/reference/area-lives.ts';
import type { AdministrativeUnits } from '#domain/organisations/reference/build-administrative-units.ts';
import { planReorganisation } from '#domain/organisations/plan-reorganisation.ts';
import { OrganisationHistory } from '#domain/organisations/testing/organisation-history.ts';
import { applyChanges } from '#server/organisations/apply-changes.store.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { insertReorganisation } from '#server/organisations/reorganisations.store.ts';
import type { Db } from '#server/platform/database/db.ts';
import { runAsSystem } from '#server/platform/commands/run-as-system.ts';
import { type Kheo, startKheo } from '#server/testing/kheo.ts';
import { areaId } from './area-rows.ts';
import { loadAdministrativeUnits } from './load-administrative-units.ts';
import {
  type AreaUnits,
  countedByHand,
  countOf,
  joinChanges,
  livesBefore,
  readCountry,
  reformSteps,
} from './replay-2025.ts';

const ids: AreaUnits = {
  old: (code) => areaId(`before:${code}`),
  new: (code) => areaId(`after:${code}`),
  nation: areaId('nation'),
};
const eve = addDays(reformDay, -1);
const years = [2021, 2022, 2023, 2024, 2025] as const;

let kheo: Kheo;
let units: AdministrativeUnits;

beforeAll(async () => {
  units = await readCountry();
  kheo = await startKheo({ today: '2026-11-20' });
  await runAsSystem(kheo.app, 'load the eve', (command) =>
    loadAdministrativeUnits(command, livesBefore(administrativeLives(units))),
  );
  await putPractices(kheo.connection.db);
  await reform();
}, 180_000);
afterAll(() => kheo.stop());

async function putPractices(db: Db): Promise<void> {
  const campaignId = areaId('campaign');
  await db
    .insertInto('campaign')
    .values({
      id: campaignId,
      owner_unit_id: ids.nation,
      year: 2025,
      title: 'Các năm trước sắp xếp',
      state: 'closed',
      plan: '{}',
      created_at: '2021-01-01T00:00:00Z',
    })
    .execute();
  const rows = units.before.flatMap((area) =>
    years.flatMap((year) => ({ unit_id: ids.old(area.code), year, count: countOf(area, year) })),
  );
  await sql`insert into practice (id, campaign_id, unit_id, state, intake, nature, subject, origin, field_code, base_field,
      name, name_folded, place_text, starts_on, ends_on, content, owner_name, responsible_name, created_at, updated_at)
    select gen_random_uuid(), ${campaignId}, given.unit_id, 'recognised', 1, 'model', 'collective', 'new', 'economy', 'economy',
      'Mô hình', 'mo hinh', '', make_date(given.year, 1, 1), make_date(given.year, 12, 31), 'Nội dung', 'Chi bộ', 'Bí thư',
      make_date(given.year, 3, 1), make_date(given.year, 3, 1)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (unit_id uuid, year integer, count integer)
    cross join lateral generate_series(1, given.count)`.execute(db);
}

/** Plans every act by the ordinary rules, and carries out each step in one transaction. */
async function reform(): Promise<void> {
  const history = new OrganisationHistory();
  const eveTree = await loadTree(kheo.connection.db, eve);
  history.begin(
    eveTree.all().map((unit) => ({ ...unit, unitId: unit.id, areaUnitId: null })),
    '2000-01-01',
  );
  for (const step of reformSteps(units, ids)) {
    const facts = history.facts(reformDay);
    const changes = joinChanges(
      step.map((asked) => {
        const plan = planReorganisation(facts, asked);
        if ('refused' in plan) throw new Error(`${asked.kind}: ${plan.refused[0]?.message}`);
        return plan.changes;
      }),
    );
    history.apply(changes);
    const [asked] = step;
    if (!asked) continue;
    await runAsSystem(kheo.app, 'reform', async (command) => {
      const paper = { documentId: null, documentText: '', reason: 'Sắp xếp năm 2025' };
      await applyChanges(command, changes, await insertReorganisation(command, { asked, paper }));
    });
    await sql`analyze unit, unit_version, unit_heir, unit_place`.execute(kheo.connection.db);
  }
}

/** Practices of a year at and below each unit of a day: each is counted at every step of its path. */
async function countedByPath(day: Day, year: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ unit_id: string; count: number }>`
    with place as materialized (
      select unit_id, path, stands from unit_place
      where tree = 'main' and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    ),
    step as (
      select left(place.path, length) as path, count(*) as count
      from practice
      join place on place.unit_id = practice.unit_id
      cross join lateral generate_series(6, length(place.path), 6) as length
      where extract(year from practice.starts_on) = ${year}
      group by 1
    )
    select top.unit_id, coalesce(step.count, 0)::int as count
    from place as top
    left join step on step.path = top.path
    where top.stands`.execute(kheo.connection.db);
  return new Map(rows.map((row) => [row.unit_id, row.count]));
}

describe('the reform of 2025, told again', () => {
  it('leads from 63 provinces, their districts and communes to 34 provinces and 3.321 communes', async () => {
    const kinds = async (day: Day) => {
      const tree = await loadTree(kheo.connection.db, day);
      return (['province', 'district', 'commune'] as const).map(
        (kind) => tree.ofKinds([kind], ids.nation).length,
      );
    };
    expect(await kinds(eve)).toEqual([63, 696, units.before.length - 63 - 696]);
    expect(await kinds(reformDay)).toEqual([34, 0, 3321]);
  });

  it.each(years)(
    'counts the practices of %i in every province and commune as the lists say',
    async (year) => {
      const byHand = countedByHand(units, ids, year);
      const [then, now] = [await countedByPath(eve, year), await countedByPath(reformDay, year)];
      expect(then.get(ids.nation)).toBeGreaterThan(5_000);
      const differ = (
        areas: readonly Area[],
        counted: (area: Area) => readonly (number | undefined)[],
      ): string[] =>
        areas.flatMap((area) => {
          const [found, wanted = 0] = counted(area);
          return found === wanted ? [] : [`${area.name} (${area.code}): ${found}, wanted ${wanted}`];
        });
      const old = units.before.filter((area) => area.level !== 'district');
      expect(differ(old, ({ code }) => [then.get(ids.old(code)), byHand.onEve.get(ids.old(code))])).toEqual(
        [],
      );
      expect(
        differ(units.after, ({ code }) => [now.get(ids.new(code)), byHand.since.get(ids.new(code))]),
      ).toEqual([]);
      expect(now.get(ids.nation)).toBe(then.get(ids.nation));
    },
  );

  it('shows what was divided, at the province above, and gives it to no commune', async () => {
    const tree = await loadTree(kheo.connection.db, reformDay);
    const year = 2024;
    const byUnit = new Map(units.before.map((area) => [ids.old(area.code), countOf(area, year)]));
    const { divided } = countedByHand(units, ids, year);
    const found = new Map<string, number>();
    for (const unit of tree.unapportioned(ids.nation)) {
      const at = tree.holder(unit.id)?.unitId ?? '';
      found.set(at, (found.get(at) ?? 0) + (byUnit.get(unit.id) ?? 0));
    }
    expect(tree.unapportioned(ids.nation).length).toBeGreaterThan(290);
    expect(found.size).toBeGreaterThan(25);
    expect(found).toEqual(divided);
  });

  it('keeps places step by step as a rebuild makes them', async () => {
    const { db } = kheo.connection;
    const sum = async (): Promise<unknown> =>
      (
        await sql`select unit_id, path, stands, apportioned, range_agg(daterange(valid_from, valid_to))::text as span
          from unit_place group by 1, 2, 3, 4 order by 1, 2, 5`.execute(db)
      ).rows;
    const kept = await sum();
    await sql`select rebuild_unit_places()`.execute(db);
    expect(await sum()).toEqual(kept);
  }, 60_000);
});
