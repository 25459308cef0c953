import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldPracticeState } from '#domain/practices/practice.workflow.ts';
import { startRecognitionScene, type RecognitionScene } from '#server/testing/recognition-scene.ts';

let scene: RecognitionScene;
beforeAll(async () => {
  scene = await startRecognitionScene();
});
afterAll(() => scene.kheo.stop());

const rules = {
  legalBasis: 'Quy chế làm việc của Ban Chỉ đạo',
  quorumPercent: 67,
  neededPercent: 50,
  ballot: 'open' as const,
};
const data = {
  title: 'Họp xét công nhận mô hình “Dân vận khéo” năm 2026',
  heldOn: '2026-12-01',
  chairPost: 'Trưởng Ban Chỉ đạo',
  secretaryPost: 'Thư ký',
  membersTotal: 9,
  membersPresent: 9,
  rules,
};
const proposed = (name: string, unitId = scene.wards.xuan, scored = true): Promise<string> =>
  scene.practice({ name, unitId, state: 'proposed', scored });
const agency = () => scene.kheo.as('thuongtruc');
const prepare = async (practiceIds: string[], change: Partial<typeof data> = {}): Promise<string> =>
  (
    await (
      await agency()
    ).call('POST /api/campaigns/:id/meetings', {
      params: { id: scene.campaignId },
      body: { ...data, ...change, practiceIds },
    })
  ).id;
const read = async (id: string, who = 'thuongtruc') =>
  (await scene.kheo.as(who)).call('GET /api/meetings/:id', { params: { id } });
type Votes = [practiceId: string, yes: number, no: number, abstained: number];
const vote = async (id: string, votes: Votes[], change: Partial<typeof data> = {}) => {
  const { version } = await read(id);
  return (await agency()).try('PUT /api/meetings/:id', {
    params: { id },
    body: {
      ...data,
      ...change,
      version,
      practiceIds: votes.map(([practiceId]) => practiceId),
      results: votes.map(([practiceId, yes, no, abstained]) => ({
        practiceId,
        votes: { for: yes, against: no, abstained },
        note: '',
      })),
      conclusion: 'Ban Chỉ đạo thống nhất.',
    },
  });
};
const conclude = async (id: string, who = 'thuongtruc') => {
  const { version } = await read(id);
  return (await scene.kheo.as(who)).try('POST /api/meetings/:id/conclusion', {
    params: { id },
    body: { version },
  });
};
const problemOf = (answer: { body: unknown }) =>
  answer.body as { code: string; title: string; fields: { path: string; message: string }[] };
const stateOf = async (id: string) =>
  (
    await scene.kheo.app.db
      .selectFrom('practice')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).state;

