import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf, paperSchema, untracedFigures, type Paper } from '#domain/documents/paper.ts';
import { paperToPlainText } from '#domain/documents/paper-text.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';
import { expectValidOpenXml, validatorMissing } from '#server/testing/validate-ooxml.ts';

let kheo: Kheo;
let town: Town;
let formId: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2024-01-05' });
  town = await foundTown(kheo);
  await kheo.given.term(town.town);
  const campaignId = await openCampaign2023(kheo, town);
  const recognised = { campaignId, state: 'recognised' } as const;
  await placePractice(kheo, { ...recognised, unitId: town.xuan, name: 'Vườn ổi sạch' });
  await placePractice(kheo, { ...recognised, unitId: town.chu, name: 'Đường hoa', field: 'culture_society' });
  await placePractice(kheo, { campaignId, unitId: town.chu, state: 'declined', name: 'Không thành' });
  formId = await takeForm(kheo, readyForm('dvk-nam', { ownerUnitId: town.town, askedFrom: '2022-01-01' }));
  await send('xuan', town.xuan, '2022-01-01', { participants: '40' });
  await send('xuan', town.xuan, '2023-01-01', { participants: '120' });
  await send('chu', town.chu, '2023-01-01', { participants: '80' });
});
afterAll(() => kheo.stop());

async function send(
  username: string,
  unitId: string,
  periodFrom: string,
  stated: Record<string, string>,
): Promise<string> {
  const id = await writeReport(kheo, username, {
    formId,
    unitId,
    periodFrom,
    stated: { campaign_days: '2', dialogues: '1', ...stated },
    narrative: {
      leadership: `Cấp ủy ${username} đã quán triệt kế hoạch.`,
      results: 'Nhân dân đồng tình.',
      limits: 'Một số mô hình chậm.\n- Thiếu kinh phí.',
    },
  });
  await sendReport(kheo, username, id);
  return id;
}

const year2023 = () => ({ formId, unitId: town.town, periodFrom: '2023-01-01' });

async function draft(more: { correctionReason?: string; replaceDraft?: boolean } = {}) {
  return (await kheo.as('thuongtruc')).call('POST /api/consolidated-reports', {
    body: { ...year2023(), ...more },
  });
}

async function paperOf(documentId: string): Promise<Paper> {
  const { paper } = await (
    await kheo.as('thuongtruc')
  ).call('GET /api/documents/:id', { params: { id: documentId } });
  return paperSchema.parse(paper);
}

async function record(id: string, username = 'thuongtruc') {
  return (await kheo.as(username)).call('GET /api/consolidated-reports/:id', { params: { id } });
}

const issue = async (documentId: string, username = 'lanhdao') =>
  (await kheo.as(username)).call('POST /api/documents/:id/issue', {
    params: { id: documentId },
    body: { issuedOn: '2024-01-05', sendToUnitIds: [] },
  });

async function latest() {
  const { items } = await (
    await kheo.as('thuongtruc')
  ).call('GET /api/consolidated-reports', { query: { formId } });
  const [first] = items;
  if (!first) throw new Error('there is no consolidated report');
  return first;
}

