import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { draft, implementing, scores, startTown, uploaded, type Town } from './town.testing.ts';

let town: Town;
let id: string;
beforeAll(async () => {
  town = await startTown();
  id = await implementing(town);
});
afterAll(() => town.kheo.stop());

const problem = (answer: { body: unknown }): ProblemBody => answer.body as ProblemBody;
const record = () => town.agency.call('GET /api/practices/:id', { params: { id } });
const progress = (
  files: { fileId: string; caption: string }[],
  actor = town.officer,
  onDate = '2026-03-02',
) =>
  actor.try('POST /api/practices/:id/progress', {
    params: { id },
    body: { onDate, text: 'Họp dân tháng 3', participants: 41, files },
  });

describe('progress and evidence', () => {
  it('is recorded by the unit with files of its own, each used once', async () => {
    const fileId = await uploaded(town.officer, 'biên bản 1');
    expect((await progress([{ fileId, caption: 'Biên bản' }])).status).toBe(200);
    const again = await progress([{ fileId, caption: '' }]);
    expect(problem(again).fields[0]?.path).toBe('files.0');
    const foreign = await uploaded(town.neighbour, 'của người khác');
    expect((await progress([{ fileId: foreign, caption: '' }])).status).toBe(422);
    expect((await progress([], town.neighbour)).status).toBe(404);
    expect((await progress([], town.agency)).status).toBe(403);
    expect((await progress([], town.officer, '2026-03-09')).status).toBe(422);
    const { progress: entries, evidenceCount } = await record();
    expect(entries).toHaveLength(1);
    expect(entries[0]?.evidence[0]).toMatchObject({ caption: 'Biên bản', addedBy: 'huongxuan' });
    expect(evidenceCount).toBe(1);
  });

  it('is taken back with a reason and stays in the history', async () => {
    const evidenceId = (await record()).evidence[0]?.id ?? '';
    const takeBack = () =>
      town.officer.try('POST /api/practices/:id/evidence/:evidenceId/withdrawal', {
        params: { id, evidenceId },
        body: { reason: 'Nhầm mô hình' },
      });
    expect((await takeBack()).status).toBe(200);
    expect((await takeBack()).status).toBe(409);
    const after = await record();
    expect(after.evidence).toEqual([]);
    expect(after.history[0]).toMatchObject({ label: 'Thu hồi minh chứng', reason: 'Nhầm mô hình' });
  });

  it('waits until the practice has started', async () => {
    const early = await draft(town);
    const refused = await town.officer.try('POST /api/practices/:id/progress', {
      params: { id: early },
      body: { onDate: '2026-03-02', text: 'Sớm', participants: null, files: [] },
    });
    expect(problem(refused).code).toBe('action_blocked');
  });
});

describe('contributions', () => {
  const add = (change: Record<string, unknown>) =>
    town.officer.try('POST /api/practices/:id/contributions', {
      params: { id },
      body: {
        kind: 'money',
        source: 'people',
        amount: 6_500_000,
        unit: 'đồng',
        worth: null,
        onDate: '2026-03-02',
        note: '',
        ...change,
      } as never,
    });

  it('keep the unit of their kind, and money is worth itself', async () => {
    expect((await add({})).status).toBe(200);
    expect((await add({ kind: 'land', amount: 120.5, unit: 'M2', worth: 90_000_000 })).status).toBe(200);
    expect((await add({ kind: 'in_kind', amount: 12, unit: 'bao xi măng' })).status).toBe(200);
    expect(problem(await add({ unit: 'ngày công' })).fields[0]?.message).toContain('“đồng”');
    expect(problem(await add({ amount: 0.5 })).fields[0]?.path).toBe('amount');
    expect(problem(await add({ kind: 'in_kind', amount: 0.0001, unit: 'tấn' })).fields[0]?.path).toBe(
      'amount',
    );
    expect(problem(await add({ worth: 5 })).fields[0]?.path).toBe('worth');
    const kept = (await record()).contributions;
    expect(kept.map((one) => [one.kind, one.amount, one.unit, one.worth]).toReversed()).toEqual([
      ['money', 6_500_000, 'đồng', 6_500_000],
      ['land', 120.5, 'm²', 90_000_000],
      ['in_kind', 12, 'bao xi măng', null],
    ]);
  });

  it('are cancelled once, with a reason that stays visible', async () => {
    const contribution = (await record()).contributions[0]?.id ?? '';
    const cancel = () =>
      town.officer.try('POST /api/contributions/:id/cancellation', {
        params: { id: contribution },
        body: { reason: 'Ghi nhầm số lượng' },
      });
    expect((await cancel()).status).toBe(200);
    expect(problem(await cancel()).code).toBe('state_changed');
    expect((await record()).contributions[0]?.cancelledReason).toBe('Ghi nhầm số lượng');
  });
});

