import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formFileSchema } from '#contract/report-forms.ts';
import { indicatorSchema } from '#domain/reports/form.ts';
import { profileIndicator } from '#domain/reports/profile-indicator.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-09-05' });
  town = await foundTown(kheo);
  const ready = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2023-01-01' });
  const facts = (['households', 'area_ha', 'poor_share'] as const).map((fact) =>
    indicatorSchema.parse({ code: fact, ...profileIndicator(fact) }),
  );
  const body = {
    ...ready,
    content: { ...ready.content, indicators: [...ready.content.indicators, ...facts] },
  };
  formId = await takeForm(kheo, body);
});
afterAll(() => kheo.stop());

async function saveProfile(username: string, unitId: string, year: number, facts: Record<string, string>) {
  const officer = await kheo.as(username);
  const { years } = await officer.call('GET /api/units/:id/profile', { params: { id: unitId } });
  const version = years.find((one) => one.year === year)?.version ?? 0;
  await officer.call('PUT /api/units/:id/profile/:year', {
    params: { id: unitId, year: String(year) },
    body: { version, source: '', facts },
  });
}
const read = async (username: string, id: string) =>
  (await kheo.as(username)).call('GET /api/reports/:id', { params: { id } });
const figureOf = async (username: string, id: string, code: string) =>
  (await read(username, id)).figures.find((one) => one.code === code);
const keep = async (id: string, seen: Record<string, string | null>, username = 'xuan') =>
  (await kheo.as(username)).call('POST /api/reports/:id/kept-figures', { params: { id }, body: { seen } });
const write = (periodFrom: string, more: object = {}) =>
  writeReport(kheo, 'xuan', { formId, unitId: town.xuan, periodFrom, ...more });

describe('a figure of the place’s profile', () => {
  let id: string;

  it('stands empty while the profile does not know it, and the unit may then state it without a reason', async () => {
    id = await write('2023-01-01');
    expect(await figureOf('xuan', id, 'households')).toMatchObject({
      source: 'profile',
      counted: null,
      value: null,
      profileYear: null,
      link: `/to-chuc/${town.xuan}/dac-diem-tinh-hinh`,
    });
    await write('2023-01-01', { stated: { households: '1790' } });
    expect(await figureOf('xuan', id, 'households')).toMatchObject({ value: '1790', refuses: false });
    await write('2023-01-01', { stated: { households: null } });
  });

  it('is taken of the nearest year before the end of the period that knows it, exact and with its year', async () => {
    await saveProfile('xuan', town.xuan, 2021, { households: '1.800', area_ha: '106,18', poor_share: '3,8' });
    await saveProfile('xuan', town.xuan, 2022, { poor_share: '2,26' });
    await saveProfile('xuan', town.xuan, 2024, { households: '2.000' });
    expect(await figureOf('xuan', id, 'households')).toMatchObject({ counted: '1800', profileYear: 2021 });
    expect(await figureOf('xuan', id, 'area_ha')).toMatchObject({ counted: '10618', profileYear: 2021 });
    expect(await figureOf('xuan', id, 'poor_share')).toMatchObject({ counted: '226', profileYear: 2022 });
  });

  it('is not rounded where the profile is finer than the form asks', async () => {
    await saveProfile('xuan', town.xuan, 2023, { area_ha: '106,185' });
    expect(await figureOf('xuan', id, 'area_ha')).toMatchObject({ counted: null, profileYear: 2023 });
    await saveProfile('xuan', town.xuan, 2023, {});
  });

  it('may be stated otherwise with a reason, and both stay', async () => {
    await write('2023-01-01', { stated: { households: '1810' } });
    expect(await figureOf('xuan', id, 'households')).toMatchObject({
      refuses: true,
      message: '“Số hộ” khác hồ sơ địa phương; ghi lý do',
    });
    await write('2023-01-01', {
      stated: { households: '1810' },
      reasons: { households: 'Đếm cả hộ tạm trú' },
    });
    expect(await figureOf('xuan', id, 'households')).toMatchObject({ counted: '1800', value: '1810' });
    await write('2023-01-01', {
      stated: { households: null, campaign_days: '1', participants: '9', dialogues: '1' },
    });
  });

  it('is frozen with its year when the report is sent; a later change shows as a difference to accept', async () => {
    await sendReport(kheo, 'xuan', id);
    await saveProfile('xuan', town.xuan, 2023, { households: '1.850' });
    expect(await figureOf('thuongtruc', id, 'households')).toMatchObject({
      value: '1800',
      profileYear: 2021,
      now: '1850',
      kept: null,
    });
    await (
      await kheo.as('xuan')
    ).call('POST /api/reports/:id/recounts', { params: { id }, body: { why: 'Tách hộ' } });
    expect(await figureOf('thuongtruc', id, 'households')).toMatchObject({
      value: '1850',
      profileYear: 2023,
      now: null,
    });
  });

  it('adds up above from the reports, without the upper unit’s own profile; shares do not', async () => {
    await kheo.given.account({ username: 'thixa', role: 'unit_officer', unitId: town.town });
    await saveProfile('thixa', town.town, 2023, { households: '90.000' });
    await saveProfile('chu', town.chu, 2023, { households: '150', poor_share: '1' });
    const chu = await writeReport(kheo, 'chu', { formId, unitId: town.chu, periodFrom: '2023-01-01' });
    await sendReport(kheo, 'chu', chu);
    const total = await (
      await kheo.as('thuongtruc')
    ).call('GET /api/report-totals', {
      query: { formId, periodFrom: '2023-01-01', unitId: town.town },
    });
    const value = (code: string) => total.figures.find((one) => one.code === code)?.value;
    expect([value('households'), value('poor_share')]).toEqual(['2000', null]);
  });

  it('travels with its form, and with the report in files', async () => {
    const officer = await kheo.as('thuongtruc');
    const exported = await officer.try('GET /api/report-forms/:id/file.json', { params: { id: formId } });
    const file = formFileSchema.parse(exported.body);
    file.form.code = 'nhan-lai';
    const taken = await officer.call('POST /api/report-form-imports', {
      body: { ownerUnitId: town.town, file },
    });
    const contentOf = async (form: string) =>
      (await officer.call('GET /api/report-forms/:id', { params: { id: form }, query: {} })).content;
    expect(await contentOf(taken.id)).toEqual(await contentOf(formId));
    const { items } = await officer.call('GET /api/report-figures', {
      query: { formCode: 'dvk-thang', from: '2023-01-01', to: '2023-01-31', indicator: 'area_ha' },
    });
    expect(items.map((one) => one.counted)).toEqual(['106.18', null]);
  });

  it('alone does not make an empty report one that says something', async () => {
    const empty = await write('2023-02-01', {
      stated: { campaign_days: '0', participants: '0', dialogues: '0' },
    });
    await sendReport(kheo, 'xuan', empty);
    expect((await read('thuongtruc', empty)).hollow).toBe('empty');
  });
});