describe('the consolidated report', () => {
  it('is not drafted where nobody has reported, nor for a unit that is not one’s own', async () => {
    const officer = await kheo.as('thuongtruc');
    const of = (more: object) => ({ body: { ...year2023(), ...more } });
    expect(
      await refusal(officer.call('POST /api/consolidated-reports', of({ periodFrom: '2024-01-01' }))),
    ).toMatchObject({ code: 'report_nothing_below' });
    expect(
      await refusal(officer.call('POST /api/consolidated-reports', of({ periodFrom: '2023-02-01' }))),
    ).toMatchObject({ fields: [{ path: 'periodFrom' }] });
    const ward = await kheo.as('xuan');
    expect((await refusal(ward.call('POST /api/consolidated-reports', of({})))).code).toBe('forbidden');
  });

  it('is drafted once when two ask at the same time', async () => {
    const both = await Promise.allSettled([draft(), draft()]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await refusal(draft())).code).toBe('action_blocked');
    expect(await latest()).toMatchObject({ edition: 1, symbol: null, issuedAt: null, missing: 2 });
  });

  it('has the outline of its form, with the words from below under their units', async () => {
    const { documentId } = await latest();
    const text = paperToPlainText(await paperOf(documentId));
    expect(text).toContain('I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO');
    expect(text).toContain('II- KẾT QUẢ THỰC HIỆN');
    expect(text).toContain('1. Lĩnh vực kinh tế');
    expect(text).toContain('Đảng bộ phường Hương Xuân: Cấp ủy xuan đã quán triệt kế hoạch.');
    expect(text).toContain('kết quả thực hiện phong trào “Dân vận khéo” năm 2023');
    expect(text).toMatch(/Số\s+-BC\/ThU/u);
  });

  it('says openly who has not reported', async () => {
    const text = paperToPlainText(await paperOf((await latest()).documentId));
    expect(text).toContain('từ báo cáo của 02/04 đơn vị');
    expect(text).toContain(
      'Chưa gửi báo cáo, số liệu chưa có trong tổng (2): Chi bộ Trường THPT Đặng Huy Trứ, Đảng bộ Cơ quan Thị ủy.',
    );
  });

  it('traces every figure to its definition, scope, day and reports', async () => {
    const paper = await paperOf((await latest()).documentId);
    expect(untracedFigures(paper)).toEqual([]);
    const participants = paper.traces['so.participants'];
    expect(participants).toMatchObject({ value: 200, asOf: '2023-12-31', scope: 'Thị ủy Hương Trà' });
    expect(participants?.ids).toHaveLength(2);
    expect(participants?.link).toBe(`/bao-cao/tong-hop?formId=${formId}&ky=2023-01-01&unitId=${town.town}`);
    expect(figuresOf(paper).find((one) => one.traceId === 'nam_truoc.participants')?.value).toBe(40);
    const ofUnits = Object.entries(paper.traces).filter(([id]) => id.endsWith('.participants'));
    expect(ofUnits.map(([, trace]) => trace.value).toSorted((a, b) => a - b)).toEqual([40, 80, 120, 200]);
  });

  it('shows the recognised practices of each field with their places, and others where they are chosen', async () => {
    const { id, documentId } = await latest();
    const text = paperToPlainText(await paperOf(documentId));
    expect(text).toContain('“Vườn ổi sạch” (Hương Trà, Đảng bộ phường Hương Xuân)');
    const { candidates } = await record(id);
    expect(candidates.map((one) => [one.name, one.chosen])).toEqual([
      ['Đường hoa', true],
      ['Vườn ổi sạch', true],
    ]);
    const [only] = candidates;
    await (
      await kheo.as('thuongtruc')
    ).call('POST /api/consolidated-reports', {
      body: {
        ...year2023(),
        replaceDraft: true,
        draftVersion: (await record(id)).documentVersion,
        practiceIds: [only?.id ?? ''],
      },
    });
    expect(paperToPlainText(await paperOf(documentId))).not.toContain('Vườn ổi sạch');
    expect((await record(id)).candidates.filter((one) => one.chosen)).toHaveLength(1);
  });

  it('shows none where none were chosen; drafted again without a choice it shows those that were there, or the usual', async () => {
    const { id, documentId } = await latest();
    const again = async (practiceIds?: string[]) => {
      const { documentVersion: draftVersion } = await record(id);
      const body = { ...year2023(), replaceDraft: true, draftVersion, ...(practiceIds && { practiceIds }) };
      await (await kheo.as('thuongtruc')).call('POST /api/consolidated-reports', { body });
      return (await record(id)).candidates.filter((one) => one.chosen).length;
    };
    expect(await again([])).toBe(0);
    expect(paperToPlainText(await paperOf(documentId))).not.toContain('Vườn ổi sạch');
    expect(await again()).toBe(2);
    const [only] = (await record(id)).candidates;
    expect(await again([only?.id ?? ''])).toBe(1);
    expect(await again()).toBe(1);
  });

  it('keeps the sentences from below one click away', async () => {
    const { sections } = await record((await latest()).id);
    const limits = sections.find((one) => one.code === 'limits');
    expect(limits?.parts.map((part) => part.unit.id)).toEqual([town.xuan, town.chu]);
    expect(limits?.parts[0]?.words).toContain('Thiếu kinh phí');
  });

  it.skipIf(validatorMissing)('leaves as a Word file that a validator accepts', async () => {
    const { id } = await latest();
    const officer = await kheo.as('thuongtruc');
    const answer = await officer.try('GET /api/consolidated-reports/:id/paper.docx', {
      params: { id },
      query: {},
    });
    expect(answer.headers['content-type']).toContain('wordprocessingml');
    await expectValidOpenXml(answer.raw);
  });
});

