import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '#server/platform/http/actor.ts';
import { plan2023 } from '#db/seed/demo/plan-2023.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { foundTown, openCampaign2023, placePractice, readyPlan, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-02-20' });
  town = await foundTown(kheo);
});
afterAll(() => kheo.stop());

describe('a campaign', () => {
  let id: string;

  it('is seen as a draft by those who work at its owner alone', async () => {
    const officer = await kheo.as('thuongtruc');
    ({ id } = await officer.call('POST /api/campaigns', {
      body: {
        ownerUnitId: town.town,
        year: 2023,
        title: 'Năm 2023',
        stageId: null,
        plan: { ...plan2023, members: [] },
      },
    }));
    const ward = await kheo.as('xuan');
    expect((await ward.call('GET /api/campaigns', {})).items).toEqual([]);
    expect((await ward.try('GET /api/campaigns/:id', { params: { id } })).status).toBe(404);
    expect((await (await kheo.as('lanhdao')).call('GET /api/campaigns', {})).items).toHaveLength(1);
  });

  it('is not opened before its plan is complete, and says what is missing', async () => {
    const officer = await kheo.as('thuongtruc');
    const refused = await officer
      .call('POST /api/campaigns/:id/opening', { params: { id } })
      .catch(problemOf);
    expect(refused).toMatchObject({ code: 'campaign_incomplete' });
    expect(refused).toMatchObject({ title: expect.stringContaining('bộ tiêu chí, thành viên Ban Chỉ đạo') });
  });

  it('is refused a second time for the same year', async () => {
    const officer = await kheo.as('thuongtruc');
    const refused = await officer
      .call('POST /api/campaigns', {
        body: { ownerUnitId: town.town, year: 2023, title: 'Lần nữa', stageId: null, plan: plan2023 },
      })
      .catch(problemOf);
    expect(refused).toMatchObject({ code: 'campaign_exists', status: 409 });
  });

  it('belongs to the agency: a unit cannot make one, nor change it', async () => {
    const ward = await kheo.as('xuan');
    const made = await ward.try('POST /api/campaigns', {
      body: { ownerUnitId: town.xuan, year: 2023, title: 'Của phường', stageId: null, plan: plan2023 },
    });
    expect(made.status).toBe(403);
    expect((await ward.call('GET /api/campaigns', {})).canCreate).toEqual([]);
  });

  it('keeps the first of two saves and tells the second who was first', async () => {
    const officer = await kheo.as('thuongtruc');
    const { version } = await officer.call('GET /api/campaigns/:id', { params: { id } });
    const body = {
      version,
      title: 'Năm 2023',
      stageId: null,
      planDocumentId: null,
      plan: await readyPlan(kheo, town),
    };
    await officer.call('PUT /api/campaigns/:id/plan', { params: { id }, body });
    const refused = await officer
      .call('PUT /api/campaigns/:id/plan', { params: { id }, body })
      .catch(problemOf);
    expect(refused).toMatchObject({ code: 'version_conflict' });
    expect(refused).toMatchObject({ title: expect.stringContaining('thuongtruc') });
  });

  it('refuses a plan that names units outside its area, or criteria that do not exist', async () => {
    const officer = await kheo.as('thuongtruc');
    const elsewhere = await kheo.given.unit({ name: 'Thị ủy khác', kind: 'district_committee' });
    const { version, plan } = await officer.call('GET /api/campaigns/:id', { params: { id } });
    const refused = await officer
      .call('PUT /api/campaigns/:id/plan', {
        params: { id },
        body: {
          version,
          title: 'Năm 2023',
          stageId: null,
          planDocumentId: null,
          plan: {
            ...plan,
            criteriaSetIds: [town.town],
            members: [{ post: 'Ủy viên', duty: 'member', accountId: null, areaUnitIds: [elsewhere] }],
          },
        },
      })
      .catch(problemOf);
    expect(refused).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'plan.members.0.areaUnitIds' }, { path: 'plan.criteriaSetIds.0' }],
    });
  });

  it('is opened once, however many open it at the same moment', async () => {
    const officer = await kheo.as('thuongtruc');
    const answers = await Promise.all(
      [1, 2].map(() => officer.try('POST /api/campaigns/:id/opening', { params: { id } })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    expect(loser?.body).toMatchObject({
      code: 'state_changed',
      title: expect.stringContaining('thuongtruc'),
    });
    const ward = await kheo.as('xuan');
    expect((await ward.call('GET /api/campaigns/:id', { params: { id } })).actions).toEqual([]);
  });

  it('lets a unit off with a reason, and takes it back', async () => {
    const officer = await kheo.as('thuongtruc');
    const params = { id, unitId: town.agency };
    const exempt = (reason: string) =>
      officer.call('PUT /api/campaigns/:id/exemptions/:unitId', { params, body: { reason } });
    await exempt('Đang sáp nhập');
    const read = await officer.call('GET /api/campaigns/:id', { params: { id } });
    expect(read.exemptions).toMatchObject([{ unit: { id: town.agency }, reason: 'Đang sáp nhập' }]);
    await exempt('');
    const after = await officer.call('GET /api/campaigns/:id', { params: { id } });
    expect(after.exemptions).toEqual([]);
    expect(after.history.map((entry) => entry.action)).toContain('lift_exemption');
  });

  it('keeps what practices stand on in the plan', async () => {
    const officer = await kheo.as('thuongtruc');
    await placePractice(kheo, { campaignId: id, unitId: town.xuan, state: 'draft', field: 'economy' });
    const { version, plan } = await officer.call('GET /api/campaigns/:id', { params: { id } });
    const refused = await officer
      .call('PUT /api/campaigns/:id/plan', {
        params: { id },
        body: {
          version,
          title: 'Năm 2023',
          stageId: null,
          planDocumentId: null,
          plan: { ...plan, fields: plan.fields.slice(1) },
        },
      })
      .catch(problemOf);
    expect(refused).toMatchObject({ code: 'action_blocked', title: expect.stringContaining('Kinh tế') });
  });

  it('is closed only when every practice has its conclusion', async () => {
    const officer = await kheo.as('thuongtruc');
    const open = await placePractice(kheo, { campaignId: id, unitId: town.xuan, state: 'implementing' });
    const refused = await officer
      .call('POST /api/campaigns/:id/closing', { params: { id } })
      .catch(problemOf);
    expect(refused).toMatchObject({
      code: 'campaign_has_open_work',
      title: expect.stringContaining('còn 1'),
    });
    const { actions } = await officer.call('GET /api/campaigns/:id', { params: { id } });
    expect(actions.find((action) => action.action === 'close')).toMatchObject({
      allowed: false,
      mend: expect.stringContaining('Kết luận'),
    });
    await kheo.connection.db
      .updateTable('practice')
      .set({ state: 'recognised' })
      .where('id', '=', open)
      .execute();
    await officer.call('POST /api/campaigns/:id/closing', { params: { id } });
    expect((await officer.call('GET /api/campaigns/:id', { params: { id } })).state).toBe('closed');
  });
});

