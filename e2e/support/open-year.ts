import { defaultPlan } from '#web/campaigns/editor/plan-defaults.ts';
import { inDays, thisYear } from './days.ts';
import { HttpActor } from './http-actor.ts';
import { testPassword } from './sign-in.ts';
import type { Town } from './town.ts';

/** Opens this year's campaign through the API, so that a story may begin with units registering. */
export async function openYear(address: string, town: Town): Promise<string> {
  const officer = await new HttpActor(address).signIn('thuongtruc', testPassword);
  const { id: criteria } = await officer.call('POST /api/criteria-sets', {
    body: {
      ownerUnitId: town.town,
      familyId: null,
      name: 'Tiêu chí công nhận mô hình “Dân vận khéo”',
      nature: null,
      subject: null,
      legalBasis: 'Hướng dẫn công nhận giai đoạn 2026-2030',
      content: {
        criteria: [
          { id: 'a', group: '', text: 'Hiệu quả thiết thực', kind: 'points', max: 100, required: true },
        ],
        thresholds: [{ name: 'Đạt', least: 50, passes: true }],
      },
    },
  });
  const plan = defaultPlan({
    year: thisYear,
    ownerKind: 'district_committee',
    criteriaSetIds: [criteria],
  });
  const { id } = await officer.call('POST /api/campaigns', {
    body: {
      ownerUnitId: town.town,
      year: thisYear,
      title: `Phong trào thi đua “Dân vận khéo” năm ${thisYear}`,
      stageId: null,
      plan: { ...plan, intakes: [{ number: 1, opensOn: inDays(-10), closesOn: inDays(10) }] },
    },
  });
  await officer.call('POST /api/campaigns/:id/opening', { params: { id } });
  return id;
}
