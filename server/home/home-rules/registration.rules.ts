import { countsFor } from '#domain/campaigns/expected-units.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import type { Permission } from '#domain/access/permissions.ts';
import type { Day } from '#domain/kernel/day.ts';
import { registeredStates } from '#domain/practices/practice.states.ts';
import type { HomeCampaign } from '../home-campaigns.reads.ts';
import { returnedPractices } from '../home-lists.reads.ts';
import {
  countWork,
  practiceLink,
  practiceWords,
  stepBasis,
  task,
  type Home,
  type HomeRule,
  type Task,
} from '../home.ts';

/** Until when registrations are owed: the intake that is open, else the one that closed last. Null before the first. */
export function registrationDue(plan: Pick<Plan, 'intakes'>, today: Day): Day | null {
  const begun = plan.intakes.filter((intake) => intake.opensOn <= today);
  const open = begun.find((intake) => today <= intake.closesOn);
  return (open ?? begun.toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1)).at(-1))?.closesOn ?? null;
}

/** Until when a draft can still be sent: the intake that is open, else the next to come. */
function sendingDue(plan: Pick<Plan, 'intakes'>, today: Day): Day | null {
  return (
    plan.intakes
      .filter((intake) => today <= intake.closesOn)
      .toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1))[0]?.closesOn ?? null
  );
}

interface ShortUnit {
  readonly unitId: string;
  readonly name: string;
  readonly registered: number;
  readonly least: number;
}

/** Expected units of the caller's area that have registered less than their quota. */
export async function shortUnits(
  home: Home,
  campaign: HomeCampaign,
  permission: Permission,
): Promise<ShortUnit[]> {
  const { expected, withQuota, tree } = await campaign.expected();
  const ids = new Set(withQuota.map((one) => one.unit.id));
  const registered = new Map<string, number>();
  for (const row of home.work) {
    if (row.campaignId !== campaign.id || !registeredStates.includes(row.state)) continue;
    const unitId = countsFor(tree, ids, row.unitId);
    if (unitId !== null) registered.set(unitId, (registered.get(unitId) ?? 0) + row.count);
  }
  return expected
    .filter((one) => home.caller.access.can(permission, one.unit.id))
    .map((one) => ({
      unitId: one.unit.id,
      name: one.unit.name,
      registered: registered.get(one.unit.id) ?? 0,
      least: one.least,
    }))
    .filter((one) => one.registered < one.least);
}

async function shortfallTask(home: Home, campaign: HomeCampaign): Promise<Task[]> {
  const due = registrationDue(campaign.plan, home.today);
  if (due === null) return [];
  const short = await shortUnits(home, campaign, 'practice.register');
  const missing = short.reduce((sum, unit) => sum + unit.least - unit.registered, 0);
  if (missing === 0) return [];
  const [first] = short;
  const one = short.length === 1 && first ? first : null;
  return [
    task(home, {
      key: `shortfall:${campaign.id}`,
      title: `Đăng ký thêm ${missing} mô hình cho đủ chỉ tiêu`,
      basis: `${stepBasis(campaign, 1)} · ${
        one
          ? `đã đăng ký ${one.registered}, ít nhất ${one.least}`
          : `${short.length} đơn vị chưa đủ: ${short
              .slice(0, 3)
              .map((unit) => unit.name)
              .join(', ')}${short.length > 3 ? '…' : ''}`
      }`,
      due,
      count: missing,
      link: `/mo-hinh/moi?campaignId=${campaign.id}${one ? `&unitId=${one.unitId}` : ''}`,
      button: 'Đăng ký',
      primary: true,
    }),
  ];
}

function draftTask(home: Home, campaign: HomeCampaign): Task[] {
  const due = sendingDue(campaign.plan, home.today);
  const drafts = countWork(home, campaign, { permission: 'practice.register', states: ['draft'] });
  if (drafts.count === 0 || due === null) return [];
  return [
    task(home, {
      key: `drafts:${campaign.id}`,
      title: `Hoàn thiện và gửi bản đăng ký đang soạn: ${practiceWords(drafts)}`,
      basis: stepBasis(campaign, 1),
      due,
      count: drafts.count,
      link: practiceLink(campaign, 'state=draft', drafts.only),
      button: 'Tiếp tục',
    }),
  ];
}

export const registrationRules: readonly HomeRule[] = [
  {
    name: 'shortfall against the quota',
    permission: 'practice.register',
    find: async (home) => ({
      owed: (await Promise.all(home.campaigns.map((one) => shortfallTask(home, one)))).flat(),
    }),
  },
  {
    name: 'drafts not sent',
    permission: 'practice.register',
    find: (home) => ({ owed: home.campaigns.flatMap((one) => draftTask(home, one)) }),
  },
  {
    name: 'registrations that came back',
    permission: 'practice.register',
    find: async (home) => {
      const returned = await returnedPractices(home.db, {
        campaignIds: home.campaigns.map((one) => one.id),
        scope: home.caller.access.scope('practice.register'),
      });
      return {
        waiting: returned.map((practice) => ({
          key: `returned:${practice.id}`,
          tone: 'red' as const,
          tag: 'Bị trả lại',
          title: `“${practice.name}”`,
          detail: practice.reason === '' ? practice.by : `${practice.by}: “${practice.reason}”`,
          link: `/mo-hinh/${practice.id}`,
          button: 'Sửa',
        })),
      };
    },
  },
];