describe('self-checks', () => {
  const answer = (code: string, status: 'on_track' | 'stopped') =>
    town.officer.try('PUT /api/practices/:id/self-checks/:code', {
      params: { id, code },
      body: { status, result: 'Kết quả', difficulty: '', need: '', fileIds: [] },
    });

  it('are those of the plan, may be answered anew, and do not stop a practice by themselves', async () => {
    expect((await answer('thang_13', 'on_track')).status).toBe(404);
    expect((await answer('quy_2', 'stopped')).status).toBe(200);
    expect((await answer('quy_2', 'on_track')).status).toBe(200);
    const { selfChecks, state, history } = await record();
    expect(state).toBe('implementing');
    expect(selfChecks[0]).toMatchObject({ expected: true, late: false, answer: { status: 'on_track' } });
    // The practice ends on 30 November: the check of December is not its to answer.
    expect(selfChecks[1]).toMatchObject({ code: 'quy_4', expected: false, answer: null });
    expect(history[0]?.details).toMatchObject({ before: { status: 'stopped' } });
  });
});

describe('scores', () => {
  const score = (
    actor: Town['agency'],
    column: 'self' | 'team' | 'final',
    lines = scores(30, 50),
    version: number | null = null,
  ) =>
    actor.try(`PUT /api/practices/:id/scores/${column}`, {
      params: { id },
      body: { version, lines, note: '', scoredOn: '2026-03-02' },
    });

  it('stand in three columns, each written by its own people', async () => {
    expect((await score(town.officer, 'self')).status).toBe(200);
    expect((await score(town.officer, 'team')).status).toBe(403);
    expect((await score(town.inspector, 'team', scores(20.25, 39.5))).status).toBe(200);
    expect((await score(town.inspector, 'final')).status).toBe(403);
    expect(problem(await score(town.agency, 'final')).title).toContain('đơn vị chưa đề nghị công nhận');
    const { scores: sheets, criteria } = await record();
    expect(criteria?.name).toBe('Bộ tiêu chí mô hình');
    expect(sheets.map((sheet) => [sheet.column, sheet.total, sheet.grade]).toSorted()).toEqual([
      ['self', 80, 'Đạt'],
      ['team', 59.75, null],
    ]);
  });

  it('name each line that does not fit and keep nothing of the sheet', async () => {
    const refused = await score(town.officer, 'self', scores(41, 61), 1);
    expect(problem(refused).code).toBe('score_out_of_range');
    expect(problem(refused).fields.map((field) => field.path)).toEqual(['lines.kho', 'lines.dan']);
    expect((await score(town.officer, 'self', [], 1)).status).toBe(422);
    const strange = [...scores(1, 1), { criterionId: 'la', points: 1, passed: null, note: '' }];
    expect(problem(await score(town.officer, 'self', strange, 1)).fields[0]?.path).toBe('lines.2');
    expect((await record()).scores.find((sheet) => sheet.column === 'self')?.total).toBe(80);
  });

  it('are saved only over the version that was read', async () => {
    expect(problem(await score(town.officer, 'self', scores(31, 50), null)).code).toBe('version_conflict');
    expect((await score(town.officer, 'self', scores(31, 50), 1)).body).toMatchObject({ version: 2 });
    expect(problem(await score(town.officer, 'self', scores(32, 50), 1)).code).toBe('version_conflict');
  });
});
