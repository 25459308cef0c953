import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-05-15' });
  town = await foundTown(kheo);
});
afterAll(() => kheo.stop());

const agency = () => kheo.as('thuongtruc');
const monthly = () => readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' });

describe('report forms', () => {
  let formId: string;

  it('are taken ready, once under a code', async () => {
    const officer = await agency();
    const ready = await officer.call('GET /api/ready-report-forms', {});
    expect(ready.items.map((one) => one.code)).toEqual([
      'dvk-thang',
      'dvk-6-thang',
      'dvk-nam',
      'dvk-giai-doan',
      'so-ket-nghi-quyet',
    ]);
    ({ id: formId } = await officer.call('POST /api/report-forms', { body: monthly() }));
    const twice = await refusal(officer.call('POST /api/report-forms', { body: monthly() }));
    expect(twice.fields).toEqual([{ path: 'code', message: 'Đơn vị đã có biểu mẫu mã “dvk-thang”' }]);
    const seen = await (await kheo.as('xuan')).call('GET /api/report-forms', {});
    expect(seen.items).toMatchObject([
      { id: formId, indicatorCount: 6, dueWords: '5 ngày làm việc sau khi hết kỳ', canManage: false },
    ]);
  });

  it('with a wrong formula are refused with its place', async () => {
    const { content } = monthly();
    const [first] = content.indicators;
    if (!first) throw new Error('the form has figures');
    const wrong = {
      ...content,
      indicators: [{ ...first, source: { kind: 'sum' as const, of: ['later'] } }],
    };
    const officer = await agency();
    const refused = await refusal(
      officer.call('POST /api/report-forms', { body: { ...monthly(), code: 'sai', content: wrong } }),
    );
    expect(refused.fields?.[0]).toMatchObject({ path: 'content.indicators.0.source' });
  });

  it('come back the same through a file', async () => {
    const officer = await agency();
    const file = await officer.try('GET /api/report-forms/:id/file.json', { params: { id: formId } });
    const said = file.body as never;
    const imported = JSON.parse(JSON.stringify(said));
    imported.form.code = 'dvk-thang-moi';
    const { id } = await officer.call('POST /api/report-form-imports', {
      body: { ownerUnitId: town.town, file: imported },
    });
    const again = await officer.try('GET /api/report-forms/:id/file.json', { params: { id } });
    expect(again.body).toEqual(imported);
  });

  it('are written over while nobody has answered, and get a new version afterwards', async () => {
    const officer = await agency();
    const { content } = monthly();
    const revise = async (validFrom: string, label: string) => {
      const { version } = await officer.call('GET /api/report-forms/:id', {
        params: { id: formId },
        query: {},
      });
      const indicators = content.indicators.map((one) =>
        one.code === 'dialogues' ? { ...one, label } : one,
      );
      return officer.call('POST /api/report-forms/:id/revisions', {
        params: { id: formId },
        body: { version, validFrom, content: { ...content, indicators } },
      });
    };
    expect((await revise('2026-01-01', 'Đối thoại')).revision).toBe(1);
    const sent = await writeReport(kheo, 'xuan', { formId, unitId: town.xuan, periodFrom: '2026-03-01' });
    await sendReport(kheo, 'xuan', sent);
    const draft = await writeReport(kheo, 'xuan', {
      formId,
      unitId: town.xuan,
      periodFrom: '2026-04-01',
      narrative: { notes: 'Viết dở' },
    });
    const refused = await refusal(revise('2026-03-01', 'Đối thoại trực tiếp'));
    expect(refused.fields?.[0]?.message).toContain('Đã có báo cáo gửi theo bản đang dùng');
    expect((await revise('2026-04-01', 'Đối thoại trực tiếp')).revision).toBe(2);

    const ward = await kheo.as('xuan');
    const ended = await refusal(ward.call('POST /api/reports/:id/submission', { params: { id: draft } }));
    expect(ended.title).toContain('biểu mẫu đã hết hiệu lực cho kỳ này');
    const found = await ward.call('POST /api/reports', {
      body: { formId, unitId: town.xuan, periodFrom: '2026-04-01' },
    });
    expect(found.id).toBe(draft);
    const carried = await ward.call('GET /api/reports/:id', { params: { id: draft } });
    expect(carried.figures.at(-1)).toMatchObject({ label: 'Đối thoại trực tiếp', stated: '1' });
    expect(carried.sections[0]?.words).toBe('Viết dở');
    await sendReport(kheo, 'xuan', draft);
  });

  it('are changed over the version that was read only', async () => {
    const officer = await agency();
    const body = { version: 1, name: 'Tên khác', unitKinds: monthly().unitKinds, askedTo: null };
    const stale = officer.call('PUT /api/report-forms/:id', { params: { id: formId }, body });
    expect(await refusal(stale)).toMatchObject({ code: 'version_conflict' });
  });
});

