import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '#domain/reports/form.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, writeReport } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let campaignId: string;
let formId: string;
let sentByChu: string;
/** Sessions do not last from one day to the next: those who come back later have accounts of their own. */
let reviewer = 'thuongtruc';
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-05-03' });
  town = await foundTown(kheo);
  campaignId = await openCampaign2023(kheo, town);
  const body = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2023-01-01' });
  const entered = { kind: 'entered' as const, required: false };
  const households: Indicator = {
    code: 'households',
    label: 'Hộ dân',
    definition: 'Hộ dân trên địa bàn',
    unit: 'hộ',
    group: '',
    decimals: 0,
    source: entered,
    aggregation: 'sum',
    partOf: null,
  };
  const indicators = [
    ...body.content.indicators,
    households,
    { ...households, code: 'joined', label: 'Hộ tham gia', partOf: 'households' },
    { ...households, code: 'rate', label: 'Tỷ lệ đồng thuận', unit: '%', aggregation: 'none' as const },
  ];
  const officer = await kheo.as('thuongtruc');
  ({ id: formId } = await officer.call('POST /api/report-forms', {
    body: { ...body, content: { ...body.content, indicators } },
  }));
});
afterAll(() => kheo.stop());

const later = async (day: string) => {
  kheo.clock.set(day);
  reviewer = 'thuongtruc-lai';
  await kheo.given.account({ username: reviewer, role: 'standing_officer', unitId: town.town });
  await kheo.given.account({ username: 'chu-lai', role: 'unit_officer', unitId: town.chu });
  await kheo.given.account({ username: 'truong-lai', role: 'unit_officer', unitId: town.school });
};

const activities = { campaign_days: '1', participants: '40', dialogues: '1' };
const read = async (id: string) => (await kheo.as(reviewer)).call('GET /api/reports/:id', { params: { id } });
const statedIn = async (id: string) =>
  Object.fromEntries((await read(id)).figures.map((one) => [one.code, one.stated]));
const save = async (username: string, id: string, body: Record<string, unknown>) => {
  const { version } = await read(id);
  return (await kheo.as(username)).call('PUT /api/reports/:id', {
    params: { id },
    body: { version, stated: {}, reasons: {}, narrative: {}, ...body } as never,
  });
};
const submit = async (username: string, id: string) =>
  (await kheo.as(username)).call('POST /api/reports/:id/submission', { params: { id } });
const withdraw = async (username: string, id: string) =>
  (await kheo.as(username)).call('POST /api/reports/:id/withdrawal', {
    params: { id },
    body: { reason: 'Còn sửa' },
  });

describe('a figure that cannot be', () => {
  let id: string;
  beforeAll(async () => {
    id = await writeReport(kheo, 'xuan', {
      formId,
      unitId: town.xuan,
      periodFrom: '2023-04-01',
      stated: activities,
      narrative: { notes: 'Làm sạch tuyến đường.' },
    });
  });

  it('is refused where it has letters, and what was saved before stays', async () => {
    const refused = await refusal(save('xuan', id, { stated: { participants: '12a' } }));
    expect(refused.fields).toEqual([{ path: 'stated.participants', message: 'Chỉ nhập số, không nhập chữ' }]);
    expect(await statedIn(id)).toMatchObject({ participants: '40' });
    expect((await read(id)).sections[0]?.words).toBe('Làm sạch tuyến đường.');
  });

  it.each([
    ['a share above 100 %', { rate: '101' }, '“Tỷ lệ đồng thuận” vượt quá 100 %'],
    [
      'a part above its whole',
      { rate: '90', households: '10', joined: '11' },
      '“Hộ tham gia” lớn hơn tổng của nó (“Hộ dân”)',
    ],
  ])('is kept in the draft and cannot be sent: %s', async (_, stated, message) => {
    await save('xuan', id, { stated });
    expect((await refusal(submit('xuan', id))).title).toContain(message);
    expect(await read(id)).toMatchObject({ state: 'draft' });
    expect(await statedIn(id)).toMatchObject(stated);
  });

  it('is none where the report says that there is nothing to report', async () => {
    await save('xuan', id, { nothingToReport: true });
    expect((await refusal(submit('xuan', id))).title).toContain('nhưng đã nhập số liệu');
    await save('xuan', id, { nothingToReport: false, stated: { joined: '9' } });
    await submit('xuan', id);
    expect(await read(id)).toMatchObject({ state: 'submitted' });
  });
});

describe('“nothing to report”', () => {
  it('is over when a correction states something, which must then be whole', async () => {
    const at = { formId, unitId: town.xuan, periodFrom: '2023-01-01' };
    const id = await writeReport(kheo, 'xuan', { ...at, stated: {} });
    await save('xuan', id, { nothingToReport: true, stated: {} });
    await submit('xuan', id);
    const correct = async (stated: Record<string, string>) => {
      const { version } = await read(id);
      const body = { version, why: 'Bổ sung hoạt động cuối tháng', stated };
      return (await kheo.as('xuan')).call('POST /api/reports/:id/corrections', { params: { id }, body });
    };
    const { fields } = await refusal(correct({ participants: '40' }));
    expect(fields.map((field) => field.path)).toEqual(['stated.campaign_days', 'stated.dialogues']);
    expect(await read(id)).toMatchObject({ nothingToReport: true });
    await correct(activities);
    expect(await read(id)).toMatchObject({ nothingToReport: false, state: 'submitted' });
  });
});

