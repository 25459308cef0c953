import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport, type WrittenReport } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let campaignId: string;
let monthly: string;
let halfYearly: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-05-03' });
  town = await foundTown(kheo);
  campaignId = await openCampaign2023(kheo, town);
  await placePractice(kheo, { campaignId, unitId: town.xuan, state: 'implementing' });
  const take = (code: string) =>
    takeForm(kheo, readyForm(code, { ownerUnitId: town.town, askedFrom: '2022-01-01' }));
  monthly = await take('dvk-thang');
  halfYearly = await take('dvk-6-thang');
});
afterAll(() => kheo.stop());

const whole = { leadership: 'Ban hành kế hoạch', results: 'Đã làm 3 mô hình' };
const nothing = { campaign_days: '0', participants: '0', dialogues: '0' };
const real = { campaign_days: '2', participants: '80', dialogues: '1' };
/** Says nothing. */
const empty = { stated: nothing, narrative: { notes: '.' } };

const unitOf = (username: 'xuan' | 'chu' | 'truong') =>
  username === 'truong' ? town.school : town[username];
/** A unit writes its report of a month, of a half year. */
const monthOf = (
  username: 'xuan' | 'chu' | 'truong',
  periodFrom: string,
  said: Pick<WrittenReport, 'stated' | 'narrative'> = { stated: real },
) => writeReport(kheo, username, { formId: monthly, unitId: unitOf(username), periodFrom, ...said });
const halfYearOf = (username: 'xuan' | 'chu', periodFrom: string) =>
  writeReport(kheo, username, {
    formId: halfYearly,
    unitId: unitOf(username),
    periodFrom,
    narrative: whole,
  });

const read = async (id: string) =>
  (await kheo.as('thuongtruc')).call('GET /api/reports/:id', { params: { id } });
const approve = async (username: string, id: string) =>
  (await kheo.as(username)).call('POST /api/reports/:id/approval', { params: { id } });
const reopen = async (username: string, id: string) =>
  (await kheo.as(username)).call('POST /api/reports/:id/reopening', { params: { id } });
const submit = async (username: string, id: string) =>
  (await kheo.as(username)).call('POST /api/reports/:id/submission', { params: { id } });
const giveBack = async (id: string) =>
  (await kheo.as('thuongtruc')).call('POST /api/reports/:id/return', {
    params: { id },
    body: { reason: 'Chưa có nội dung' },
  });
const accept = async (id: string) =>
  (await kheo.as('thuongtruc')).call('POST /api/reports/acceptances', { body: { reportIds: [id] } });
const correct = async (username: string, id: string, body: Record<string, unknown>) => {
  const { version } = await read(id);
  return (await kheo.as(username)).call('POST /api/reports/:id/corrections', {
    params: { id },
    body: { version, why: 'Bổ sung', stated: {}, ...body },
  });
};

describe('a report approved by a version of the form that has been replaced', () => {
  it('is opened again and goes over to the version in force', async () => {
    const id = await halfYearOf('chu', '2023-01-01');
    await approve('chu', id);
    const officer = await kheo.as('thuongtruc');
    const form = await officer.call('GET /api/report-forms/:id', { params: { id: halfYearly }, query: {} });
    const note = 'Bản mới';
    await officer.call('POST /api/report-forms/:id/revisions', {
      params: { id: halfYearly },
      body: {
        version: form.version,
        validFrom: '2023-01-01',
        legalBasis: '',
        content: {
          ...form.content,
          note,
          due: { kind: 'fixed', shift: 'none', days: [{ month: 7, day: 20 }] },
        },
        unitKinds: form.unitKinds,
      } as never,
    });
    expect((await refusal(submit('chu', id))).title).toContain('biểu mẫu đã hết hiệu lực');
    await reopen('chu', id);
    const reopened = await read(id);
    expect(reopened).toMatchObject({ state: 'draft', formContent: { note }, due: '2023-07-20' });
    expect(reopened.sections.find((one) => one.code === 'results')?.words).toBe(whole.results);
    await sendReport(kheo, 'chu', id);
    expect(await read(id)).toMatchObject({ state: 'submitted' });
  });
});

