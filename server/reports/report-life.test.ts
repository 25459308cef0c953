import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let campaignId: string;
let monthly: string;
let yearly: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-06-20' });
  town = await foundTown(kheo);
  campaignId = await openCampaign2023(kheo, town);
  await placePractice(kheo, { campaignId, unitId: town.hamlet, state: 'implementing' });
  await placePractice(kheo, { campaignId, unitId: town.chu, state: 'implementing' });
  const take = (code: string) =>
    takeForm(kheo, readyForm(code, { ownerUnitId: town.town, askedFrom: '2023-01-01' }));
  monthly = await take('dvk-thang');
  yearly = await take('dvk-6-thang');
});
afterAll(() => kheo.stop());

const begin = async (username: string, unitId: string, periodFrom = '2023-05-01', formId = monthly) =>
  (await kheo.as(username)).call('POST /api/reports', { body: { formId, unitId, periodFrom } });
const read = async (username: string, id: string) =>
  (await kheo.as(username)).call('GET /api/reports/:id', { params: { id } });
const figure = (report: Awaited<ReturnType<typeof read>>, code: string) =>
  report.figures.find((one) => one.code === code);
const total = async (unitId: string, periodFrom = '2023-05-01', day?: string) =>
  (await kheo.as('thuongtruc')).call('GET /api/report-totals', {
    query: { formId: monthly, periodFrom, unitId, ...(day ? { day } : {}) },
  });
const save = async (id: string, body: Record<string, unknown>) => {
  const { version } = await read('xuan', id);
  return (await kheo.as('xuan')).call('PUT /api/reports/:id', {
    params: { id },
    body: { version, stated: {}, reasons: {}, narrative: {}, ...body },
  });
};
const submit = async (username: string, id: string) =>
  (await kheo.as(username)).call('POST /api/reports/:id/submission', { params: { id } });

