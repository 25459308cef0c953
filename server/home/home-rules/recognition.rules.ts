import { formatDay } from '#domain/kernel/day.ts';
import type { HomeCampaign } from '../home-campaigns.reads.ts';
import {
  draftMeetings,
  openOffers,
  openUpwardProposals,
  papersOf,
  type DraftDocument,
  type DraftMeeting,
} from '../home-lists.reads.ts';
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

function teamScoreTask(home: Home, campaign: HomeCampaign): Task[] {
  const unscored = countWork(home, campaign, {
    permission: 'practice.inspect',
    states: ['proposed'],
    of: (row) => row.withoutTeamScore,
  });
  if (unscored.count === 0) return [];
  return [
    task(home, {
      key: `team_score:${campaign.id}`,
      title: `Kiểm tra, chấm điểm ${practiceWords(unscored)} đề nghị công nhận`,
      basis: stepBasis(campaign, 5),
      due: campaign.plan.recogniseBy,
      count: unscored.count,
      link: practiceLink(campaign, 'lacking=team_score', unscored.only),
      button: 'Chấm điểm',
    }),
  ];
}

function meetingTasks(home: Home, campaign: HomeCampaign, meetings: readonly DraftMeeting[]): Task[] {
  if (!home.caller.access.can('practice.decide', campaign.ownerUnitId)) return [];
  const prepared = meetings
    .filter((meeting) => meeting.campaignId === campaign.id)
    .map((meeting) =>
      task(home, {
        key: `meeting:${meeting.id}`,
        title: `Kết luận ${meeting.title}`,
        basis: `${stepBasis(campaign, 5)} · họp ngày ${formatDay(meeting.heldOn)}, ${meeting.candidates} mô hình`,
        due: campaign.plan.recogniseBy,
        count: meeting.candidates,
        link: `/hop-xet/${meeting.id}`,
        button: 'Mở',
      }),
    );
  const waiting = countWork(home, campaign, {
    permission: 'practice.decide',
    states: ['proposed'],
    of: (row) => row.withoutMeeting,
  });
  if (waiting.count === 0) return prepared;
  return [
    ...prepared,
    task(home, {
      key: `to_meet:${campaign.id}`,
      title: `Họp xét công nhận ${practiceWords(waiting)} đã đề nghị`,
      basis: stepBasis(campaign, 5),
      due: campaign.plan.recogniseBy,
      count: waiting.count,
      link: `/hop-xet?campaignId=${campaign.id}`,
      button: 'Chuẩn bị họp',
    }),
  ];
}

function decisionTask(home: Home, campaign: HomeCampaign, papers: readonly DraftDocument[]): Task[] {
  const recognised = countWork(home, campaign, {
    permission: 'document.draft',
    states: ['recognised'],
    of: (row) => row.withoutDecision,
  });
  if (recognised.count === 0) return [];
  const draft = papers.find(
    (paper) =>
      paper.campaignId === campaign.id &&
      paper.purpose === 'recognition_decision' &&
      paper.state !== 'issued',
  );
  return [
    task(home, {
      key: `decision:${campaign.id}`,
      title: `${draft ? 'Ban hành' : 'Dự thảo'} quyết định công nhận ${practiceWords(recognised)}`,
      basis: stepBasis(campaign, 5),
      due: campaign.plan.recogniseBy,
      count: recognised.count,
      link: draft ? `/van-ban/${draft.id}` : `/mo-hinh?campaignId=${campaign.id}&lacking=decision`,
      button: draft ? 'Mở dự thảo' : 'Lập quyết định',
    }),
  ];
}

function campaignIds(home: Home): string[] {
  return home.campaigns.map((one) => one.id);
}

export const recognitionRules: readonly HomeRule[] = [
  {
    name: 'proposed without the team’s score',
    permission: 'practice.inspect',
    find: (home) => ({ owed: home.campaigns.flatMap((one) => teamScoreTask(home, one)) }),
  },
  {
    name: 'meetings to prepare and to conclude',
    permission: 'practice.decide',
    find: async (home) => {
      const meetings = await draftMeetings(home.db, campaignIds(home));
      return { owed: home.campaigns.flatMap((one) => meetingTasks(home, one, meetings)) };
    },
  },
  {
    name: 'recognised and in no decision',
    permission: 'document.draft',
    find: async (home) => {
      const papers = await papersOf(home.db, campaignIds(home));
      return { owed: home.campaigns.flatMap((one) => decisionTask(home, one, papers)) };
    },
  },
  {
    name: 'proposals that came up to my level',
    permission: 'upward.record',
    find: async (home) => {
      const proposals = await openUpwardProposals(home.db, home.caller.access.scope('upward.record'));
      return {
        waiting: proposals.map((proposal) => ({
          key: `upward:${proposal.id}`,
          tone: 'gold' as const,
          tag: 'Đề nghị cấp trên',
          title: `“${proposal.practiceName}”`,
          detail: `${home.tree.find(proposal.fromUnitId)?.name ?? ''}, đề nghị ngày ${formatDay(proposal.proposedOn)}`,
          link: '/nhan-rong',
          button: 'Ghi kết quả',
        })),
      };
    },
  },
  {
    name: 'practices put to my units to take up',
    permission: 'practice.replicate',
    find: async (home) => {
      const offers = await openOffers(home.db, home.caller.access.scope('practice.replicate'));
      return {
        waiting: offers.map((offer) => ({
          key: `offer:${offer.id}`,
          tone: 'green' as const,
          tag: 'Đề nghị nhân rộng',
          title: `“${offer.practiceName}”`,
          detail: `Mô hình của ${home.tree.find(offer.fromUnitId)?.name ?? 'đơn vị khác'}${offer.message === '' ? '' : `: “${offer.message}”`}`,
          link: '/nhan-rong',
          button: 'Trả lời',
        })),
      };
    },
  },
];