describe('who answers a form', () => {
  it('is of the period: other kinds answer from a day on, and those before stay as they were', async () => {
    const officer = await agency();
    const { id } = await officer.call('POST /api/report-forms', {
      body: { ...monthly(), code: 'ai-gui', unitKinds: ['commune_committee'] },
    });
    const params = { id };
    const change = async (more: Record<string, unknown>) => {
      const { version, name, unitKinds, askedTo } = await officer.call('GET /api/report-forms/:id', {
        params,
        query: {},
      });
      return officer.call('PUT /api/report-forms/:id', {
        params,
        body: { version, name, unitKinds, askedTo, ...more },
      });
    };
    const counts = async () => {
      const query = { formId: id, from: '2026-01-01', to: '2026-05-31' };
      const { periods } = await officer.call('GET /api/reports/matrix', { query });
      return periods.map((period) => period.expected);
    };
    expect(await counts()).toEqual([2, 2, 2, 2, 2]);
    const sent = await writeReport(kheo, 'xuan', {
      formId: id,
      unitId: town.xuan,
      periodFrom: '2026-02-01',
    });
    await sendReport(kheo, 'xuan', sent);

    const kinds = ['commune_committee', 'school_party_organisation'];
    expect((await refusal(change({ unitKinds: kinds }))).fields?.[0]?.path).toBe('unitKindsFrom');
    const back = await refusal(change({ unitKinds: kinds, unitKindsFrom: '2026-02-01' }));
    expect(back.fields).toMatchObject([
      { path: 'unitKindsFrom', message: expect.stringContaining('Đã có báo cáo gửi') },
    ]);
    expect(await counts()).toEqual([2, 2, 2, 2, 2]);
    await change({ unitKinds: kinds, unitKindsFrom: '2026-04-01' });
    expect(await counts()).toEqual([2, 2, 2, 3, 3]);
    const owed = await (await kheo.as('truong')).call('GET /api/reports/owed', {});
    expect(owed.items.filter((one) => one.form.id === id && one.late).map((one) => one.period.from)).toEqual([
      '2026-04-01',
    ]);
    const begin = (periodFrom: string) =>
      kheo
        .as('truong')
        .then((school) =>
          school.call('POST /api/reports', { body: { formId: id, unitId: town.school, periodFrom } }),
        );
    expect((await refusal(begin('2026-03-01'))).code).toBe('report_not_owed');
    expect((await begin('2026-04-01')).id).toBeTruthy();
    const { revisions } = await officer.call('GET /api/report-forms/:id', { params, query: {} });
    expect(revisions.map((one) => [one.validFrom, one.validTo, one.unitKinds.length])).toEqual([
      ['2026-01-01', '2026-04-01', 1],
      ['2026-04-01', null, 2],
    ]);
    const kept = await officer.call('GET /api/report-forms/:id', { params, query: { revision: 1 } });
    expect(kept.unitKinds).toEqual(['commune_committee']);
  });

  it('is asked at least until the last period that was answered', async () => {
    const officer = await agency();
    const { items } = await officer.call('GET /api/report-forms', {});
    const form = items.find((one) => one.code === 'ai-gui');
    if (!form) throw new Error('the form was made');
    const end = async (askedTo: string) => {
      const { version, name, unitKinds } = await officer.call('GET /api/report-forms/:id', {
        params: { id: form.id },
        query: {},
      });
      return officer.call('PUT /api/report-forms/:id', {
        params: { id: form.id },
        body: { version, name, unitKinds, askedTo },
      });
    };
    expect((await refusal(end('2026-01-31'))).fields).toEqual([
      {
        path: 'askedTo',
        message: 'Đã có báo cáo gửi cho kỳ bắt đầu 01/02/2026; chọn từ ngày đó trở đi',
      },
    ]);
    await end('2026-02-28');
    const said = await officer.call('GET /api/report-forms/:id', { params: { id: form.id }, query: {} });
    expect(said.askedTo).toBe('2026-02-28');
  });
});

