import { addDays } from '#domain/kernel/day.ts';
import { selfChecksOwed } from '#server/practices/practice-facts.reads.ts';
import type { HomeCampaign } from '../home-campaigns.reads.ts';
import { practicesUnderWay, type CheckedPractice } from '../home-work.reads.ts';
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

/** A self-check and a year-end proposal are announced so many days before they are due. */
const announcedSelfCheck = 30;
const announcedProposal = 45;

const implementing = 'practice.implement' as const;

function assignedTask(home: Home, campaign: HomeCampaign): Task[] {
  const assigned = countWork(home, campaign, {
    permission: implementing,
    states: ['assigned'],
    of: (row) => row.count - row.withoutNotice,
  });
  if (assigned.count === 0) return [];
  return [
    task(home, {
      key: `assigned:${campaign.id}`,
      title: `Bắt đầu thực hiện ${practiceWords(assigned)} đã được giao`,
      basis: stepBasis(campaign, 3),
      due: null,
      count: assigned.count,
      link: practiceLink(campaign, 'state=assigned', assigned.only),
      button: 'Bắt đầu',
      primary: true,
    }),
  ];
}

function silentTask(home: Home, campaign: HomeCampaign): Task[] {
  const days = campaign.plan.silentAfterDays;
  const silent = countWork(home, campaign, {
    permission: implementing,
    states: ['implementing'],
    of: (row) => row.silent,
  });
  if (silent.count === 0) return [];
  return [
    task(home, {
      key: `silent:${campaign.id}`,
      title: `Cập nhật tiến độ ${practiceWords(silent)}`,
      basis: `${stepBasis(campaign, 3)} · đã ${days} ngày trở lên chưa có tin`,
      due: null,
      count: silent.count,
      link: practiceLink(campaign, `state=implementing&silentDays=${days}`, silent.only),
      button: 'Cập nhật',
    }),
  ];
}

function proposalTask(home: Home, campaign: HomeCampaign): Task[] {
  const due = campaign.plan.proposeBy;
  if (due === null || home.today < addDays(due, -announcedProposal)) return [];
  const open = countWork(home, campaign, { permission: implementing, states: ['implementing'] });
  if (open.count === 0) return [];
  return [
    task(home, {
      key: `propose:${campaign.id}`,
      title: `Đề nghị công nhận cuối năm: ${practiceWords(open)} đang thực hiện`,
      basis: `${stepBasis(campaign, 5)} · tự chấm điểm, đủ minh chứng rồi gửi đề nghị; không đạt thì ghi lý do dừng`,
      due,
      count: open.count,
      link: practiceLink(campaign, 'state=implementing', open.only),
      button: 'Mở',
    }),
  ];
}

function selfCheckTasks(home: Home, campaign: HomeCampaign, practices: readonly CheckedPractice[]): Task[] {
  const horizon = addDays(home.today, announcedSelfCheck);
  return campaign.plan.selfChecks
    .filter((check) => check.due <= horizon)
    .flatMap((check) => {
      const owing = practices.filter((practice) =>
        selfChecksOwed(campaign.plan, practice, check.due).some((one) => one.code === check.code),
      );
      const open = owing.filter((practice) => !practice.answered.includes(check.code));
      const [first] = open;
      if (!first) return [];
      const only = open.length === 1 ? first : null;
      return [
        task(home, {
          key: `self_check:${campaign.id}:${check.code}`,
          title: `${check.name}: ${practiceWords({ count: open.length, only })}`,
          basis: `${stepBasis(campaign, 4)} · ${open.length} trong ${owing.length} mô hình chưa tự kiểm tra`,
          due: check.due,
          count: open.length,
          link: practiceLink(
            campaign,
            check.due <= home.today ? 'lacking=self_check' : 'state=implementing',
            only,
          ),
          button: 'Làm ngay',
        }),
      ];
    });
}

export const implementingRules: readonly HomeRule[] = [
  {
    name: 'assigned and not started',
    permission: implementing,
    find: (home) => ({ owed: home.campaigns.flatMap((one) => assignedTask(home, one)) }),
  },
  {
    name: 'self-checks due or overdue',
    permission: implementing,
    find: async (home) => {
      const practices = await practicesUnderWay(home.db, {
        campaignIds: home.campaigns.map((one) => one.id),
        scope: home.caller.access.scope(implementing),
      });
      return {
        owed: home.campaigns.flatMap((campaign) =>
          selfCheckTasks(
            home,
            campaign,
            practices.filter((practice) => practice.campaignId === campaign.id),
          ),
        ),
      };
    },
  },
  {
    name: 'no sign of life',
    permission: implementing,
    find: (home) => ({ owed: home.campaigns.flatMap((one) => silentTask(home, one)) }),
  },
  {
    name: 'year-end proposals',
    permission: implementing,
    find: (home) => ({ owed: home.campaigns.flatMap((one) => proposalTask(home, one)) }),
  },
];
