import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPlaceholders, placeholdersOf } from '#domain/reports/consolidated-placeholders.ts';
import { readyForms } from '#domain/reports/ready-forms.ts';
import { sweepFiles } from '#server/platform/files/files.store.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { expectValidOpenXml, validatorMissing } from '#server/testing/validate-ooxml.ts';
import { wordFileOf } from '#server/testing/word-file.ts';
import { zipParts } from '#server/testing/zip-parts.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
let reportId: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2024-01-05' });
  town = await foundTown(kheo);
  const officer = await kheo.as('thuongtruc');
  const body = readyForm('dvk-nam', { ownerUnitId: town.town, askedFrom: '2023-01-01' });
  ({ id: formId } = await officer.call('POST /api/report-forms', { body }));
  const sent = await writeReport(kheo, 'xuan', {
    formId,
    unitId: town.xuan,
    periodFrom: '2023-01-01',
    stated: { campaign_days: '3', participants: '12500', dialogues: '1' },
    narrative: { leadership: 'Đã <b>quán triệt</b> & {so_ky_hieu} ký.', results: 'Tốt.' },
  });
  await sendReport(kheo, 'xuan', sent);
  ({ id: reportId } = await officer.call('POST /api/consolidated-reports', {
    body: { formId, unitId: town.town, periodFrom: '2023-01-01' },
  }));
});
afterAll(() => kheo.stop());

async function upload(content: Uint8Array, more: { name?: string; familyId?: string } = {}) {
  return (await kheo.as('thuongtruc')).call('POST /api/paper-template-files', {
    query: {
      ownerUnitId: town.town,
      formId,
      name: 'Mẫu của thị xã',
      ...(more.familyId === undefined ? {} : { familyId: more.familyId }),
    },
    file: { name: more.name ?? 'mau.docx', content },
  });
}

async function faultsOf(paragraphs: readonly string[]): Promise<string[]> {
  const problem = await refusal(upload(await wordFileOf(paragraphs)));
  return (problem.fields ?? []).map((one) => one.message);
}

async function filled(templateId: string): Promise<Buffer> {
  const officer = await kheo.as('thuongtruc');
  const answer = await officer.try('GET /api/consolidated-reports/:id/paper.docx', {
    params: { id: reportId },
    query: { templateId },
  });
  expect(answer.status).toBe(200);
  return answer.raw;
}

