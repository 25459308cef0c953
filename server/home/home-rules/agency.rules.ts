import { addDays } from '#domain/kernel/day.ts';
import type { HomeCampaign } from '../home-campaigns.reads.ts';
import { draftCampaigns, papersOf, type DraftDocument } from '../home-lists.reads.ts';
import {
  countWork,
  practiceWords,
  stepBasis,
  stepDue,
  task,
  type Counted,
  type Home,
  type HomeRule,
  type Task,
} from '../home.ts';
import { registrationDue, shortUnits } from './registration.rules.ts';

/** A step of the plan is announced so many days before its end. */
const announcedStep = 14;

/** Step 2 binds the year's list; additions of the second half-year have no day of their own in the plan. */
function appraisalDue(campaign: HomeCampaign, counted: Counted) {
  return counted.rows.some((row) => row.intake === 1) ? stepDue(campaign, 2) : null;
}

function submittedTask(home: Home, campaign: HomeCampaign): Task[] {
  const submitted = countWork(home, campaign, { permission: 'practice.appraise', states: ['submitted'] });
  if (submitted.count === 0) return [];
  return [
    task(home, {
      key: `take_up:${campaign.id}`,
      title: `Nhận thẩm định ${practiceWords(submitted)} mới gửi đăng ký`,
      basis: stepBasis(campaign, 2),
      due: appraisalDue(campaign, submitted),
      count: submitted.count,
      link: `/tham-dinh?campaignId=${campaign.id}&state=submitted`,
      button: 'Thẩm định',
      primary: true,
    }),
  ];
}

function appraisingTask(home: Home, campaign: HomeCampaign): Task[] {
  const appraising = countWork(home, campaign, { permission: 'practice.appraise', states: ['appraising'] });
  if (appraising.count === 0) return [];
  return [
    task(home, {
      key: `decide:${campaign.id}`,
      title: `Kết luận thẩm định ${practiceWords(appraising)}: nhận, trả lại hoặc không giao`,
      basis: stepBasis(campaign, 2),
      due: appraisalDue(campaign, appraising),
      count: appraising.count,
      link: `/tham-dinh?campaignId=${campaign.id}&state=appraising`,
      button: 'Kết luận',
    }),
  ];
}

function noticeTask(home: Home, campaign: HomeCampaign, papers: readonly DraftDocument[]): Task[] {
  const accepted = countWork(home, campaign, {
    permission: 'document.draft',
    states: ['assigned'],
    of: (row) => row.withoutNotice,
  });
  if (accepted.count === 0) return [];
  const draft = papers.find(
    (paper) =>
      paper.campaignId === campaign.id &&
      paper.state !== 'issued' &&
      (paper.purpose === 'notice_of_assignment' || paper.purpose === 'supplementary_notice'),
  );
  return [
    task(home, {
      key: `notice:${campaign.id}`,
      title: `${draft ? 'Ban hành' : 'Dự thảo'} thông báo giao thực hiện ${practiceWords(accepted)} đã nhận`,
      basis: stepBasis(campaign, 2),
      due: appraisalDue(campaign, accepted),
      count: accepted.count,
      link: draft ? `/van-ban/${draft.id}` : `/mo-hinh?campaignId=${campaign.id}&lacking=notice`,
      button: draft ? 'Mở dự thảo' : 'Lập thông báo',
    }),
  ];
}

async function missingUnitsTask(home: Home, campaign: HomeCampaign): Promise<Task[]> {
  const due = registrationDue(campaign.plan, home.today);
  if (due === null) return [];
  const short = await shortUnits(home, campaign, 'practice.appraise');
  if (short.length === 0) return [];
  const none = short.filter((unit) => unit.registered === 0).length;
  return [
    task(home, {
      key: `missing_units:${campaign.id}`,
      title: `Đôn đốc ${short.length} đơn vị đăng ký chưa đủ chỉ tiêu`,
      basis: `${stepBasis(campaign, 1)}${none > 0 ? ` · ${none} đơn vị chưa đăng ký mô hình nào` : ''}`,
      due,
      count: short.length,
      link: `/chien-dich/${campaign.id}`,
      button: 'Xem đơn vị',
      primary: false,
    }),
  ];
}

function stepTasks(home: Home, campaign: HomeCampaign): Task[] {
  if (!home.caller.access.can('campaign.manage', campaign.ownerUnitId)) return [];
  const horizon = addDays(home.today, announcedStep);
  return campaign.plan.steps
    .filter((step) => step.due !== null && home.today <= step.due && step.due <= horizon)
    .map((step) =>
      task(home, {
        key: `step:${campaign.id}:${step.number}`,
        title: `Bước ${step.number} sắp hết hạn: ${step.name}`,
        basis: campaign.planName,
        due: step.due,
        count: 1,
        link: `/chien-dich/${campaign.id}`,
        button: 'Xem',
      }),
    );
}

export const agencyRules: readonly HomeRule[] = [
  {
    name: 'registrations to take up and to decide',
    permission: 'practice.appraise',
    find: (home) => ({
      owed: home.campaigns.flatMap((one) => [...submittedTask(home, one), ...appraisingTask(home, one)]),
    }),
  },
  {
    name: 'accepted and in no notice',
    permission: 'document.draft',
    find: async (home) => {
      const papers = await papersOf(
        home.db,
        home.campaigns.map((one) => one.id),
      );
      return { owed: home.campaigns.flatMap((one) => noticeTask(home, one, papers)) };
    },
  },
  {
    name: 'units that have not registered enough',
    permission: 'practice.appraise',
    find: async (home) => ({
      owed: (await Promise.all(home.campaigns.map((one) => missingUnitsTask(home, one)))).flat(),
    }),
  },
  {
    name: 'steps of the plan that end soon',
    permission: 'campaign.manage',
    find: (home) => ({ owed: home.campaigns.flatMap((one) => stepTasks(home, one)) }),
  },
  {
    name: 'campaigns not opened yet',
    permission: 'campaign.manage',
    find: async (home) => {
      const drafts = await draftCampaigns(home.db, home.caller.access.scope('campaign.manage'));
      return {
        waiting: drafts.map((draft) => ({
          key: `draft_campaign:${draft.id}`,
          tone: 'grey' as const,
          tag: 'Đang soạn',
          title: draft.title,
          detail: 'Hoàn thiện kế hoạch rồi phát động để các đơn vị đăng ký.',
          link: `/chien-dich/${draft.id}`,
          button: 'Mở',
        })),
      };
    },
  },
];
