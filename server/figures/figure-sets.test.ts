import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallArguments } from '#server/platform/http/actor.ts';
import { startRecognitionScene, type RecognitionScene } from '#server/testing/recognition-scene.ts';

type SetInput = CallArguments<'POST /api/figure-sets'>['body'];
type Figure = SetInput['figures'][number];

let scene: RecognitionScene;
let stageId: string;
beforeAll(async () => {
  scene = await startRecognitionScene();
  stageId = crypto.randomUUID();
  await scene.kheo.app.db
    .insertInto('stage')
    .values({
      id: stageId,
      owner_unit_id: scene.town,
      name: 'Giai đoạn 2017-2020',
      from_year: 2017,
      to_year: 2020,
      on_paper: true,
    })
    .execute();
});
afterAll(() => scene.kheo.stop());

const figure = (key: string, value: number, more: Partial<Figure> = {}): Figure => ({
  key,
  kind: 'registered',
  label: key,
  definition: 'Số mô hình đăng ký trong giai đoạn',
  value,
  unit: 'mô hình',
  approx: 'exact',
  baseField: null,
  partOf: null,
  outOf: null,
  asWritten: '',
  ...more,
});
const setOf = (figures: Figure[], more: Partial<SetInput> = {}): SetInput => ({
  ownerUnitId: scene.town,
  stageId: null,
  title: 'Số liệu báo cáo tổng kết',
  scope: 'toàn thị xã',
  periodFrom: '2017-01-01',
  periodTo: '2020-10-02',
  sourceDocumentId: null,
  sourceText: 'Báo cáo tổng kết của Ban Thường vụ Thị ủy, ngày 02/10/2020',
  statedOn: '2020-10-02',
  note: '',
  figures,
  ...more,
});
/** S0, section 2. */
const s0 = (total = 386): Figure[] => [
  figure('tccs', 24, {
    kind: 'units_registered',
    unit: 'TCCS đảng',
    label: 'TCCS đảng có đăng ký',
    outOf: 'tccs_all',
  }),
  figure('tccs_all', 39, { kind: 'units_expected', unit: 'TCCS đảng', label: 'TCCS đảng toàn thị xã' }),
  figure('all', total, { label: 'Mô hình đăng ký', asWritten: '386 mô hình trên các lĩnh vực' }),
  figure('kt', 53, { partOf: 'all', baseField: 'economy' }),
  figure('vhxh', 242, { partOf: 'all', baseField: 'culture_society' }),
  figure('qpan', 77, { partOf: 'all', baseField: 'defence_security' }),
  figure('htct', 14, { partOf: 'all', baseField: 'political_system' }),
];
const enter = async (set: SetInput, who = 'thuongtruc') =>
  (await scene.kheo.as(who)).try('POST /api/figure-sets', { body: set });
const idOf = async (set: SetInput): Promise<string> => (await enter(set)).body.id;
const read = async (id: string, who = 'thuongtruc') =>
  (await scene.kheo.as(who)).call('GET /api/figure-sets/:id', { params: { id } });
const correct = async (id: string, version: number, set: SetInput, who = 'thuongtruc') =>
  (await scene.kheo.as(who)).try('PUT /api/figure-sets/:id', {
    params: { id },
    body: { version, reason: 'Nhập nhầm', set },
  });
const problemOf = (answer: { body: unknown }) =>
  answer.body as { code: string; fields: { path: string; message: string }[] };

