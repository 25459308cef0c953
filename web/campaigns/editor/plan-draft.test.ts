import { describe, expect, it } from 'vitest';
import { whatPlanLacks } from '#domain/campaigns/campaign.workflow.ts';
import { planSchema } from '#domain/campaigns/plan.ts';
import { packPlan, type PlanDraft } from './plan-draft.ts';
import { defaultPlan } from './plan-defaults.ts';

const plan = defaultPlan({
  year: 2027,
  ownerKind: 'district_committee',
  criteriaSetIds: ['01900000-0000-7000-8000-000000000001'],
});

describe('a plan that is begun for a year', () => {
  it('is accepted as it is and lacks nothing', () => {
    expect(planSchema.parse(plan)).toEqual(plan);
    expect(whatPlanLacks(plan)).toEqual([]);
  });

  it('asks five practices of a commune and one of every other grassroots body, as S2 does', () => {
    expect(plan.quotas).toContainEqual({ unitKind: 'commune_committee', least: 5 });
    expect(plan.quotas).toContainEqual({ unitKind: 'school_party_organisation', least: 1 });
  });
});

describe('a plan that is being written', () => {
  it('leaves out the rows that were only added', () => {
    const draft: PlanDraft = {
      ...plan,
      fields: [{ code: 'linh_vuc_9', name: ' ', baseField: 'economy' }, ...plan.fields],
      recipients: ['Lưu Ban Chỉ đạo', ''],
    };
    const packed = packPlan(draft);
    expect(packed.ok && packed.plan.fields).toEqual(plan.fields);
    expect(packed.ok && packed.plan.recipients).toEqual(['Lưu Ban Chỉ đạo']);
    expect(packed.ok && packed.pathInForm('plan.fields.0.name')).toBe('plan.fields.1.name');
  });

  it('names what is missing in a row that was begun', () => {
    const quotas = [
      { unitKind: null, least: 2 },
      { unitKind: 'village' as const, least: null },
    ];
    const packed = packPlan({ ...plan, quotas });
    expect(packed.ok ? [] : packed.faults.map((fault) => fault.path)).toEqual([
      'plan.quotas.0.unitKind',
      'plan.quotas.1.least',
    ]);
  });

  it('refuses two quotas for one kind of unit', () => {
    const quota = { unitKind: 'village' as const, least: 1 };
    const packed = packPlan({ ...plan, quotas: [quota, quota] });
    expect(packed.ok ? [] : packed.faults.map((fault) => fault.path)).toEqual(['plan.quotas.1.unitKind']);
  });
});
