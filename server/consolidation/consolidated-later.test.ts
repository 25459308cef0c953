import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperSchema } from '#domain/documents/paper.ts';
import { paperToPlainText } from '#domain/documents/paper-text.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';
import { wordFileOf } from '#server/testing/word-file.ts';
import { zipParts } from '#server/testing/zip-parts.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
let practiceId: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2024-01-05' });
  town = await foundTown(kheo);
  await kheo.given.term(town.town);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  const campaignId = await openCampaign2023(kheo, town);
  practiceId = await placePractice(kheo, {
    campaignId,
    unitId: town.xuan,
    state: 'recognised',
    name: 'Vườn ổi sạch',
  });
  formId = await takeForm(kheo, readyForm('dvk-nam', { ownerUnitId: town.town, askedFrom: '2022-01-01' }));
  for (const [username, unitId] of [
    ['xuan', town.xuan],
    ['chu', town.chu],
  ] as const)
    for (const periodFrom of ['2022-01-01', '2023-01-01'])
      await sendReport(
        kheo,
        username,
        await writeReport(kheo, username, {
          formId,
          unitId,
          periodFrom,
          stated: { campaign_days: '2', dialogues: '1', participants: '100' },
          narrative: { leadership: `Cấp ủy ${username} năm ${periodFrom}.`, results: 'Tốt.' },
        }),
      );
});
afterAll(() => kheo.stop());

const compose = async (unitId: string, more: { replaceDraft?: boolean; draftVersion?: number } = {}) =>
  (await kheo.as('thuongtruc')).call('POST /api/consolidated-reports', {
    body: { formId, unitId, periodFrom: '2023-01-01', ...more },
  });
const record = async (id: string) =>
  (await kheo.as('thuongtruc')).call('GET /api/consolidated-reports/:id', { params: { id } });
const documentOf = async (id: string) =>
  (await kheo.as('thuongtruc')).call('GET /api/documents/:id', { params: { id } });
const issue = async (id: string) =>
  (await kheo.as('lanhdao')).call('POST /api/documents/:id/issue', {
    params: { id },
    body: { issuedOn: '2024-01-05', sendToUnitIds: [] },
  });

async function correctWords(words: string): Promise<void> {
  const ward = await kheo.as('xuan');
  const { units } = await ward.call('GET /api/reports/matrix', {
    query: { formId, from: '2023-01-01', to: '2023-12-31' },
  });
  const id = units[0]?.cells[0]?.reportId ?? '';
  const { version } = await ward.call('GET /api/reports/:id', { params: { id } });
  await ward.call('POST /api/reports/:id/corrections', {
    params: { id },
    body: { version, why: 'Viết lại cho đúng', stated: {}, narrative: { leadership: words } },
  });
}

async function templateText(id: string, templateId: string): Promise<string> {
  const answer = await (
    await kheo.as('thuongtruc')
  ).try('GET /api/consolidated-reports/:id/paper.docx', { params: { id }, query: { templateId } });
  return (await zipParts(answer.raw)).get('word/document.xml') ?? '';
}

describe('a draft of a consolidated report', () => {
  it('is not issued after the words of a report below have changed', async () => {
    const { id, documentId } = await compose(town.town);
    await correctWords('Cấp ủy đã họp hai lần.');
    expect(await refusal(issue(documentId))).toMatchObject({ code: 'action_blocked' });
    const { documentVersion } = await record(id);
    await compose(town.town, { replaceDraft: true, draftVersion: documentVersion });
    const { paper } = await documentOf(documentId);
    expect(paperToPlainText(paperSchema.parse(paper))).toContain('Cấp ủy đã họp hai lần.');
  });

  it('is not replaced over edits that the officer has not seen', async () => {
    const [draft] = (await (await kheo.as('thuongtruc')).call('GET /api/consolidated-reports', { query: {} }))
      .items;
    const version = draft?.documentVersion ?? 0;
    const stale = compose(town.town, { replaceDraft: true, draftVersion: version - 1 });
    expect(await refusal(stale)).toMatchObject({ code: 'version_conflict' });
    expect(await refusal(compose(town.town, { replaceDraft: true }))).toMatchObject({
      fields: [{ path: 'draftVersion' }],
    });
  });

  it('once issued, names its examples as they were called then', async () => {
    const [draft] = (await (await kheo.as('thuongtruc')).call('GET /api/consolidated-reports', { query: {} }))
      .items;
    if (!draft) throw new Error('it was drafted');
    await issue(draft.documentId);
    await kheo.connection.db
      .updateTable('practice')
      .set({ name: 'Tên về sau' })
      .where('id', '=', practiceId)
      .execute();
    const { id: templateId } = await (
      await kheo.as('thuongtruc')
    ).call('POST /api/paper-template-files', {
      query: { ownerUnitId: town.town, formId, name: 'Mẫu' },
      file: { name: 'mau.docx', content: await wordFileOf(['{#mo_hinh}', '{ten}', '{/mo_hinh}']) },
    });
    const text = await templateText(draft.id, templateId);
    expect(text).toContain('Vườn ổi sạch');
    expect(text).not.toContain('Tên về sau');
  });
});

describe('after a reform', () => {
  it('a new unit drafts the report of a period before it was founded, from those it carries on', async () => {
    kheo.clock.set('2024-02-10');
    const admin = await new Actor(kheo.app).signIn('quantri', testPassword);
    const done = await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'merge',
        on: '2024-02-01',
        fromUnitIds: [town.xuan, town.chu],
        into: {
          found: {
            name: 'Đảng bộ phường Hương Trà mới',
            shortName: 'Hương Trà mới',
            kind: 'commune_committee',
            code: 'huong-tra-moi',
            parentId: town.town,
          },
        },
        documentText: 'Nghị quyết số 2',
        reason: 'Sáp nhập',
        moveGrants: false,
      },
    });
    expect(done.id).toBeTruthy();
    const [founded] = await kheo.connection.db
      .selectFrom('unit')
      .innerJoin('unit_version', 'unit_version.unit_id', 'unit.id')
      .select('unit.id')
      .where('code', '=', 'huong-tra-moi')
      .execute();
    const officerUnit = founded?.id ?? '';
    await kheo.given.account({ username: 'moi', role: 'standing_officer', unitId: officerUnit });
    const officer = await kheo.as('moi');
    const { id, documentId } = await officer.call('POST /api/consolidated-reports', {
      body: { formId, unitId: officerUnit, periodFrom: '2023-01-01' },
    });
    const seen = await officer.call('GET /api/consolidated-reports/:id', { params: { id } });
    expect(seen).toMatchObject({ treeDay: '2024-02-01', differs: false, missing: [] });
    expect(seen.figures.find((one) => one.code === 'participants')).toMatchObject({
      value: '200',
      lastYear: '200',
    });
    const { paper } = await officer.call('GET /api/documents/:id', { params: { id: documentId } });
    const { traces } = paperSchema.parse(paper);
    expect(traces['so.participants']?.link).toContain('ngay=2024-02-01');
    expect(traces['bao_cao.phai_gui']?.value).toBe(2);
    const issuing = officer.call('POST /api/documents/:id/issue', {
      params: { id: documentId },
      body: { issuedOn: '2024-02-10', sendToUnitIds: [] },
    });
    expect(await refusal(issuing)).toMatchObject({
      code: 'action_blocked',
      title: expect.stringContaining('số tổng hợp đang được tính lại'),
    });
  });
});