describe('timeliness', () => {
  const april = '2023-04-01';
  const sentDay = async (id: string) => {
    const { rows } = await kheo.connection.pool.query(
      'select first_submitted_at is not null as stands from report where id = $1',
      [id],
    );
    return rows[0]?.stands as boolean;
  };

  it('does not stand for a report that said nothing and came back; it does for one that said something', async () => {
    const hollow = await monthOf('truong', april, empty);
    await submit('truong', hollow);
    expect(await read(hollow)).toMatchObject({ hollow: 'empty' });
    await giveBack(hollow);
    expect(await sentDay(hollow)).toBe(false);
    const full = await monthOf('chu', april);
    await submit('chu', full);
    await giveBack(full);
    expect(await sentDay(full)).toBe(true);
  });

  it('is that of the correction where the report had said nothing before', async () => {
    const id = await monthOf('truong', april, empty);
    await submit('truong', id);
    const before = (await read(id)).submittedAt;
    kheo.clock.pass(10);
    await correct('truong', id, { stated: real });
    const { rows } = await kheo.connection.pool.query(
      'select first_submitted_at > $2::timestamptz as later from report where id = $1',
      [id, before],
    );
    expect(rows).toEqual([{ later: true }]);
    expect(await read(id)).toMatchObject({ hollow: null });
  });
});

describe('a correction', () => {
  it('keeps what the form requires and is looked at for saying nothing, as the report was', async () => {
    const yearly = await halfYearOf('xuan', '2022-07-01');
    await sendReport(kheo, 'xuan', yearly);
    const { fields } = await refusal(correct('xuan', yearly, { narrative: { results: ' . ' } }));
    expect(fields.map((field) => field.path)).toEqual(['narrative.results']);
    const id = await monthOf('truong', '2023-03-01');
    await submit('truong', id);
    expect(await read(id)).toMatchObject({ hollow: null });
    await correct('truong', id, { stated: nothing });
    expect(await read(id)).toMatchObject({ hollow: 'empty' });
  });
});

describe('an accepted report that its unit corrects', () => {
  it('is marked in the matrix and told on the home page of who accepted it, with the reason', async () => {
    const id = await monthOf('xuan', '2023-02-01');
    await submit('xuan', id);
    await accept(id);
    const officer = await kheo.as('thuongtruc');
    const query = { formId: monthly, from: '2023-02-01', to: '2023-02-28' };
    const seen = async () => {
      const { units } = await officer.call('GET /api/reports/matrix', { query });
      const cell = units.find((one) => one.unit.id === town.xuan)?.cells[0];
      const { waiting } = await officer.call('GET /api/home', {});
      return {
        corrected: cell?.corrected,
        told: waiting.filter((one) => one.link === `/bao-cao/${id}`).map((one) => one.detail),
      };
    };
    expect(await seen()).toEqual({ corrected: false, told: [] });
    await correct('xuan', id, { stated: { participants: '90' } });
    expect(await seen()).toEqual({
      corrected: true,
      told: ['Đảng bộ phường Hương Xuân: “Bổ sung”'],
    });
  });
});

describe('a report that was signed off', () => {
  it('is sent with the figures that were signed off; where the register has changed, it is signed off anew', async () => {
    const id = await halfYearOf('xuan', '2023-01-01');
    await approve('xuan', id);
    await placePractice(kheo, { campaignId, unitId: town.xuan, state: 'implementing' });
    expect((await refusal(submit('xuan', id))).title).toContain('đã khác số khi duyệt');
    await reopen('xuan', id);
    await approve('xuan', id);
    await submit('xuan', id);
    const { figures } = await read(id);
    expect(figures.find((one) => one.code === 'registered')?.value).toBe('2');
  });
});

describe('a day off that is set while reports are being written', () => {
  it('moves the day by which they are due; what was sent keeps its own', async () => {
    const written = await monthOf('chu', '2023-05-01');
    const sent = await monthOf('xuan', '2023-05-01');
    await submit('xuan', sent);
    const officer = await kheo.as('thuongtruc');
    const off = (remove: boolean) =>
      officer.call('PUT /api/holidays/:day', {
        params: { day: '2023-06-01' },
        body: { name: 'Nghỉ bù', works: false, remove },
      });
    const days = async () => [(await read(written)).due, (await read(sent)).due];
    expect(await days()).toEqual(['2023-06-07', '2023-06-07']);
    await off(false);
    expect(await days()).toEqual(['2023-06-08', '2023-06-07']);
    await off(true);
    expect(await days()).toEqual(['2023-06-07', '2023-06-07']);
  });
});