describe('days off', () => {
  it('of the office move the day on which a report is due', async () => {
    const officer = await agency();
    const { id: formId } = await officer.call('POST /api/report-forms', {
      body: { ...monthly(), code: 'nghi' },
    });
    const due = async () => {
      const owed = await (await kheo.as('chu')).call('GET /api/reports/owed', {});
      return owed.items.find((one) => one.form.id === formId && one.period.from === '2026-05-01')?.due;
    };
    expect(await due()).toBe('2026-06-05');
    await officer.call('PUT /api/holidays/:day', {
      params: { day: '2026-06-03' },
      body: { name: 'Nghỉ theo địa phương', works: false },
    });
    expect(await due()).toBe('2026-06-08');
    const { items } = await officer.call('GET /api/holidays', { query: { year: 2026 } });
    expect(items.find((one) => one.day === '2026-06-03')).toMatchObject({ byOffice: true });
    await officer.call('PUT /api/holidays/:day', {
      params: { day: '2026-06-03' },
      body: { name: 'Bỏ', works: false, remove: true },
    });
    expect(await due()).toBe('2026-06-05');
  });

  it('keep who set, changed or took away a day, and what stood before', async () => {
    const officer = await kheo.as('thuongtruc');
    const put = (body: { name: string; works: boolean; remove?: boolean }) =>
      officer.call('PUT /api/holidays/:day', { params: { day: '2025-07-12' }, body });
    await put({ name: 'Nghỉ theo địa phương', works: false });
    await put({ name: 'Nghỉ theo địa phương', works: false });
    await put({ name: 'Làm bù ngày 02/5', works: true });
    await put({ name: 'không ai đọc', works: false, remove: true });
    const gone = put({ name: 'Bỏ lần nữa', works: false, remove: true });
    expect((await refusal(gone)).code).toBe('not_found');
    const { history } = await officer.call('GET /api/holidays', { query: { year: 2025 } });
    expect(history.map((one) => one.label)).toEqual([
      'Bỏ ngày làm bù 12/07/2025: Làm bù ngày 02/5',
      'Đổi thành ngày làm bù 12/07/2025: Làm bù ngày 02/5 (trước đó: ngày nghỉ, Nghỉ theo địa phương)',
      'Đặt ngày nghỉ 12/07/2025: Nghỉ theo địa phương',
    ]);
    expect(history.every((one) => one.actorName !== '')).toBe(true);
    const other = await officer.call('GET /api/holidays', { query: { year: 2024 } });
    expect(other.history).toEqual([]);
  });

  it('hold for everybody: an office below another one does not set them', async () => {
    await kheo.given.account({ username: 'duoi', role: 'standing_officer', unitId: town.chu });
    const below = await kheo.as('duoi');
    const set = below.call('PUT /api/holidays/:day', {
      params: { day: '2026-06-03' },
      body: { name: 'Nghỉ riêng', works: false },
    });
    expect((await refusal(set)).code).toBe('forbidden');
    const seen = await below.call('GET /api/holidays', { query: { year: 2026 } });
    expect(seen.canManage).toBe(false);
    expect(seen.items.some((one) => one.day === '2026-06-03')).toBe(false);
  });
});