describe('the profile of a place', () => {
  it('takes numbers only for what it knows, shares up to 100 %, and words beside them', async () => {
    const refused = await refusal(
      saveProfile('xuan', town.xuan, 2020, {
        households: 'nhiều',
        poor_share: '100,5',
        people: '-1',
        song: 'Bồ',
      }),
    );
    expect(refused.fields?.map((one) => one.path).toSorted()).toEqual([
      'facts.households',
      'facts.people',
      'facts.poor_share',
    ]);
  });
});

describe('keeping what was sent', () => {
  let id: string;
  beforeAll(async () => {
    await saveProfile('xuan', town.xuan, 2023, { households: '1.850' });
    id = await write('2023-03-01');
    await sendReport(kheo, 'xuan', id);
  });

  it('is refused where nothing differs, and where more has changed than was seen', async () => {
    expect(await refusal(keep(id, {}))).toMatchObject({ code: 'action_blocked' });
    await saveProfile('xuan', town.xuan, 2023, { households: '1.860', poor_share: '2' });
    const refused = await refusal(keep(id, { households: '1860' }));
    expect(refused.title).toContain('đã đổi thêm');
    expect(await figureOf('xuan', id, 'households')).toMatchObject({ now: '1860', kept: null });
  });

  it('is told to the unit and above: who, and when; the report stays', async () => {
    await keep(id, { households: '1860', poor_share: '200' });
    const above = await read('thuongtruc', id);
    const kept = { at: expect.stringMatching(/^2023-09-05/), byName: expect.any(String) };
    expect(above.figures.find((one) => one.code === 'households')).toMatchObject({
      value: '1850',
      now: '1860',
      kept,
    });
    expect(above.history.filter((one) => one.action === 'keep')).toMatchObject([{ label: 'Giữ số đã gửi' }]);
    expect(await refusal(keep(id, { households: '1860', poor_share: '200' }))).toMatchObject({
      code: 'action_blocked',
    });
  });

  it('holds for exactly that difference: a further change shows again, the others stay kept', async () => {
    await saveProfile('xuan', town.xuan, 2023, { households: '1.870', poor_share: '2' });
    expect(await figureOf('xuan', id, 'households')).toMatchObject({ now: '1870', kept: null });
    expect((await figureOf('xuan', id, 'poor_share'))?.kept).not.toBeNull();
    await keep(id, { households: '1870', poor_share: '200' });
    expect((await figureOf('thuongtruc', id, 'households'))?.kept).not.toBeNull();
  });

  it('is for whoever writes the unit’s reports', async () => {
    expect(await refusal(keep(id, {}, 'thuongtruc'))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(keep(id, {}, 'chu'))).toMatchObject({ code: 'not_found' });
  });

  it('ends with the report being sent again', async () => {
    const officer = await kheo.as('xuan');
    await officer.call('POST /api/reports/:id/withdrawal', { params: { id }, body: { reason: 'Nhầm' } });
    await sendReport(kheo, 'xuan', id);
    expect(await figureOf('xuan', id, 'households')).toMatchObject({ value: '1870', now: null, kept: null });
  });
});