describe('reported figures', () => {
  it('of S0 are entered with source and definition, and add up', async () => {
    const id = await idOf(setOf(s0(), { stageId }));
    const set = await read(id);
    expect(set.stage?.name).toBe('Giai đoạn 2017-2020');
    expect(set.figures).toHaveLength(7);
    const all = set.figures.find((one) => one.label === 'Mô hình đăng ký');
    expect(set.figures.filter((one) => one.partOfId === all?.id).map((one) => one.value)).toEqual([
      53, 242, 77, 14,
    ]);
    expect(set.checks.map((check) => [check.ok, check.message])).toEqual([
      [true, '53 + 242 + 77 + 14 = 386'],
      [true, '24/39 (61,5%)'],
    ]);
    expect(set.actions.map((action) => action.action)).toEqual(['correct', 'add_practices']);
  });

  it('with a wrong total are kept as stated and pointed at', async () => {
    const id = await idOf(setOf(s0(368)));
    const [check] = (await read(id)).checks.filter((one) => !one.ok);
    expect(check?.message).toBe('“Mô hình đăng ký”: 53 + 242 + 77 + 14 = 386, khác 368 (lệch 18)');
    const listed = (await (await scene.kheo.as('thuongtruc')).call('GET /api/figure-sets', { query: {} }))
      .items;
    expect(listed.find((one) => one.id === id)).toMatchObject({
      failedChecks: 1,
      figureCount: 7,
      headline: '368 mô hình; 24/39 (61,5%) TCCS đảng',
    });
  });

  it('of S1 and S4 need no full list of parts', async () => {
    const s1 = await idOf(
      setOf([
        figure('dv', 27, { kind: 'units_registered', unit: 'địa phương, cơ quan, đơn vị' }),
        figure('nhan_rong', 253, { label: 'Mô hình nhân rộng' }),
        figure('xay_moi', 157, { label: 'Trong đó xây mới', partOf: 'nhan_rong' }),
      ]),
    );
    expect((await read(s1)).checks).toEqual([]);
    const s4 = await idOf(setOf([figure('all', 1045, { unit: 'mô hình, điển hình' })]));
    expect((await read(s4)).figures[0]?.value).toBe(1045);
  });

  it('are corrected under a reason, and the history keeps what was said before', async () => {
    const id = await idOf(setOf(s0(368)));
    expect((await correct(id, 1, setOf(s0(386)))).status).toBe(200);
    expect(problemOf(await correct(id, 1, setOf(s0(400)))).code).toBe('version_conflict');
    const set = await read(id);
    expect(set.checks.every((check) => check.ok)).toBe(true);
    const [last] = set.history;
    expect(last).toMatchObject({ label: 'Đính chính số liệu', reason: 'Nhập nhầm' });
    const before = last?.details['before'] as { figures: { label: string; value: number }[] };
    expect(before.figures.find((one) => one.label === 'Mô hình đăng ký')?.value).toBe(368);
  });

  it('are corrected by one of two at once; the other is told', async () => {
    const id = await idOf(setOf(s0(368)));
    const answers = await Promise.all([
      correct(id, 1, setOf(s0(386))),
      correct(id, 1, setOf(s0(385)), 'thuongtruc2'),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  it('refuse what points in a circle, at nothing, or at a stage of others', async () => {
    const circle = await enter(
      setOf([figure('a', 1, { partOf: 'b' }), figure('b', 1, { partOf: 'a' })], {
        stageId: crypto.randomUUID(),
      }),
    );
    expect(problemOf(circle).fields.map((field) => field.path)).toEqual([
      'stageId',
      'figures.0.partOf',
      'figures.1.partOf',
    ]);
    expect((await enter(setOf([figure('a', 1, { partOf: 'khong_co' })]))).status).toBe(422);
    expect((await enter(setOf([figure('a', 1), figure('a', 2)]))).status).toBe(422);
    expect((await enter(setOf(s0(), { periodTo: '2016-01-01' }))).status).toBe(422);
  });

  it('are entered by the agency only, read by everybody beneath, hidden from others', async () => {
    const id = await idOf(setOf(s0()));
    expect((await enter(setOf(s0()), 'ngoai')).status).toBe(404);
    expect((await enter(setOf(s0()), 'xuan')).status).toBe(403);
    expect((await read(id, 'xuan')).actions).toEqual([]);
    expect((await read(id, 'tinh')).figures).toHaveLength(7);
    const outside = await scene.kheo.as('ngoai');
    expect((await outside.try('GET /api/figure-sets/:id', { params: { id } })).status).toBe(404);
    expect((await outside.call('GET /api/figure-sets', { query: {} })).items).toEqual([]);
  });
});

describe('practices that a paper names', () => {
  const named = (name: string, unitId: string) => ({
    name,
    nature: 'model' as const,
    subject: 'collective' as const,
    baseField: 'economy' as const,
    unitId,
    placeText: 'sông Bồ',
    ownerName: '',
    passage: `“${name}” (Hương Xuân)`,
  });
  const add = async (id: string, practices: ReturnType<typeof named>[], who = 'thuongtruc') =>
    (await scene.kheo.as(who)).try('POST /api/figure-sets/:id/practices', {
      params: { id },
      body: { practices },
    });

  it('stand beside the figures as documented, with their passage, and are never added to the register', async () => {
    const id = await idOf(setOf(s0(), { stageId }));
    const before = (await read(id)).register;
    const answer = await add(id, [
      named('Nuôi cá lồng trên sông Bồ', scene.wards.xuan),
      named('Phát triển kinh tế vườn', scene.wards.van),
    ]);
    expect(answer.body.ids).toHaveLength(2);
    const set = await read(id);
    expect(set.practices.map((one) => [one.name, one.state, one.stageName, one.campaignId])).toEqual([
      ['Nuôi cá lồng trên sông Bồ', 'documented', 'Giai đoạn 2017-2020', null],
      ['Phát triển kinh tế vườn', 'documented', 'Giai đoạn 2017-2020', null],
    ]);
    expect(set.register).toEqual(before);
    expect((await read(id, 'xuan')).practices).toHaveLength(1);
    const row = await scene.kheo.app.db
      .selectFrom('practice')
      .select('source_passage')
      .where('id', '=', answer.body.ids[0] ?? '')
      .executeTakeFirstOrThrow();
    expect(row.source_passage).toBe('“Nuôi cá lồng trên sông Bồ” (Hương Xuân)');
  });

  it('are refused together when one is twice there or belongs to others', async () => {
    const id = await idOf(setOf(s0()));
    const refused = await add(id, [
      named('Trồng nấm', scene.wards.xuan),
      named('TRỒNG NẤM', scene.wards.xuan),
      named('Ở nơi khác', scene.otherTown),
    ]);
    expect(problemOf(refused).fields.map((field) => field.path)).toEqual([
      'practices.1.name',
      'practices.2.unitId',
    ]);
    expect((await read(id)).practices).toEqual([]);
    expect((await add(id, [named('Trồng nấm', scene.wards.xuan)], 'xuan')).status).toBe(403);
  });

  it('leave the register’s own count apart', async () => {
    await scene.practice({ name: 'Năm nay', unitId: scene.wards.xuan, state: 'recognised' });
    await scene.practice({ name: 'Đang soạn', unitId: scene.wards.xuan, state: 'draft' });
    const id = await idOf(setOf(s0(), { periodFrom: '2026-01-01', periodTo: '2026-12-31' }));
    expect((await read(id)).register).toEqual({ registered: 1, recognised: 1, campaigns: 1 });
    expect((await read(id, 'van')).register).toEqual({ registered: 0, recognised: 0, campaigns: 0 });
  });
});
