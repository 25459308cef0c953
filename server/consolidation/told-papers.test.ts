import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BodyOf } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import { paperSchema, type Block, type Paper } from '#domain/documents/paper.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { libreOfficeMissing, pdfPageCount, pdfText, toPdf } from '#server/testing/libreoffice.ts';
import { readyForm, sendReport, writeReport } from '#server/testing/reports.ts';
import {
  reviewFacts,
  reviewOutline,
  reviewTemplate,
  reviewWords,
  wardProfile,
} from '#server/testing/told-papers/resolution-review.ts';
import {
  reportedBecause,
  stageClosingContent,
  stageFigures,
  stageOutline,
  stageTemplate,
  stageWords,
} from '#server/testing/told-papers/stage-closing.ts';
import { openXmlFaults, validatorMissing } from '#server/testing/validate-ooxml.ts';
import { templateOf } from '#server/word/starter-template.ts';
import { afterAll, describe, expect, it } from 'vitest';

type Form = BodyOf<(typeof reportFormsApi)['POST /api/report-forms']>;

const worlds: Kheo[] = [];
afterAll(async () => {
  for (const kheo of worlds) await kheo.stop();
});

interface ToldPaper {
  readonly kheo: Kheo;
  readonly form: Form;
  /** Whose form it is, and who answers and issues. */
  readonly unitId: string;
  readonly stated: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly template: Paper;
  readonly subject: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
  readonly issuedOn: string;
}

/** The unit answers the form; its paper is drafted, finished by the officer, issued, and laid out by the template. */
async function reproduced(told: ToldPaper): Promise<Buffer> {
  const { kheo, unitId } = told;
  const above = await kheo.as('captren');
  const officer = await kheo.as('thuongtruc');
  const { id: formId } = await above.call('POST /api/report-forms', { body: told.form });
  const periodFrom = told.form.customFrom ?? '';
  const { stated, reasons, words: narrative } = told;
  const report = { formId, unitId, periodFrom, stated, reasons, narrative };
  await sendReport(kheo, 'canbo', await writeReport(kheo, 'canbo', report));
  const { id, documentId } = await officer.call('POST /api/consolidated-reports', {
    body: { formId, unitId, periodFrom },
  });
  await finish(told, documentId);
  const { id: templateId, placeholders } = await officer.call('POST /api/paper-template-files', {
    query: { ownerUnitId: unitId, formId, name: 'Bố cục của văn phòng' },
    file: { name: 'mau.docx', content: await templateOf(told.template) },
  });
  expect(placeholders.filter((one) => !one.known)).toEqual([]);
  const answer = await officer.try('GET /api/consolidated-reports/:id/paper.docx', {
    params: { id },
    query: { templateId },
  });
  return answer.raw;
}

/** The officer writes subject, signer and recipients, and strikes lines that the office's layout says itself. */
async function finish(told: ToldPaper, documentId: string): Promise<void> {
  const officer = await told.kheo.as('thuongtruc');
  const record = await officer.call('GET /api/documents/:id', { params: { id: documentId } });
  const paper = paperSchema.parse(record.paper);
  await officer.call('PUT /api/documents/:id', {
    params: { id: documentId },
    body: {
      version: record.version,
      subject: told.subject,
      signerPost: 'Phó Bí thư',
      signerName: told.signerName,
      paper: { ...paper, blocks: paper.blocks.filter(isProse), recipients: [...told.recipients] },
    },
  });
  await officer.call('POST /api/documents/:id/issue', {
    params: { id: documentId },
    body: { issuedOn: told.issuedOn, sendToUnitIds: [] },
  });
}

function isProse(block: Block): boolean {
  const runs = block.kind === 'list' ? block.items.flat() : block.kind === 'paragraph' ? block.runs : [];
  const leadsIn = block.kind === 'paragraph' && block.keepWithNext === true;
  return !leadsIn && !runs.some((run) => run.kind === 'figure');
}

