import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { foldPracticeState } from '#domain/practices/practice.workflow.ts';
import { newId } from '#server/platform/ids.ts';
import {
  assigned,
  decide,
  draft,
  implementing,
  scores,
  startTown,
  submitted,
  uploaded,
  type Town,
} from './town.testing.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.kheo.stop());

const stateOf = async (id: string): Promise<string> =>
  (await town.agency.call('GET /api/practices/:id', { params: { id } })).state;

const reason = { reason: 'Cần bổ sung số hộ tham gia' };

async function appraising(): Promise<string> {
  const id = await submitted(town);
  await decide(town.agency, 'take_up', [id]);
  return id;
}

describe('the life of a practice', () => {
  const moves: [string, () => Promise<string>, (id: string) => Promise<unknown>, PracticeState][] = [
    [
      'a draft is submitted by its unit',
      () => draft(town),
      (id) => town.officer.call('POST /api/practices/:id/submission', { params: { id } }),
      'submitted',
    ],
    [
      'a draft is withdrawn with a reason',
      () => draft(town),
      (id) => town.officer.call('POST /api/practices/:id/withdrawal', { params: { id }, body: reason }),
      'withdrawn',
    ],
    [
      'a submitted one is taken up',
      () => submitted(town),
      (id) => decide(town.agency, 'take_up', [id]),
      'appraising',
    ],
    ['an appraised one is accepted', appraising, (id) => decide(town.agency, 'accept', [id]), 'assigned'],
    [
      'an appraised one is returned',
      appraising,
      (id) => decide(town.agency, 'return', [id], reason.reason),
      'returned',
    ],
    [
      'an appraised one is declined',
      appraising,
      (id) => decide(town.agency, 'decline', [id], reason.reason),
      'declined',
    ],
    [
      'an assigned one is started',
      () => assigned(town),
      (id) => town.officer.call('POST /api/practices/:id/start', { params: { id } }),
      'implementing',
    ],
    [
      'one under way is stopped with a reason',
      () => implementing(town),
      (id) => town.officer.call('POST /api/practices/:id/stop', { params: { id }, body: reason }),
      'stopped',
    ],
  ];
  it.each(moves)('%s', async (_, begin, move, state) => {
    const id = await begin();
    await move(id);
    expect(await stateOf(id)).toBe(state);
  });

  it('is mended and submitted again after it was returned, also when the intake has closed', async () => {
    const id = await appraising();
    await decide(town.agency, 'return', [id], reason.reason);
    await town.goTo('2026-04-20');
    const before = await town.officer.call('GET /api/practices/:id', { params: { id } });
    expect(before.history[0]?.reason).toBe(reason.reason);
    await town.officer.call('POST /api/practices/:id/submission', { params: { id } });
    await town.goTo('2026-03-02');
    expect(await stateOf(id)).toBe('submitted');
  });

  it('is proposed only with progress, evidence, due self-checks and a self score, each named when missing', async () => {
    const id = await implementing(town);
    const propose = () => town.officer.try('POST /api/practices/:id/proposal', { params: { id } });
    const refusal = async () => ((await propose()).body as unknown as { title: string }).title;
    expect(await refusal()).toContain('chưa ghi tiến độ');
    await town.officer.call('POST /api/practices/:id/progress', {
      params: { id },
      body: { onDate: '2026-03-02', text: 'Họp dân', participants: 41, files: [] },
    });
    expect(await refusal()).toContain('chưa có minh chứng');
    const fileId = await uploaded(town.officer, `Biên bản họp dân ${id}`);
    await town.officer.call('POST /api/practices/:id/progress', {
      params: { id },
      body: {
        onDate: '2026-03-02',
        text: 'Ra quân',
        participants: 12,
        files: [{ fileId, caption: 'Biên bản' }],
      },
    });
    await town.goTo('2026-07-05');
    expect(await refusal()).toContain('tự kiểm tra');
    await town.officer.call('PUT /api/practices/:id/self-checks/:code', {
      params: { id, code: 'quy_2' },
      body: { status: 'on_track', result: 'Đúng tiến độ', difficulty: '', need: '', fileIds: [] },
    });
    expect(await refusal()).toContain('chưa tự chấm');
    await town.officer.call('PUT /api/practices/:id/scores/self', {
      params: { id },
      body: { version: null, lines: scores(35, 55), note: '', scoredOn: '2026-07-05' },
    });
    expect((await propose()).status).toBe(200);
    const record = await town.agency.call('GET /api/practices/:id', { params: { id } });
    await town.goTo('2026-03-02');
    expect(record.state).toBe('proposed');
    expect(record.scores[0]).toMatchObject({ column: 'self', total: 90, grade: 'Xuất sắc', passed: true });
    expect(record.selfChecks[0]).toMatchObject({ code: 'quy_2', expected: true, late: true });
    const recognise = record.actions.find((action) => action.action === 'recognise');
    expect(recognise).toMatchObject({ allowed: false, reason: 'đoàn kiểm tra chưa chấm điểm' });
  });

  it('cannot start before the notice of assignment is issued', async () => {
    const id = await appraising();
    await decide(town.agency, 'accept', [id]);
    const refused = await town.officer.try('POST /api/practices/:id/start', { params: { id } });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'action_blocked' });
  });
});