async function textOf(file: Buffer): Promise<string> {
  const xml = (await zipParts(file)).get('word/document.xml') ?? '';
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const starter = async () =>
  (await kheo.as('thuongtruc')).try('GET /api/paper-templates/starter.docx', { query: { formId } });

describe('a Word template of an office', () => {
  it.skipIf(validatorMissing)('begins as a starter that is sound and knows every place-holder', async () => {
    const { raw } = await starter();
    await expectValidOpenXml(raw);
    const { placeholders } = await upload(raw);
    expect(placeholders.filter((one) => !one.known)).toEqual([]);
    expect(placeholders.map((one) => one.name)).toEqual(
      expect.arrayContaining(['so_ky_hieu', 'muc_leadership', 'chi_tieu', 'don_vi', 'so_registered']),
    );
  });

  it.skipIf(validatorMissing)('is filled with the paper, and the file is sound', async () => {
    const { id } = await upload((await starter()).raw);
    const file = await filled(id);
    await expectValidOpenXml(file);
    const text = await textOf(file);
    expect(text).toContain('THỊ ỦY HƯƠNG TRÀ');
    expect(text).toContain('12.500');
    expect(text).toContain('I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO');
    expect(text).toContain('Đảng bộ phường Hương Chữ');
    expect(text).not.toMatch(/\{[#/]/u);
  });

  it('never reads what units wrote as place-holders or as XML', async () => {
    const { id } = await upload(await wordFileOf(['{#muc_leadership}', '{doan}', '{/muc_leadership}']));
    expect(await textOf(await filled(id))).toContain('Đã <b>quán triệt</b> & {so_ky_hieu} ký.');
  });

  it('keeps a wrong name in sight and says where it stands and what may be meant', async () => {
    const { id, placeholders } = await upload(
      await wordFileOf(['Xin chào', 'Số: {so_ky_hieuu}', '{trich_yeu}']),
    );
    expect(placeholders).toEqual([
      {
        name: 'so_ky_hieuu',
        known: false,
        message: 'Đoạn 2 (“Số: {so_ky_hieuu}”): không có chỗ điền {so_ky_hieuu}; có phải {so_ky_hieu}?',
      },
      { name: 'trich_yeu', known: true, message: null },
    ]);
    expect(await textOf(await filled(id))).toContain('Số: {so_ky_hieuu}');
  });

  it('is refused with every fault where it could not be filled', async () => {
    expect(await faultsOf(['{#chi_tieu}', '{ten}'])).toEqual([
      'Đoạn 1 (“{#chi_tieu}”): {#chi_tieu} mở ra mà không có {/chi_tieu} đóng lại',
    ]);
    expect(await faultsOf(['{/chi_tieu}', 'Số {so_ky_hieu'])).toEqual([
      'Đoạn 1 (“{/chi_tieu}”): {/chi_tieu} đóng mà trước đó không có {#chi_tieu}',
      'Đoạn 2 (“Số {so_ky_hieu”): dấu { đứng một mình; chỗ điền viết là {ten}, mở và đóng trong cùng một đoạn',
    ]);
    expect((await faultsOf(['{#chi_tieu}', '{#don_vi}', '{/chi_tieu}', '{/don_vi}'])).length).toBeGreaterThan(
      0,
    );
  });

  it('holds no code, no raw XML, and nothing that repeats without end', async () => {
    expect(await faultsOf(['{@trich_yeu}'])).toHaveLength(1);
    expect(await faultsOf(['{=[[ ]]=}'])).toHaveLength(1);
    expect(
      (await faultsOf(['{#don_vi}{#don_vi}{#don_vi}x{/don_vi}{/don_vi}{/don_vi}'])).length,
    ).toBeGreaterThan(0);
    expect(await faultsOf(['{#don_vi}{#chi_tieu}x{/chi_tieu}{/don_vi}'])).toEqual([
      expect.stringContaining('không đặt được trong một phần lặp khác'),
    ]);
  });

  it('is a sound Word file, of whoever manages the forms of the office', async () => {
    const text = new TextEncoder().encode('không phải Word');
    expect((await refusal(upload(text, { name: 'mau.txt' }))).fields?.[0]?.path).toBe('file');
    expect((await refusal(upload(text))).code).toBe('file_content_mismatch');
    const ward = await kheo.as('xuan');
    const call = ward.call('POST /api/paper-template-files', {
      query: { ownerUnitId: town.town, name: 'Mẫu' },
      file: { name: 'mau.docx', content: await wordFileOf(['{trich_yeu}']) },
    });
    expect((await refusal(call)).code).toBe('forbidden');
  });

  it('has versions, one after the other when two are added at the same time, until it is retired', async () => {
    const { id: familyId } = await upload(await wordFileOf(['{trich_yeu}']));
    const again = async (words: string) => upload(await wordFileOf([words, '{trich_yeu}']), { familyId });
    await Promise.all([again('Bản hai'), again('Bản ba')]);
    const officer = await kheo.as('thuongtruc');
    const family = async () =>
      (await officer.call('GET /api/paper-templates', { query: { formId } })).items.filter(
        (one) => one.familyId === familyId,
      );
    expect((await family()).map((one) => one.revision)).toEqual([3, 2, 1]);
    await officer.call('POST /api/paper-templates/:id/retirement', { params: { id: familyId } });
    expect((await family()).every((one) => one.retired)).toBe(true);
    const twice = officer.call('POST /api/paper-templates/:id/retirement', { params: { id: familyId } });
    expect((await refusal(twice)).code).toBe('state_changed');
  });

  it('reaches the units below, who may open its file', async () => {
    const ward = await kheo.as('xuan');
    const { items } = await ward.call('GET /api/paper-templates', { query: { formId } });
    expect(items[0]?.canManage).toBe(false);
    const file = await ward.try('GET /api/files/:id', {
      params: { id: items[0]?.file.id ?? '' },
      query: {},
    });
    expect(file.status).toBe(200);
  });

  it('keeps its file when uploads that nobody uses are swept', async () => {
    const { id } = await upload(await wordFileOf(['{trich_yeu}']));
    const { db } = kheo.connection;
    await sweepFiles(db, kheo.app.files, '2024-02-01T00:00:00Z');
    expect(await textOf(await filled(id))).toContain('năm 2023');
  });
});

describe('place-holders of every ready form', () => {
  it.each(readyForms.map((form) => form.code))('%s: each name is unique', (code) => {
    const content = readyForms.find((form) => form.code === code)?.content ?? null;
    const names = placeholdersOf(content).map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells a misspelt name with accents and spaces from an unknown one', () => {
    const of = (text: string) =>
      checkPlaceholders(
        [{ where: 'Đoạn 1', text, hasFootnote: false, part: 'word/document.xml' }],
        placeholdersOf(null),
      ).placeholders[0]?.message;
    expect(of('{Số ký hiệu}')).toContain('có phải {so_ky_hieu}?');
    expect(of('{thoi_tiet_hom_nay}')).not.toContain('có phải');
    expect(of('{SO_KY_HIEU}')).toBeNull();
  });
});
