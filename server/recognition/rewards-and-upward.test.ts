import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRecognitionScene, type RecognitionScene } from '#server/testing/recognition-scene.ts';

let scene: RecognitionScene;
let recognised: string;
beforeAll(async () => {
  scene = await startRecognitionScene();
  recognised = await scene.practice({
    name: 'Hiến đất mở đường',
    unitId: scene.wards.xuan,
    state: 'recognised',
    scored: true,
  });
});
afterAll(() => scene.kheo.stop());

const problemOf = (answer: { body: unknown }) =>
  answer.body as { code: string; title: string; fields: { path: string; message: string }[] };

describe('rewards on two tracks', () => {
  const propose = async (change: Record<string, unknown> = {}) =>
    (await scene.kheo.as('thuongtruc')).try('POST /api/campaigns/:id/rewards', {
      params: { id: scene.campaignId },
      body: {
        practiceId: recognised,
        track: 'party',
        form: 'party_certificate',
        recipientName: 'Chi bộ Tổ dân phố 3',
        recipientSubject: 'collective',
        level: 'own',
        reason: 'Vận động 42 hộ hiến 1.250 m² đất',
        ...change,
      },
    });
  const list = async (who = 'thuongtruc') =>
    (await scene.kheo.as(who)).call('GET /api/campaigns/:id/rewards', {
      params: { id: scene.campaignId },
    });

  it('never let a form cross from one track to the other', async () => {
    const refused = await propose({ track: 'state' });
    expect(refused.status).toBe(422);
    expect(problemOf(refused).fields[0]?.path).toBe('form');
  });

  it('stand side by side, and the state track keeps the data of its file as they stood', async () => {
    await scene.kheo.app.db
      .insertInto('progress_entry')
      .values({
        id: crypto.randomUUID(),
        practice_id: recognised,
        on_date: '2026-10-01',
        text: 'Đã mở rộng 1,2 km đường.',
        account_id: (await scene.kheo.app.db.selectFrom('account').select('id').executeTakeFirstOrThrow()).id,
        at: '2026-10-01T02:00:00Z',
      })
      .execute();
    expect((await propose()).status).toBe(200);
    const state = { track: 'state', form: 'state_certificate' };
    expect(problemOf(await propose({ ...state, reason: '' })).fields[0]?.path).toBe('reason');
    expect((await propose(state)).status).toBe(200);
    const { items, canPropose } = await list();
    expect(canPropose).toBe(true);
    expect(items.map((one) => [one.track, one.formLabel, one.file === null])).toEqual([
      ['party', 'Giấy khen của cấp ủy', true],
      ['state', 'Giấy khen của Chủ tịch UBND', false],
    ]);
    expect(items[1]?.file).toMatchObject({
      unitName: 'Phường Hương Xuân',
      results: 'Đã mở rộng 1,2 km đường.',
      finalScore: 90,
    });
  });

  it('are not proposed twice, nor for a practice that is not recognised', async () => {
    expect(problemOf(await propose()).title).toContain('đã được đề nghị “Giấy khen của cấp ủy”');
    const running = await scene.practice({
      name: 'Đang làm',
      unitId: scene.wards.xuan,
      state: 'implementing',
    });
    expect(problemOf(await propose({ practiceId: running })).code).toBe('action_blocked');
  });

  it('end once: the second who records an outcome is told who was first', async () => {
    const one = (await list()).items.find((item) => item.track === 'party');
    const record = async (who: string, change: Record<string, unknown> = {}) =>
      (await scene.kheo.as(who)).try('POST /api/rewards/:id/outcome', {
        params: { id: one?.id ?? '' },
        body: {
          version: 1,
          state: 'granted',
          decidedOn: '2026-12-01',
          decisionSymbol: '15-QĐ/ThU',
          ...change,
        },
      });
    expect(problemOf(await record('thuongtruc', { decidedOn: '2026-12-02' })).fields[0]?.path).toBe(
      'decidedOn',
    );
    const answers = await Promise.all([record('thuongtruc'), record('thuongtruc2')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect((await list()).items.map((item) => item.state).toSorted()).toEqual(['granted', 'proposed']);
    expect((await list('van')).items).toEqual([]);
    expect((await list('xuan')).items).toHaveLength(2);
    expect((await list('xuan')).canPropose).toBe(false);
  });
});

describe('proposals to the upper level', () => {
  const propose = async (toUnitId: string, practiceId = recognised, who = 'thuongtruc') =>
    (await scene.kheo.as(who)).try('POST /api/practices/:id/upward-proposal', {
      params: { id: practiceId },
      body: { toUnitId, proposedOn: '2026-11-30', reason: 'Có sức lan tỏa trong toàn tỉnh' },
    });
  const list = async (who: string) =>
    (await scene.kheo.as(who)).call('GET /api/upward-proposals', { query: {} });

  it('go to a level above the committee, once, for a recognised practice', async () => {
    expect(problemOf(await propose(scene.wards.van)).fields[0]?.path).toBe('toUnitId');
    expect(problemOf(await propose(scene.town)).fields[0]?.path).toBe('toUnitId');
    expect(problemOf(await propose(scene.otherTown)).fields[0]?.path).toBe('toUnitId');
    const waiting = await scene.practice({ name: 'Chưa xét', unitId: scene.wards.van, state: 'proposed' });
    expect(problemOf(await propose(scene.province, waiting)).code).toBe('action_blocked');
    expect((await propose(scene.province, recognised, 'ngoai')).status).toBe(404);
    expect((await propose(scene.province)).status).toBe(200);
    expect(problemOf(await propose(scene.province)).title).toContain('đã đề nghị cấp trên');
  });

  it('are seen by both levels and answered once, by the upper level or from the paper it sent', async () => {
    for (const who of ['tinh', 'thuongtruc', 'xuan']) {
      const [one] = (await list(who)).items;
      expect(one).toMatchObject({
        fromUnit: { id: scene.town },
        toUnit: { id: scene.province },
        state: 'proposed',
        canDecide: who !== 'xuan',
      });
    }
    expect((await list('van')).total).toBe(0);
    expect((await list('ngoai')).total).toBe(0);
    const [one] = (await list('tinh')).items;
    const answer = async (who: string, decidedOn = '2026-12-01') =>
      (await scene.kheo.as(who)).try('POST /api/upward-proposals/:id/outcome', {
        params: { id: one?.id ?? '' },
        body: { version: 1, state: 'recognised', decidedOn, decisionSymbol: '88-QĐ/TU' },
      });
    expect(problemOf(await answer('tinh', '2026-11-01')).fields[0]?.path).toBe('decidedOn');
    expect((await answer('ngoai')).status).toBe(404);
    expect((await answer('tinh')).status).toBe(200);
    expect(problemOf(await answer('thuongtruc')).code).toBe('state_changed');
    expect((await list('thuongtruc')).items[0]).toMatchObject({
      state: 'recognised',
      decisionSymbol: '88-QĐ/TU',
      canDecide: false,
    });
  });
});