describe('deciding', () => {
  it('lets one of two officers win and tells the other who did', async () => {
    const id = await appraising();
    const second = await town.kheo.as('coquan2');
    const answers = await Promise.all([
      decide(town.agency, 'accept', [id]),
      decide(second, 'decline', [id], 'Trùng mô hình đã có'),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? 'coquan' : 'coquan2';
    const lost = answers.find((answer) => answer.status === 409)?.body as unknown as {
      code: string;
      title: string;
    };
    expect(lost.code).toBe('state_changed');
    expect(lost.title).toContain(winner);
    expect(await stateOf(id)).toBe(winner === 'coquan' ? 'assigned' : 'declined');
  });

  it('does all or none, and names each that fails', async () => {
    const good = await appraising();
    const draftId = await draft(town);
    const unknown = newId();
    const refused = await decide(town.agency, 'accept', [good, draftId, unknown]);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const { fields } = refused.body as unknown as { fields: { path: string }[] };
    expect(fields.map((field) => field.path).toSorted()).toEqual([draftId, unknown].toSorted());
    expect(await stateOf(good)).toBe('appraising');
  });

  it('needs a reason to return, and permission to decide at all', async () => {
    const id = await appraising();
    expect((await decide(town.agency, 'return', [id], '  ')).status).toBe(422);
    expect((await decide(town.officer, 'accept', [id])).status).toBe(403);
    expect((await decide(town.inspector, 'accept', [id])).status).toBe(403);
    expect(await stateOf(id)).toBe('appraising');
  });

  it('changes nothing when the same command comes twice', async () => {
    const id = await submitted(town);
    const commandId = newId();
    const call = () =>
      town.agency.try('POST /api/practices/decisions', {
        body: { action: 'take_up', practiceIds: [id], reason: '' },
        commandId,
      });
    const [first, again] = [await call(), await call()];
    expect(again.body).toEqual(first.body);
    const record = await town.agency.call('GET /api/practices/:id', { params: { id } });
    expect(record.history.filter((entry) => entry.action === 'take_up')).toHaveLength(1);
  });

  it('keeps a note of the field check with the record', async () => {
    const id = await appraising();
    const fileId = await uploaded(town.agency, `Ảnh thực địa ${id}`);
    await town.agency.call('POST /api/practices/:id/appraisal-notes', {
      params: { id },
      body: { kind: 'field_check', onDate: '2026-03-02', text: 'Đã kiểm tra thực địa', fileIds: [fileId] },
    });
    const record = await town.agency.call('GET /api/practices/:id', { params: { id } });
    expect(record.appraisalNotes[0]).toMatchObject({ kind: 'field_check', by: 'coquan' });
    expect(record.appraisalNotes[0]?.evidence).toHaveLength(1);
    expect(record.history[0]?.label).toBe('Ghi kết quả thẩm định');
  });
});

describe('history', () => {
  it('folds into the state of every practice', async () => {
    const { db } = town.kheo.connection;
    const practices = await db.selectFrom('practice').select(['id', 'state']).execute();
    const moves = await db
      .selectFrom('history_entry')
      .select(['subject_id', 'to_state as toState'])
      .where('subject_type', '=', 'practice')
      .orderBy('seq')
      .execute();
    expect(practices.length).toBeGreaterThan(15);
    for (const practice of practices)
      expect(foldPracticeState(moves.filter((move) => move.subject_id === practice.id))).toBe(practice.state);
  });
});