/** The pages as LibreOffice prints them: words with single spaces, so that line ends do not matter. */
async function printed(file: Buffer): Promise<{ text: string; last: string; pages: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-told-'));
  try {
    const path = join(folder, 'paper.docx');
    await writeFile(path, file);
    const [pdf = ''] = await toPdf([path], folder);
    const whole = (await pdfText(pdf)).trimEnd();
    const last = whole.split('\f').at(-1) ?? '';
    return { text: whole.replaceAll(/\s+/gu, ' '), last, pages: await pdfPageCount(pdf) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each heading where it stands after the one before; -1 for one that is missing or out of order. */
function placesInOrder(text: string, headings: readonly string[]): number[] {
  let from = 0;
  return headings.map((heading) => {
    const at = text.indexOf(heading, from);
    if (at >= 0) from = at + heading.length;
    return at;
  });
}

async function townOf2020(): Promise<ToldPaper> {
  const kheo = await startKheo({ today: '2020-10-02' });
  worlds.push(kheo);
  const province = await kheo.given.unit({ name: 'Tỉnh ủy Thừa Thiên Huế', kind: 'province_committee' });
  const town = await kheo.given.unit({
    name: 'Thị ủy Hương Trà',
    kind: 'district_committee',
    parentId: province,
  });
  await accounts(kheo, { above: province, unitId: town });
  const content = stageClosingContent();
  const counted = content.indicators.filter((one) => one.source.kind === 'register').map((one) => one.code);
  return {
    kheo,
    unitId: town,
    form: {
      ...readyForm('dvk-giai-doan', { ownerUnitId: province, askedFrom: '2017-01-01' }),
      unitKinds: ['district_committee'],
      customFrom: '2017-01-01',
      customTo: '2020-12-31',
      content,
    },
    stated: stageFigures,
    reasons: Object.fromEntries(counted.map((code) => [code, reportedBecause])),
    words: stageWords,
    template: stageTemplate(),
    subject: 'tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2017-2020',
    signerName: '',
    recipients: ['Ban Dân vận Tỉnh ủy (báo cáo)', 'Các TCCS đảng trực thuộc', 'Lưu VP Thị ủy'],
    issuedOn: '2020-10-02',
  };
}

async function wardOf2018(): Promise<ToldPaper> {
  const kheo = await startKheo({ today: '2018-04-18' });
  worlds.push(kheo);
  const city = await kheo.given.unit({ name: 'Thành ủy Hà Tĩnh', kind: 'district_committee' });
  const ward = await kheo.given.unit({
    name: 'Đảng ủy phường Trần Phú',
    kind: 'commune_committee',
    parentId: city,
  });
  await accounts(kheo, { above: city, unitId: ward });
  for (const [year, facts] of Object.entries(wardProfile))
    await (
      await kheo.as('canbo')
    ).call('PUT /api/units/:id/profile/:year', {
      params: { id: ward, year },
      body: { version: 0, source: 'Báo cáo của phường', facts },
    });
  const ready = readyForm('so-ket-nghi-quyet', { ownerUnitId: city, askedFrom: '2013-06-03' });
  const indicators = ready.content.indicators.filter((one) => reviewFacts.includes(one.code));
  return {
    kheo,
    unitId: ward,
    form: {
      ...ready,
      customFrom: '2013-06-03',
      customTo: '2018-04-18',
      content: { ...ready.content, indicators },
    },
    stated: {},
    reasons: {},
    words: reviewWords,
    template: reviewTemplate(),
    subject: 'sơ kết 5 năm thực hiện Nghị quyết số 25-NQ/TW về công tác dân vận',
    signerName: 'Lê Văn Thắng',
    recipients: ['Ban Dân vận Thành ủy (b/c)', 'Chi bộ trực thuộc', 'Lưu VP'],
    issuedOn: '2018-04-18',
  };
}

async function accounts(kheo: Kheo, at: { above: string; unitId: string }): Promise<void> {
  await kheo.given.account({ username: 'captren', role: 'standing_officer', unitId: at.above });
  await kheo.given.account({ username: 'thuongtruc', role: 'standing_officer', unitId: at.unitId });
  await kheo.given.account({ username: 'canbo', role: 'unit_officer', unitId: at.unitId });
  await kheo.given.term(at.unitId);
}

const skipped = validatorMissing || libreOfficeMissing;

describe.skipIf(skipped)('papers of earlier years, told again from data in the office’s own layout', () => {
  it('a town’s closing report 2017–2020 (S0): the same sections and figures', async () => {
    const file = await reproduced(await townOf2020());
    expect(await openXmlFaults(file)).toEqual([]);
    const { text, pages } = await printed(file);
    expect(placesInOrder(text, stageOutline)).not.toContain(-1);
    expect(text).toContain('24/39 tổ chức cơ sở đảng đăng ký với 386 mô hình');
    expect(text).toContain(
      'kinh tế: 53 mô hình; văn hóa - xã hội: 242 mô hình; quốc phòng - an ninh: 77 mô hình; xây dựng hệ thống chính trị: 14 mô hình',
    );
    expect(text).toContain('02 lớp bồi dưỡng cho 185 tổ trưởng, tổ phó tổ dân vận');
    expect(text).toContain('52 nhà đại đoàn kết, tổng kinh phí 915 triệu đồng');
    expect(text).toMatch(/ĐẢNG BỘ TỈNH THỪA.*Số 01-BC\/ThU Hương Trà, ngày 02 tháng 10 năm 2020/u);
    expect(text).toContain('Lưu VP Thị ủy.');
    expect(text).not.toMatch(/[{}]/u);
    // The subject is as wide as the page, not as the place-holder was.
    expect(text).toMatch(/BÁO CÁO tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2017-2020 -----/u);
    expect(pages).toBeGreaterThanOrEqual(2);
  }, 180_000);

  it('a ward’s review of five years (S3): the same two parts, the place told from its profile', async () => {
    const file = await reproduced(await wardOf2018());
    expect(await openXmlFaults(file)).toEqual([]);
    const { text, last } = await printed(file);
    expect(
      placesInOrder(
        text,
        reviewOutline.map(([, number, title]) => `${number} ${title}`),
      ),
    ).not.toContain(-1);
    expect(text).toContain(
      'diện tích tự nhiên 106,18 ha, đất sản xuất nông nghiệp 8,2 ha; 1.800 hộ dân, 7.638 nhân khẩu',
    );
    expect(text).toContain(
      '12 chi bộ trực thuộc, 522 đảng viên; tỷ lệ hộ nghèo còn 2,26%, gia đình văn hóa 92,4%',
    );
    expect(text).toMatch(/Số 01-BC\/ĐU .*ngày 18 tháng 4 năm 2018/u);
    // No page has the signature alone.
    expect(last).toContain('Lê Văn Thắng');
    expect(last).toContain('phụ cấp trách nhiệm');
    expect(text).not.toMatch(/[{}]/u);
  }, 180_000);
});