describe('next year’s campaign', () => {
  it('takes the plan a year on and the chosen practices as drafts that know their origin', async () => {
    const year = await startKheo({ today: '2023-03-10' });
    try {
      const place = await foundTown(year);
      const campaignId = await openCampaign2023(year, place);
      const officer = await year.as('thuongtruc');
      const good = await placePractice(year, { campaignId, unitId: place.xuan, state: 'implementing' });
      const bad = await placePractice(year, {
        campaignId,
        unitId: place.xuan,
        state: 'declined',
        name: 'Bỏ',
      });
      const next = (continuePracticeIds: string[]) =>
        officer.call('POST /api/campaigns/:id/next', {
          params: { id: campaignId },
          body: { year: 2024, title: 'Năm 2024', continuePracticeIds },
        });
      expect(await next([good, bad]).catch(problemOf)).toMatchObject({
        code: 'invalid_input',
        fields: [{ path: 'continuePracticeIds.1', message: expect.stringContaining('Bỏ') }],
      });
      const { id } = await next([good]);
      const campaign = await officer.call('GET /api/campaigns/:id', { params: { id } });
      expect(campaign.plan.intakes[0]).toEqual({ number: 1, opensOn: '2024-03-01', closesOn: '2024-03-31' });
      expect(campaign).toMatchObject({ state: 'draft', previousCampaignId: campaignId });
      const copy = await year.connection.db
        .selectFrom('practice')
        .selectAll()
        .where('campaign_id', '=', id)
        .executeTakeFirstOrThrow();
      expect(copy).toMatchObject({
        state: 'draft',
        origin: 'continued',
        source_practice_id: good,
        unit_id: place.xuan,
        starts_on: '2024-04-01',
        ends_on: '2024-12-31',
        submitted_at: null,
        decided_at: null,
      });
      const history = await year.connection.db
        .selectFrom('history_entry')
        .select(['action', 'to_state'])
        .where('subject_id', '=', copy.id)
        .execute();
      expect(history).toEqual([{ action: 'carry_over', to_state: 'draft' }]);
      expect(await next([]).catch(problemOf)).toMatchObject({ code: 'campaign_exists' });
    } finally {
      await year.stop();
    }
  });
});

describe('stages and criteria sets', () => {
  it('reach the units below the committee that declared them', async () => {
    const officer = await kheo.as('thuongtruc');
    const stage = { ownerUnitId: town.town, name: 'Giai đoạn 2022-2025', fromYear: 2022, onPaper: false };
    const wrong = await officer.try('POST /api/stages', { body: { ...stage, toYear: 2021 } });
    expect(wrong.status).toBe(422);
    await officer.call('POST /api/stages', { body: { ...stage, toYear: 2025 } });
    const { items } = await (await kheo.as('xuan')).call('GET /api/stages', {});
    expect(items.map((item) => item.name)).toEqual(['Giai đoạn 2022-2025']);
  });

  it('a criteria set is never changed, only revised; the newest revision comes first', async () => {
    const officer = await kheo.as('thuongtruc');
    const { items } = await officer.call('GET /api/criteria-sets', {});
    const [first] = items;
    if (!first) throw new Error('no criteria set');
    const body = {
      ownerUnitId: town.town,
      familyId: first.familyId,
      name: first.name,
      nature: null,
      subject: null,
      legalBasis: first.legalBasis,
      content: {
        criteria: [
          { id: 'a', group: '', text: 'Hiệu quả', kind: 'points' as const, max: 60, required: true },
        ],
        thresholds: [],
      },
    };
    await Promise.all([1, 2].map(() => officer.call('POST /api/criteria-sets', { body })));
    const after = (await officer.call('GET /api/criteria-sets', {})).items.filter(
      (item) => item.familyId === first.familyId,
    );
    expect(after.map((item) => item.revision)).toEqual([3, 2, 1]);
    expect(after[0]?.warnings).toEqual(['Tổng điểm tối đa là 60, khác 100.']);
    expect(after.map((item) => item.inUse)).toEqual([false, false, true]);
    const twice = { criteria: [...body.content.criteria, ...body.content.criteria], thresholds: [] };
    const refused = await officer.try('POST /api/criteria-sets', { body: { ...body, content: twice } });
    expect(refused.status).toBe(422);
  });
});

function problemOf(error: unknown) {
  if (error instanceof Refused) return error.problem;
  throw error;
}