describe('the meeting', () => {
  it('recognises by votes and keeps the reason of a refusal, all in one act', async () => {
    const good = await proposed('Đoạn đường hoa');
    const poor = await proposed('Chợ văn minh', scene.wards.van);
    const id = await prepare([good, poor]);
    expect(
      (
        await vote(id, [
          [good, 8, 0, 1],
          [poor, 3, 6, 0],
        ])
      ).status,
    ).toBe(200);
    expect((await conclude(id)).status).toBe(200);
    const meeting = await read(id);
    expect(meeting.state).toBe('concluded');
    expect(meeting.candidates.map((one) => [one.practice.name, one.outcome])).toEqual([
      ['Đoạn đường hoa', 'recognised'],
      ['Chợ văn minh', 'not_recognised'],
    ]);
    expect(meeting.candidates[0]).toMatchObject({ self: 95, team: 88.5, final: 90, grade: 'Xuất sắc' });
    const history = await scene.kheo.app.db
      .selectFrom('history_entry')
      .selectAll()
      .where('subject_id', '=', poor)
      .orderBy('seq')
      .execute();
    expect(foldPracticeState(history.map((one) => ({ toState: one.to_state })))).toBe(await stateOf(poor));
    expect(history.at(-1)?.reason).toBe('Họp xét ngày 01/12/2026: 3/9 (33,3%) phiếu tán thành; cần 50%.');
  });

  it('takes a practice into one meeting at a time and tells which still wait', async () => {
    const one = await proposed('Tổ tự quản');
    const waiting = await proposed('Tủ sách thôn');
    const draft = await scene.practice({
      name: 'Chưa đề nghị',
      unitId: scene.wards.xuan,
      state: 'implementing',
    });
    const id = await prepare([one]);
    expect((await read(id)).notYetCandidates.map((practice) => practice.id)).toEqual([waiting]);
    const refused = await (
      await agency()
    ).try('POST /api/campaigns/:id/meetings', {
      params: { id: scene.campaignId },
      body: { ...data, practiceIds: [waiting, one, draft] },
    });
    expect(problemOf(refused).code).toBe('action_blocked');
    expect(problemOf(refused).fields.map((field) => field.path)).toEqual(['practiceIds.1', 'practiceIds.2']);
    const list = await (
      await agency()
    ).call('GET /api/campaigns/:id/meetings', { params: { id: scene.campaignId } });
    expect(list.waiting).toBe(1);
    expect(list.canManage).toBe(true);
  });

  it('is not concluded without a quorum, and says how many are needed', async () => {
    const one = await proposed('Ngõ sáng');
    const id = await prepare([one], { membersPresent: 6 });
    await vote(id, [[one, 6, 0, 0]], { membersPresent: 6 });
    const refused = await conclude(id);
    expect(problemOf(refused).code).toBe('meeting_no_quorum');
    expect(problemOf(refused).title).toContain('6/9, cần ít nhất 7');
    const action = (await read(id)).actions.find((one) => one.action === 'conclude');
    expect(action).toMatchObject({ allowed: false, reason: 'mới có 6 người dự, cần ít nhất 7' });
  });

  it('names every candidate whose votes do not count everybody present once', async () => {
    const [right, wrong, none] = [
      await proposed('Đúng'),
      await proposed('Sai phiếu'),
      await proposed('Chưa nhập'),
    ];
    const id = await prepare([right, wrong, none]);
    expect(
      problemOf(
        await vote(id, [
          [right, 9, 0, 0],
          [wrong, 9, 1, 0],
          [none, 0, 0, 0],
        ]),
      ).code,
    ).toBe('meeting_votes_wrong');
    await vote(id, [
      [right, 9, 0, 0],
      [wrong, 7, 1, 0],
      [none, 0, 0, 0],
    ]);
    const refused = problemOf(await conclude(id));
    expect(refused.code).toBe('meeting_votes_wrong');
    expect(refused.fields.map((field) => field.path).toSorted()).toEqual([wrong, none].toSorted());
    expect(await stateOf(right)).toBe('proposed');
  });

  it('refuses the whole conclusion when one candidate lacks a score, naming it', async () => {
    const ready = await proposed('Đủ điểm');
    const unscored = await proposed('Thiếu điểm', scene.wards.van, false);
    const id = await prepare([ready, unscored]);
    await vote(id, [
      [ready, 9, 0, 0],
      [unscored, 9, 0, 0],
    ]);
    const refused = problemOf(await conclude(id));
    expect(refused.code).toBe('action_blocked');
    expect(refused.fields).toEqual([
      { path: unscored, message: 'Chưa thể công nhận “Thiếu điểm”: đoàn kiểm tra chưa chấm điểm' },
    ]);
    expect([await stateOf(ready), await stateOf(unscored)]).toEqual(['proposed', 'proposed']);
    expect((await read(id)).candidates.every((one) => one.outcome === null)).toBe(true);
  });

  it('lets one of two who conclude at once win and tells the other who did', async () => {
    const one = await proposed('Hai người cùng bấm');
    const id = await prepare([one]);
    await vote(id, [[one, 9, 0, 0]]);
    const answers = await Promise.all([conclude(id, 'thuongtruc'), conclude(id, 'thuongtruc2')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    expect(loser && problemOf(loser).code).toBe('state_changed');
    expect(loser && problemOf(loser).title).toContain('Đã kết luận');
    const moves = await scene.kheo.app.db
      .selectFrom('history_entry')
      .select('id')
      .where('subject_id', '=', one)
      .where('action', '=', 'recognise')
      .execute();
    expect(moves).toHaveLength(1);
  });

  it('finds conflicts of interest from areas and posts', async () => {
    const accountId = await scene.kheo.given.account({
      username: 'uyvien',
      role: 'steering_member',
      unitId: scene.wards.xuan,
    });
    await scene.changePlan({
      members: [
        { post: 'Trưởng Ban', duty: 'head', accountId: null, areaUnitIds: [] },
        {
          post: 'Ủy viên phụ trách Hương Vân',
          duty: 'member',
          accountId: null,
          areaUnitIds: [scene.wards.van],
        },
        { post: 'Bí thư Hương Xuân', duty: 'member', accountId, areaUnitIds: [] },
      ],
    });
    const [xuan, van, ho] = [
      await proposed('Của Xuân', scene.wards.xuan),
      await proposed('Của Vân', scene.wards.van),
      await proposed('Của Hồ', scene.wards.ho),
    ];
    const id = await prepare([xuan, van, ho]);
    const conflicts = async (who: string) =>
      new Map((await read(id, who)).candidates.map((one) => [one.practice.id, one.conflicts]));
    const seen = await conflicts('thuongtruc');
    expect(seen.get(xuan)).toEqual(['Bí thư Hương Xuân']);
    expect(seen.get(van)).toEqual(['Ủy viên phụ trách Hương Vân']);
    expect(seen.get(ho)).toEqual([]);
    // A member of the committee sees all that is voted on, wherever his or her own post is.
    expect([...(await conflicts('uyvien')).keys()].toSorted()).toEqual([xuan, van, ho].toSorted());
  });

  it('keeps a meeting under preparation from the units, and shows each its own result afterwards', async () => {
    const mine = await proposed('Của tôi', scene.wards.xuan);
    const others = await proposed('Của nơi khác', scene.wards.ho);
    const id = await prepare([mine, others]);
    const asUnit = await scene.kheo.as('xuan');
    expect((await asUnit.try('GET /api/meetings/:id', { params: { id } })).status).toBe(404);
    await vote(id, [
      [mine, 9, 0, 0],
      [others, 9, 0, 0],
    ]);
    await conclude(id);
    const seen = await read(id, 'xuan');
    expect(seen.candidates.map((one) => one.practice.id)).toEqual([mine]);
    expect(seen.actions).toEqual([]);
    const outside = await scene.kheo.as('ngoai');
    expect((await outside.try('GET /api/meetings/:id', { params: { id } })).status).toBe(404);
    const notMine = await outside.try('POST /api/meetings/:id/conclusion', {
      params: { id },
      body: { version: 1 },
    });
    expect(notMine.status).toBe(404);
  });

  it('refuses to save over a newer version and to conclude before its day', async () => {
    const one = await proposed('Ngày mai mới họp');
    const id = await prepare([one], { heldOn: '2026-12-02' });
    const stale = await (
      await agency()
    ).try('POST /api/meetings/:id/conclusion', { params: { id }, body: { version: 7 } });
    expect(problemOf(stale).code).toBe('version_conflict');
    await vote(id, [[one, 9, 0, 0]], { heldOn: '2026-12-02' });
    expect(problemOf(await conclude(id)).title).toContain('chưa đến ngày họp (02/12/2026)');
  });
});