describe('timeliness', () => {
  const april = async () => {
    const query = { formId, from: '2023-04-01', to: '2023-04-30' };
    const [period] = (await (await kheo.as(reviewer)).call('GET /api/reports/matrix', { query })).periods;
    return { received: period?.received, onTime: period?.onTime };
  };

  it('is of the sending that stands: taken back and sent again after its day, a report is late', async () => {
    const id = await writeReport(kheo, 'chu', {
      formId,
      unitId: town.chu,
      periodFrom: '2023-04-01',
      stated: activities,
    });
    await submit('chu', id);
    expect(await april()).toEqual({ received: 2, onTime: 2 });
    await withdraw('chu', id);
    await later('2023-05-30');
    await submit('chu-lai', id);
    sentByChu = id;
    expect(await april()).toEqual({ received: 2, onTime: 1 });
  });

  it('follows the later of two extensions', async () => {
    const officer = await kheo.as(reviewer);
    for (const { unitIds, dueOn } of [
      { unitIds: [town.school], dueOn: '2023-06-05' },
      { unitIds: null, dueOn: '2023-06-20' },
    ])
      await officer.call('POST /api/report-extensions', {
        body: { formId, periodFrom: '2023-04-01', unitIds, dueOn, reason: 'Lũ lụt' },
      });
    const owed = await (await kheo.as('truong-lai')).call('GET /api/reports/owed', {});
    expect(owed.items.find((one) => one.period.from === '2023-04-01')?.due).toBe('2023-06-20');
  });
});

describe('a copy of the month before', () => {
  it('is told though the register has grown by itself', async () => {
    const again = { formId, unitId: town.school, stated: activities, narrative: { notes: 'Như trên.' } };
    await sendReport(
      kheo,
      'truong',
      await writeReport(kheo, 'truong-lai', { ...again, periodFrom: '2023-03-01' }),
    );
    await placePractice(kheo, { campaignId, unitId: town.school, state: 'implementing' });
    const next = await writeReport(kheo, 'truong-lai', { ...again, periodFrom: '2023-04-01' });
    await sendReport(kheo, 'truong-lai', next);
    expect(await read(next)).toMatchObject({ state: 'submitted', hollow: 'copied' });
  });
});

describe('many who send at once', () => {
  it('are all counted, each once, also where a browser sends the same twice', async () => {
    const units: string[] = [];
    for (let at = 0; at < 12; at += 1)
      units.push(
        await kheo.given.unit({
          name: `Đảng bộ phường ${at}`,
          kind: 'commune_committee',
          parentId: town.town,
        }),
      );
    await kheo.given.account({ username: 'moi_noi', role: 'unit_officer', unitId: town.town });
    const ids: string[] = [];
    for (const unitId of units)
      ids.push(
        await writeReport(kheo, 'moi_noi', { formId, unitId, periodFrom: '2023-05-01', stated: activities }),
      );
    const officer = await kheo.as('moi_noi');
    const answers = await Promise.all(
      [...ids, ...ids].map((id) => officer.try('POST /api/reports/:id/submission', { params: { id } })),
    );
    expect(answers.filter((one) => one.status === 200)).toHaveLength(12);
    expect(answers.filter((one) => one.status === 409)).toHaveLength(12);
    const total = await (
      await kheo.as(reviewer)
    ).call('GET /api/report-totals', { query: { formId, periodFrom: '2023-05-01', unitId: town.town } });
    expect(total.reports).toBe(12);
    expect(total.figures.find((one) => one.code === 'participants')?.value).toBe('480');
    const { rows } = await kheo.connection.pool.query(
      `select count(*)::int as sent from history_entry where action = 'submit' and subject_id = any($1)`,
      [ids],
    );
    expect(rows).toEqual([{ sent: 12 }]);
  });
});

describe('a form that is asked no longer', () => {
  it('takes no new report for the months after, and lets those that were sent be accepted', async () => {
    kheo.clock.set('2023-07-20');
    await kheo.given.account({ username: 'thuongtruc-cuoi', role: 'standing_officer', unitId: town.town });
    await kheo.given.account({ username: 'chu-cuoi', role: 'unit_officer', unitId: town.chu });
    const officer = await kheo.as('thuongtruc-cuoi');
    const { name, unitKinds, version } = await officer.call('GET /api/report-forms/:id', {
      params: { id: formId },
      query: {},
    });
    const end = (askedTo: string) =>
      officer.call('PUT /api/report-forms/:id', {
        params: { id: formId },
        body: { version, name, unitKinds, askedTo },
      });
    // Reports of May have been sent.
    expect((await refusal(end('2023-03-31'))).fields?.[0]?.path).toBe('askedTo');
    await end('2023-05-31');
    const unit = await kheo.as('chu-cuoi');
    const begin = unit.call('POST /api/reports', {
      body: { formId, unitId: town.chu, periodFrom: '2023-06-01' },
    });
    expect((await refusal(begin)).title).toContain('biểu mẫu không yêu cầu kỳ này');
    const query = { formId, from: '2023-06-01', to: '2023-07-31' };
    const { items } = await unit.call('GET /api/reports/owed', {});
    expect(items.filter((one) => one.form.id === formId && one.period.from > '2023-05-31')).toEqual([]);
    expect((await officer.call('GET /api/reports/matrix', { query })).periods).toEqual([]);
    const { accepted, refused } = await officer.call('POST /api/reports/acceptances', {
      body: { reportIds: [sentByChu] },
    });
    expect({ accepted, refused }).toEqual({ accepted: [sentByChu], refused: [] });
  });
});
