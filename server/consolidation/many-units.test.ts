import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf, paperSchema, untracedFigures, type Paper } from '#domain/documents/paper.ts';
import { paperToPlainText } from '#domain/documents/paper-text.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
let consolidationId: string;
let paper: Paper;

const wards = Array.from({ length: 8 }, (_, at) => `Đảng ủy xã Hương ${at + 1}`);
const same = 'Đã quán triệt kế hoạch năm.';
const saidBy = (at: number): string => (at === 5 ? 'Mở thêm hai lớp tập huấn.' : same);

beforeAll(async () => {
  kheo = await startKheo({ today: '2024-01-05' });
  town = await foundTown(kheo);
  await kheo.given.term(town.town);
  formId = await takeForm(kheo, readyForm('dvk-nam', { ownerUnitId: town.town, askedFrom: '2022-01-01' }));
  for (const [at, name] of wards.entries()) {
    const unitId = await kheo.given.unit({ name, kind: 'commune_committee', parentId: town.town });
    const username = `xa${at}`;
    await kheo.given.account({ username, role: 'unit_officer', unitId });
    const narrative = { leadership: saidBy(at), results: 'Nhân dân đồng tình.', limits: 'Không.' };
    const written = { formId, unitId, periodFrom: '2023-01-01', narrative };
    await sendReport(kheo, username, await writeReport(kheo, username, written));
  }
  const officer = await kheo.as('thuongtruc');
  const drafted = await officer.call('POST /api/consolidated-reports', {
    body: { formId, unitId: town.town, periodFrom: '2023-01-01' },
  });
  consolidationId = drafted.id;
  const document = await officer.call('GET /api/documents/:id', { params: { id: drafted.documentId } });
  paper = paperSchema.parse(document.paper);
});
afterAll(() => kheo.stop());

const page = async () =>
  (await kheo.as('thuongtruc')).call('GET /api/consolidated-reports/:id', {
    params: { id: consolidationId },
  });

describe('words that many units wrote alike', () => {
  it('stand in the paper once, with how many of how many wrote them, not under all their names', () => {
    const text = paperToPlainText(paper);
    expect(text).toContain(`07/08 đơn vị: ${same}`);
    expect(text).toContain('Đảng ủy xã Hương 6: Mở thêm hai lớp tập huấn.');
    expect(text).toContain('08/08 đơn vị: Nhân dân đồng tình.');
    expect(text.split('\n').find((line) => line.includes(same))).not.toContain('Hương 1');
  });

  it('are counted by a figure that opens to exactly their reports', async () => {
    expect(untracedFigures(paper)).toEqual([]);
    const run = figuresOf(paper).find((one) => one.traceId === 'cung_viet.leadership.0');
    const parts = (await page()).sections.find((one) => one.code === 'leadership')?.parts ?? [];
    const wrote = parts.filter((one) => one.words === same).map((one) => one.reportId);
    expect(paper.traces[run?.traceId ?? '']?.ids?.toSorted()).toEqual(wrote.toSorted());
    expect(wrote).toHaveLength(7);
  });

  it('are said on the page with the number of reports that are in it', async () => {
    expect((await page()).reportCount).toBe(8);
  });
});

describe('long lists', () => {
  it('of consolidated reports come page by page, a period apart from the others', async () => {
    const officer = await kheo.as('thuongtruc');
    await officer.call('POST /api/consolidated-reports', {
      body: { formId, unitId: town.town, periodFrom: '2023-01-01', replaceDraft: true, draftVersion: 1 },
    });
    const list = (query: Record<string, string | number>) =>
      officer.call('GET /api/consolidated-reports', { query: { formId, ...query } });
    expect(await list({ size: 1 })).toMatchObject({ total: 1, items: [{ edition: 1 }] });
    expect((await list({ size: 1, page: 2 })).items).toEqual([]);
    expect((await list({ periodFrom: '2023-01-01' })).total).toBe(1);
    expect((await list({ otherThan: '2023-01-01' })).total).toBe(0);
  });

  it('of practices to choose examples from say how many more there are', async () => {
    expect((await page()).candidatesLeft).toBe(0);
    const campaignId = await openCampaign2023(kheo, town);
    await placePractice(kheo, { campaignId, state: 'recognised', unitId: town.xuan, name: 'Vườn ổi sạch' });
    await kheo.connection.pool.query(`
      insert into practice select copy.* from practice, generate_series(1, 204) as at,
        jsonb_populate_record(null::practice, to_jsonb(practice) || jsonb_build_object('id', case when at > 0 then gen_random_uuid() end)) as copy`);
    const seen = await page();
    expect([seen.candidates.length, seen.candidatesLeft]).toEqual([200, 5]);
  });
});
