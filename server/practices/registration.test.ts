import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import {
  draft,
  registration,
  startTown,
  submitted,
  type RegistrationForm,
  type Town,
} from './town.testing.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.kheo.stop());

const begin = (change: Partial<RegistrationForm>, more: Record<string, unknown> = {}) =>
  town.officer.try('POST /api/practices', {
    body: {
      campaignId: town.campaignId,
      unitId: town.units.huongXuan,
      origin: 'new',
      sourcePracticeId: null,
      registration: registration(change),
      ...more,
    },
  });
const problem = (answer: { body: unknown }): ProblemBody => answer.body as ProblemBody;
const record = (id: string, actor = town.officer) => actor.call('GET /api/practices/:id', { params: { id } });
const submit = (id: string) => town.officer.try('POST /api/practices/:id/submission', { params: { id } });

describe('registering', () => {
  it('refuses what is missing, each item by its name', async () => {
    const id = await draft(town, {
      fieldCode: null,
      placeText: '',
      startsOn: null,
      ownerName: '',
      responsibleName: '',
    });
    const refused = await submit(id);
    expect(refused.status).toBe(422);
    expect(problem(refused).title).toBe(
      'Đăng ký còn thiếu: lĩnh vực, địa chỉ, ngày bắt đầu, chủ mô hình, người phụ trách.',
    );
    expect(problem(refused).fields.map((field) => field.path)).toContain('registration.ownerName');
    expect((await record(id)).missing.map((item) => item.label)).toContain('địa chỉ');
  });

  it('keeps NFD text as NFC and finds it in either form and without marks', async () => {
    const name = 'Đường hoa khu phố Thủy Xuân';
    const answer = await begin({ name: name.normalize('NFD'), content: 'Trồng hoa'.normalize('NFD') });
    const kept = await record(answer.body.id);
    expect(kept.name).toBe(name.normalize('NFC'));
    expect(kept.content).toBe('Trồng hoa'.normalize('NFC'));
    for (const q of [name, name.normalize('NFD'), 'thuỷ xuân', 'DUONG HOA khu pho']) {
      const found = await town.officer.call('GET /api/practices', { query: { q } });
      expect(found.items.map((item) => item.id)).toContain(answer.body.id);
    }
  });

  it('refuses a name of 10.000 characters in words', async () => {
    const refused = await begin({ name: 'a'.repeat(10_000) });
    expect(refused.status).toBe(422);
    expect(problem(refused).fields).toEqual([
      { path: 'registration.name', message: 'Không quá 300 ký tự; đang có 10.000' },
    ]);
  });

  it('refuses an end before the beginning and a day that does not exist', async () => {
    const backwards = await begin({ startsOn: '2026-05-01', endsOn: '2026-04-01' });
    expect(problem(backwards).fields[0]?.message).toContain('Ngày kết thúc phải sau');
    const impossible = await begin({ startsOn: '2026-02-30' });
    expect(problem(impossible).fields[0]?.path).toBe('registration.startsOn');
  });

  it('refuses a field that the plan does not have and derives the base field of one it has', async () => {
    expect(problem(await begin({ fieldCode: 'quoc_phong' })).code).toBe('field_unknown');
    expect((await record(await draft(town, { fieldCode: 'van_hoa' }))).baseField).toBe('culture_society');
  });

  it('registers only for units in the caller’s area and below the campaign’s owner', async () => {
    expect((await begin({}, { unitId: town.units.huongVan })).status).toBe(403);
    expect((await begin({}, { unitId: town.units.village })).status).toBe(200);
    const elsewhere = await town.kheo.given.unit({ name: 'Thị ủy khác', kind: 'district_committee' });
    await town.kheo.given.account({ username: 'noikhac', role: 'unit_officer', unitId: elsewhere });
    const stranger = await town.kheo.as('noikhac');
    const refused = await stranger.try('POST /api/practices', {
      body: {
        campaignId: town.campaignId,
        unitId: elsewhere,
        origin: 'new',
        sourcePracticeId: null,
        registration: registration(),
      },
    });
    expect(refused.status).toBe(404);
  });

  it('takes drafts at any time, sends them only while an intake is open, into that intake', async () => {
    const id = await draft(town, { name: 'Camera an ninh' });
    await town.goTo('2026-05-05');
    const closed = await submit(id);
    expect(problem(closed).code).toBe('registration_closed');
    expect(problem(closed).title).toContain('đợt 1 (31/03/2026)');
    await town.goTo('2026-07-10');
    expect((await submit(id)).status).toBe(200);
    const sent = await record(id);
    await town.goTo('2026-03-02');
    expect(sent.intake).toBe(2);
    expect(sent.state).toBe('submitted');
  });

  it('saves over the version it was read at, and counts no version when nothing changed', async () => {
    const id = await draft(town);
    const save = (version: number, change: Partial<RegistrationForm>) =>
      town.officer.try('PUT /api/practices/:id', {
        params: { id },
        body: { version, registration: registration(change) },
      });
    expect((await save(1, {})).body.version).toBe(1);
    expect((await save(1, { content: 'Nội dung mới' })).body.version).toBe(2);
    const late = await save(1, { content: 'Nội dung cũ' });
    expect(problem(late).code).toBe('version_conflict');
    expect(problem(late).title).toContain('huongxuan');
    await save(2, { content: 'Nội dung mới hơn' });
    expect((await record(id)).history.filter((entry) => entry.action === 'edit')).toHaveLength(1);
    await submit(id);
    const version = (await record(id)).version;
    expect(problem(await save(version, { content: 'Sau khi gửi' })).code).toBe('action_blocked');
  });
});

