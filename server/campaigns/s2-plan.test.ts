import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan2023 } from '#db/seed/demo/plan-2023.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { foundTown, readyPlan, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-02-20' });
  town = await foundTown(kheo);
});
afterAll(() => kheo.stop());

describe('the plan of a town for 2023 (S2)', () => {
  let id: string;

  it('is entered whole and reads back as it was written', async () => {
    const officer = await kheo.as('thuongtruc');
    const plan = {
      ...(await readyPlan(kheo, town)),
      members: [
        { post: 'Ủy viên phụ trách', duty: 'member' as const, accountId: null, areaUnitIds: [town.xuan] },
        ...plan2023.members,
      ],
    };
    const made = await officer.call('POST /api/campaigns', {
      body: { ownerUnitId: town.town, year: 2023, title: 'Năm 2023', stageId: null, plan },
    });
    id = made.id;
    const read = await officer.call('GET /api/campaigns/:id', { params: { id } });
    expect(read.plan).toEqual(plan);
    expect(read.members[0]?.areas.map((unit) => unit.name)).toEqual(['Đảng bộ phường Hương Xuân']);
    expect(read.criteriaSets.map((set) => set.name)).toEqual(['Tiêu chí công nhận mô hình']);
  });

  it('keeps quotas, two intakes, six steps, report days, recipients and the signer', async () => {
    const officer = await kheo.as('thuongtruc');
    const { plan } = await officer.call('GET /api/campaigns/:id', { params: { id } });
    expect(plan.quotas.find((quota) => quota.unitKind === 'commune_committee')?.least).toBe(5);
    expect(plan.quotas.find((quota) => quota.unitKind === 'school_party_organisation')?.least).toBe(1);
    expect(plan.intakes.map((intake) => intake.number)).toEqual([1, 2]);
    expect(plan.steps.map((step) => step.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(plan.steps[3]?.text).toContain('chậm nhất ngày 25/7/2023');
    expect(plan.reports.map((report) => report.committeeDue)).toEqual(['2023-07-25', '2023-12-15']);
    expect(plan.recogniseBy).toBe('2023-12-31');
    expect(plan.recipients).toHaveLength(8);
    expect(plan.signer.name).toBe('Nguyễn Thăng Long');
    expect(plan.sections.map((section) => section.number)).toEqual(['I.1', 'I.2', 'II', 'IV', 'V', 'VI']);
  });

  it('stores text typed in decomposed letters in the one form', async () => {
    const officer = await kheo.as('thuongtruc');
    const before = await officer.call('GET /api/campaigns/:id', { params: { id } });
    await officer.call('PUT /api/campaigns/:id/plan', {
      params: { id },
      body: {
        version: before.version,
        title: 'Năm 2023',
        stageId: null,
        planDocumentId: null,
        plan: { ...before.plan, theme: 'Dân vận khéo'.normalize('NFD') },
      },
    });
    const after = await officer.call('GET /api/campaigns/:id', { params: { id } });
    expect(after.plan.theme).toBe('Dân vận khéo'.normalize('NFC'));
    const versions = await kheo.connection.db
      .selectFrom('campaign_plan_version')
      .select('version')
      .where('campaign_id', '=', id)
      .orderBy('version')
      .execute();
    expect(versions.map((row) => row.version)).toEqual([1, 2]);
  });
});