async function reportOf(username: string): Promise<string> {
  const { units } = await (
    await kheo.as(username)
  ).call('GET /api/reports/matrix', { query: { formId, from: '2023-01-01', to: '2023-12-31' } });
  return units[0]?.cells[0]?.reportId ?? '';
}

describe('issuing a consolidated report', () => {
  it('waits until the draft says what the reports say', async () => {
    const { documentId } = await latest();
    await send('truong', town.school, '2023-01-01', { participants: '10' });
    expect(await refusal(issue(documentId))).toMatchObject({ code: 'action_blocked' });
    const officer = await kheo.as('thuongtruc');
    const { version } = await officer.call('GET /api/documents/:id', { params: { id: documentId } });
    await officer.call('POST /api/documents/:id/recomposition', {
      params: { id: documentId },
      body: { version },
    });
    expect((await paperOf(documentId)).traces['so.participants']?.value).toBe(210);
    expect((await latest()).missing).toBe(1);
  });

  it('takes one number when two issue at the same time, and freezes the figures', async () => {
    const { id, documentId } = await latest();
    const both = await Promise.allSettled([issue(documentId), issue(documentId, 'thuongtruc')]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await latest()).toMatchObject({ symbol: '01-BC/ThU' });
    expect(await record(id)).toMatchObject({ differs: false, arrived: [] });
  });

  it('keeps a report below from being taken back', async () => {
    const ward = await kheo.as('xuan');
    const reportId = await reportOf('xuan');
    const taken = ward.call('POST /api/reports/:id/withdrawal', {
      params: { id: reportId },
      body: { reason: 'Sửa lại' },
    });
    expect((await refusal(taken)).code).toBe('action_blocked');
  });

  it('shows what changed below afterwards as a difference, and who has sent since', async () => {
    await kheo.given.account({ username: 'coquan', role: 'unit_officer', unitId: town.agency });
    await send('coquan', town.agency, '2023-01-01', { participants: '5' });
    const seen = await record((await latest()).id);
    expect(seen.differs).toBe(true);
    expect(seen.arrived.map((unit) => unit.id)).toEqual([town.agency]);
    expect(seen.figures.find((one) => one.code === 'participants')).toMatchObject({
      value: '210',
      now: '215',
    });
  });

  it('lets a unit correct its report, which the issued figures outlive', async () => {
    const { id } = await latest();
    const ward = await kheo.as('xuan');
    const reportId = await reportOf('xuan');
    const { version } = await ward.call('GET /api/reports/:id', { params: { id: reportId } });
    await ward.call('POST /api/reports/:id/corrections', {
      params: { id: reportId },
      body: { version, why: 'Đếm sót một đợt', stated: { campaign_days: '4' } },
    });
    const days = (await record(id)).figures.find((one) => one.code === 'campaign_days');
    expect(days).toMatchObject({ value: '6', now: '10' });
    const paper = await paperOf((await latest()).documentId);
    expect(paper.traces['so.campaign_days']?.value).toBe(6);
  });

  it('is corrected by a new edition that names the paper and the reason', async () => {
    expect(await refusal(draft())).toMatchObject({ fields: [{ path: 'correctionReason' }] });
    const first = await latest();
    const { documentId, edition } = await draft({ correctionReason: 'Bổ sung báo cáo của Cơ quan Thị ủy.' });
    expect(edition).toBe(2);
    expect(paperToPlainText(await paperOf(documentId))).toContain(
      'thay thế Báo cáo số 01-BC/ThU, ngày 05/01/2024; lý do: Bổ sung báo cáo của Cơ quan Thị ủy.',
    );
    expect((await record(first.id)).figures.find((one) => one.code === 'participants')?.value).toBe('210');
    await issue(documentId);
    expect(await latest()).toMatchObject({ symbol: '02-BC/ThU', edition: 2, missing: 0 });
  });
});

describe('who may see a consolidated report', () => {
  it('is whoever reads reports of its unit: not the units below', async () => {
    const { id } = await latest();
    expect((await refusal(record(id, 'xuan'))).code).toBe('not_found');
    const { items } = await (await kheo.as('xuan')).call('GET /api/consolidated-reports', { query: {} });
    expect(items).toEqual([]);
  });
});