describe('origins', () => {
  it('ask a replica for a proven source, once for each unit and campaign', async () => {
    const source = await submitted(town, { name: 'Đội xe ôm an toàn', consentToPublish: true });
    const replicate = () =>
      town.neighbour.try('POST /api/practices', {
        body: {
          campaignId: town.campaignId,
          unitId: town.units.huongVan,
          origin: 'replicated',
          sourcePracticeId: source,
          registration: registration({ name: 'Đội xe ôm an toàn Hương Vân' }),
        },
      });
    expect(problem(await replicate()).fields[0]?.path).toBe('sourcePracticeId');
    // Recognition itself is another feature's act.
    await town.kheo.connection.db
      .updateTable('practice')
      .set({ state: 'recognised' })
      .where('id', '=', source)
      .execute();
    const taken = await replicate();
    expect(taken.status).toBe(200);
    expect(problem(await replicate()).code).toBe('already_replicated');
    const origin = await record(source, town.neighbour);
    expect(origin.descendants.map((one) => one.unitName)).toEqual(['Phường Hương Vân']);
    expect(origin.responsibleName + origin.responsiblePhone).toBe('');
    expect([origin.scores, origin.actions, origin.history]).toEqual([[], [], []]);
    expect((await record(taken.body.id, town.neighbour)).source?.id).toBe(source);
  });

  it('refuse a new practice with a source and a replica without one', async () => {
    const source = await draft(town);
    expect((await begin({}, { sourcePracticeId: source })).status).toBe(422);
    expect((await begin({}, { origin: 'replicated' })).status).toBe(422);
  });
});

describe('near duplicates', () => {
  it('are told while the name is typed: other bodies by name, unit and state only', async () => {
    const id = await submitted(town, { name: 'Tuyến đường tự quản về an ninh trật tự' });
    const draftId = await draft(town, { name: 'Tuyến đường tự quản về an ninh trật tự số hai' });
    const { items } = await town.neighbour.call('GET /api/practices/near-duplicates', {
      query: {
        name: 'Mô hình dân vận khéo tuyen duong tu quan ve an ninh trat tu',
        unitId: town.units.huongVan,
      },
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id, otherBody: true, placeName: '', similarity: 1, state: 'submitted' });
    expect(items.map((item) => item.id)).not.toContain(draftId);
    const own = await town.officer.call('GET /api/practices/near-duplicates', {
      query: { name: 'Tuyến đường tự quản về an ninh, trật tự', unitId: town.units.huongXuan, exceptId: id },
    });
    expect(own.items.map((item) => item.id)).not.toContain(id);
  });

  it('are asked only for one’s own unit', async () => {
    const refused = await town.neighbour.try('GET /api/practices/near-duplicates', {
      query: { name: 'Tuyến đường', unitId: town.units.huongXuan },
    });
    expect(refused.status).toBe(403);
  });
});

describe('registration options', () => {
  it('tell the open intake, the quota and the shortfall of the commune, also to its village', async () => {
    const { campaigns, units } = await town.officer.call('GET /api/registration-options', {
      query: { unitId: town.units.village },
    });
    expect(units.map((unit) => unit.name)).toEqual(['Phường Hương Xuân', 'Tổ dân phố 3']);
    expect(campaigns[0]?.intakes.map((intake) => intake.open)).toEqual([true, false]);
    const standing = campaigns[0]?.unit;
    expect(standing).toMatchObject({ id: town.units.huongXuan, least: 5 });
    expect(standing?.shortfall).toBe(Math.max(0, 5 - (standing?.registered ?? 0)));
    expect(standing?.drafts).toBeGreaterThan(0);
  });
});