describe('the report of a unit', () => {
  let id: string;

  it('is owed by every unit of the form’s kinds, begun or not', async () => {
    const own = await (await kheo.as('xuan')).call('GET /api/reports/owed', {});
    expect(own.items.map((item) => [item.unit.id, item.period.words, item.state, item.late])).toEqual([
      [town.xuan, 'tháng 1 năm 2023', 'not_started', true],
      [town.xuan, 'tháng 2 năm 2023', 'not_started', true],
      [town.xuan, 'tháng 3 năm 2023', 'not_started', true],
      [town.xuan, 'tháng 4 năm 2023', 'not_started', true],
      [town.xuan, 'tháng 5 năm 2023', 'not_started', true],
      [town.xuan, 'tháng 6 năm 2023', 'not_started', false],
      [town.xuan, '6 tháng đầu năm 2023', 'not_started', false],
    ]);
    expect(own.items.find((item) => item.period.from === '2023-05-01')?.due).toBe('2023-06-07');
  });

  it('is begun once: whoever comes second finds the first; others’ units are out of reach', async () => {
    const [first, second] = await Promise.all([begin('xuan', town.xuan), begin('xuan', town.xuan)]);
    expect(second.id).toBe(first.id);
    ({ id } = first);
    await expect(begin('xuan', town.chu)).rejects.toThrow('404');
    await expect(begin('thuongtruc', town.chu)).rejects.toThrow('403');
    expect(await refusal(begin('xuan', town.hamlet))).toMatchObject({ code: 'report_not_owed' });
  });

  it('counts its figures from the register, the units below included, and opens their list', async () => {
    const report = await read('xuan', id);
    expect(figure(report, 'registered')).toMatchObject({ counted: '1', value: '1', stated: null });
    expect(figure(report, 'registered')?.link).toContain(`unitId=${town.xuan}`);
    expect(figure(report, 'dialogues')).toMatchObject({ value: null, message: 'Chưa nhập “Cuộc đối thoại”' });
  });

  it('keeps wrong figures in the draft and names them; it cannot be sent with them', async () => {
    await save(id, { stated: { campaign_days: '2', participants: '90', dialogues: '-1', effective: '4' } });
    const report = await read('xuan', id);
    expect(figure(report, 'dialogues')).toMatchObject({ stated: '-1', refuses: true });
    expect(figure(report, 'effective')?.message).toContain('ghi lý do');
    expect(report.actions.find((one) => one.action === 'submit')).toMatchObject({ allowed: false });
    expect(await refusal(submit('xuan', id))).toMatchObject({ code: 'action_blocked' });
    const kept = await read('xuan', id);
    expect(figure(kept, 'participants')?.stated).toBe('90');
  });

  it('refuses a figure that the form does not have, and one that is computed', async () => {
    const refused = await refusal(save(id, { stated: { nothing: '1' } }));
    expect(refused.fields).toEqual([{ path: 'stated.nothing', message: 'Biểu mẫu không có chỉ tiêu này' }]);
  });

  it('is saved over the version that was read, and refused over a newer one', async () => {
    const { version } = await read('xuan', id);
    const body = { version: version - 1, stated: {}, reasons: {}, narrative: {} };
    const call = (await kheo.as('xuan')).call('PUT /api/reports/:id', { params: { id }, body });
    expect(await refusal(call)).toMatchObject({ code: 'version_conflict' });
  });

  it('freezes its figures when it is sent, and both numbers stay where the unit states its own', async () => {
    await save(id, {
      stated: { dialogues: '1', effective: '1' },
      reasons: { effective: 'Kể cả mô hình của chi hội' },
      narrative: { notes: 'Ra quân làm sạch tuyến đường.' },
    });
    await submit('xuan', id);
    await placePractice(kheo, { campaignId, unitId: town.xuan, state: 'implementing' });
    const report = await read('thuongtruc', id);
    expect(report).toMatchObject({ state: 'submitted', late: true, canReview: true, figureRevision: 1 });
    expect(figure(report, 'effective')).toMatchObject({ counted: '0', stated: '1', value: '1' });
    expect(figure(report, 'registered')).toMatchObject({ value: '1', now: '2' });
    expect(report.differs).toBe(true);
    expect((await total(town.town)).reports).toBe(1);
  });

  it('goes up to every level at once', async () => {
    const whole = await total(town.town);
    expect(whole.figures.map((one) => [one.code, one.value])).toEqual([
      ['registered', '1'],
      ['effective', '1'],
      ['new_in_period', '0'],
      ['campaign_days', '2'],
      ['participants', '90'],
      ['dialogues', '1'],
    ]);
    expect(whole.parts.map((part) => [part.unit?.id, part.part, part.reports, part.expected])).toEqual([
      [town.xuan, 'below', 1, 1],
      [town.chu, 'below', 0, 1],
      [town.school, 'below', 0, 1],
      [town.agency, 'below', 0, 1],
    ]);
    expect(whole.missing.map((unit) => unit.id)).toEqual([town.chu, town.school, town.agency]);
  });

  it('is returned with reasons pinned to a figure and to a sentence, and leaves the totals', async () => {
    const officer = await kheo.as('thuongtruc');
    const returning = (pins: { indicator: string | null; section: string | null; text: string }[]) =>
      officer.call('POST /api/reports/:id/return', {
        params: { id },
        body: { reason: 'Xem lại số liệu', pins },
      });
    expect((await refusal(returning([{ indicator: 'x', section: null, text: '?' }]))).fields).toHaveLength(1);
    await returning([
      { indicator: 'participants', section: null, text: 'Đếm cả hai đợt' },
      { indicator: null, section: 'notes', text: 'Nêu tên tuyến đường' },
    ]);
    const returned = await read('xuan', id);
    expect(returned).toMatchObject({ state: 'returned', returnReason: 'Xem lại số liệu' });
    expect(returned.pins.map((pin) => pin.text)).toEqual(['Đếm cả hai đợt', 'Nêu tên tuyến đường']);
    expect((await total(town.town)).reports).toBe(0);
    const owed = await (await kheo.as('xuan')).call('GET /api/reports/owed', {});
    expect(owed.items[0]).toMatchObject({ id, state: 'returned' });
  });

  it('is sent again with figures counted anew; the day of the first sending stays', async () => {
    const before = (await read('xuan', id)).submittedAt;
    kheo.clock.pass(10);
    await save(id, { stated: { participants: '120' } });
    await submit('xuan', id);
    const again = await read('xuan', id);
    expect(figure(again, 'registered')?.value).toBe('2');
    expect(again.submittedAt).not.toBe(before);
    expect(again.revisions.map((one) => [one.revision, one.changes.length > 0])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('is sent once by two who send it at once', async () => {
    const other = await writeReport(kheo, 'chu', {
      formId: monthly,
      unitId: town.chu,
      periodFrom: '2023-05-01',
    });
    const officer = await kheo.as('chu');
    const answers = await Promise.all(
      [1, 2].map(() => officer.try('POST /api/reports/:id/submission', { params: { id: other } })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect((await total(town.town)).reports).toBe(2);
  });

  it('is accepted or withdrawn, never both; the other is told', async () => {
    const answers = await Promise.all([
      (await kheo.as('thuongtruc')).try('POST /api/reports/acceptances', { body: { reportIds: [id] } }),
      (await kheo.as('xuan')).try('POST /api/reports/:id/withdrawal', {
        params: { id },
        body: { reason: 'Còn sửa' },
      }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const { state } = await read('xuan', id);
    expect((await total(town.xuan)).reports).toBe(state === 'accepted' ? 1 : 0);
    if (state !== 'accepted') {
      await submit('xuan', id);
      await (
        await kheo.as('thuongtruc')
      ).call('POST /api/reports/acceptances', { body: { reportIds: [id] } });
    }
  });

  it('is corrected afterwards with what was said before kept, and only the difference goes up', async () => {
    const { version } = await read('xuan', id);
    const officer = await kheo.as('xuan');
    const correct = (stated: Record<string, string>) =>
      officer.call('POST /api/reports/:id/corrections', {
        params: { id },
        body: { version, why: 'Đếm sót một đợt', stated },
      });
    const refused = await refusal(correct({ effective: '9' }));
    expect(refused.fields).toEqual([
      {
        path: 'stated.effective',
        message: '“Hoạt động có hiệu quả” lớn hơn tổng của nó (“Mô hình, điển hình đã đăng ký”)',
      },
    ]);
    await correct({ participants: '150' });
    const report = await read('xuan', id);
    expect(report.revisions[0]).toMatchObject({
      why: 'Đếm sót một đợt',
      changes: [{ label: 'Lượt người tham gia', before: '120', after: '150', decimals: 0 }],
    });
    expect((await total(town.xuan)).figures.find((one) => one.code === 'participants')?.value).toBe('150');
  });

  it('takes over what the register counts now, once there is a difference', async () => {
    const officer = await kheo.as('xuan');
    const recount = () =>
      officer.call('POST /api/reports/:id/recounts', { params: { id }, body: { why: 'Sổ đã bổ sung' } });
    expect(await refusal(recount())).toMatchObject({ code: 'action_blocked' });
    await placePractice(kheo, { campaignId, unitId: town.hamlet, state: 'implementing' });
    await recount();
    expect(figure(await read('xuan', id), 'registered')).toMatchObject({ value: '3', now: null });
    expect((await total(town.xuan)).figures[0]?.value).toBe('3');
  });

  it('counts the unit itself once where units are counted, however many practices it has', async () => {
    const { id: halfYear } = await begin('xuan', town.xuan, '2023-01-01', yearly);
    const report = await read('xuan', halfYear);
    expect(figure(report, 'registered')?.value).toBe('3');
    expect(figure(report, 'units_registered')?.value).toBe('1');
  });

  it('is not reviewed by its own unit, nor read by another', async () => {
    await kheo.given.account({ username: 'bithu', role: 'leader', unitId: town.xuan });
    const own = await (
      await kheo.as('bithu')
    ).try('POST /api/reports/acceptances', { body: { reportIds: [id] } });
    expect(own.status).toBe(403);
    const other = await (await kheo.as('chu')).try('GET /api/reports/:id', { params: { id } });
    expect(other.status).toBe(404);
  });

  it('shows last time’s figures and words beside the next, and a copy is told apart', async () => {
    const next = await writeReport(kheo, 'xuan', {
      formId: monthly,
      unitId: town.xuan,
      periodFrom: '2023-06-01',
      stated: { campaign_days: '2', participants: '150', dialogues: '1', effective: '1' },
      reasons: { effective: 'Kể cả mô hình của chi hội' },
      narrative: { notes: 'Ra quân làm sạch tuyến đường.' },
    });
    const report = await read('xuan', next);
    expect(figure(report, 'participants')?.previous).toBe('150');
    expect(report.sections[0]?.previous).toBe('Ra quân làm sạch tuyến đường.');
    await submit('xuan', next);
    expect((await read('thuongtruc', next)).hollow).toBe('copied');
  });

  it('takes a picture as evidence and lets it be taken back while it is being written', async () => {
    const officer = await kheo.as('xuan');
    const april = (await begin('xuan', town.xuan, '2023-04-01')).id;
    const file = await officer.call('POST /api/files', {
      file: { name: 'anh.txt', content: new TextEncoder().encode('Ra quân') },
    });
    await officer.call('POST /api/reports/:id/evidence', {
      params: { id: april },
      body: { files: [{ fileId: file.id, caption: 'Ra quân' }] },
    });
    const [evidence] = (await read('thuongtruc', april)).evidence;
    expect(evidence).toMatchObject({ caption: 'Ra quân' });
    await officer.call('POST /api/reports/:id/evidence/:evidenceId/withdrawal', {
      params: { id: april, evidenceId: evidence?.id ?? newId() },
      body: { reason: 'Nhầm ảnh' },
    });
    expect((await read('thuongtruc', april)).evidence).toEqual([]);
  });
});

describe('a report that is signed off inside the unit', () => {
  it('is refused before that, opened again for changes, and sent afterwards', async () => {
    const id = await writeReport(kheo, 'xuan', {
      formId: yearly,
      unitId: town.xuan,
      periodFrom: '2023-01-01',
      narrative: { leadership: 'Ban hành kế hoạch' },
    });
    const officer = await kheo.as('xuan');
    const approve = () => officer.call('POST /api/reports/:id/approval', { params: { id } });
    expect((await refusal(approve())).title).toContain('chưa viết phần “Kết quả thực hiện”');
    await save(id, { narrative: { results: 'Đã làm 3 mô hình' } });
    expect((await refusal(submit('xuan', id))).title).toContain('chưa được duyệt trong đơn vị');
    await approve();
    expect(await refusal(save(id, {}))).toMatchObject({ code: 'state_changed' });
    await officer.call('POST /api/reports/:id/reopening', { params: { id } });
    await save(id, { narrative: { results: 'Đã làm 4 mô hình' } });
    await sendReport(kheo, 'xuan', id);
    expect((await read('thuongtruc', id)).state).toBe('submitted');
  });
});

describe('what is new in a period', () => {
  it('is told by its own day, whichever year the campaign is of', async () => {
    const officer = await kheo.as('thuongtruc');
    const base = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2023-01-01' });
    const [first] = base.content.indicators;
    if (!first) throw new Error('the form has figures');
    const counts = (measure: 'registered' | 'registered_in_period' | 'participants_in_period') => ({
      ...first,
      code: measure,
      source: { kind: 'register' as const, measure, baseField: null },
    });
    const indicators = [
      counts('registered'),
      counts('registered_in_period'),
      counts('participants_in_period'),
    ];
    const { id: formId } = await officer.call('POST /api/report-forms', {
      body: { ...base, code: 'moi-trong-ky', content: { ...base.content, indicators } },
    });
    const { db } = kheo.connection;
    const before = await begin('chu', town.chu, '2023-01-01', formId);
    const next = await db
      .insertInto('campaign')
      .columns(['id', 'owner_unit_id', 'year', 'title', 'state', 'plan', 'created_at'])
      .expression((of) =>
        of
          .selectFrom('campaign')
          .select((row) => [
            row.val(newId()).as('id'),
            'owner_unit_id',
            row.val(2024).as('year'),
            row.val('Năm 2024').as('title'),
            'state',
            'plan',
            'created_at',
          ])
          .where('id', '=', campaignId),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    const early = await placePractice(kheo, { campaignId: next.id, unitId: town.chu, state: 'submitted' });
    await db
      .updateTable('practice')
      .set({ submitted_at: '2023-01-20T02:00:00Z', created_at: '2023-01-20T02:00:00Z' })
      .where('id', '=', early)
      .execute();
    await db
      .insertInto('progress_entry')
      .values({
        id: newId(),
        practice_id: early,
        on_date: '2023-01-25',
        text: 'Ra quân',
        participants: 30,
        account_id: (await db.selectFrom('account').select('id').executeTakeFirstOrThrow()).id,
        at: '2023-01-25T02:00:00Z',
      })
      .execute();
    const report = await read('chu', before.id);
    expect(indicators.map(({ code }) => figure(report, code)?.counted)).toEqual(['0', '1', '30']);
  });
});

describe('a period that is not open', () => {
  it('is refused in words', async () => {
    expect((await refusal(begin('xuan', town.xuan, '2023-09-01'))).title).toContain(
      'kỳ báo cáo chưa bắt đầu',
    );
    expect((await refusal(begin('xuan', town.xuan, '2022-05-01'))).title).toContain('không yêu cầu kỳ này');
    expect((await refusal(begin('xuan', town.xuan, '2023-05-02'))).title).toContain('không yêu cầu kỳ này');
  });
});
