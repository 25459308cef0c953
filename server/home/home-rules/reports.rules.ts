import type { Plan } from '#domain/campaigns/plan.ts';
import { addDays } from '#domain/kernel/day.ts';
import type { HomeCampaign } from '../home-campaigns.reads.ts';
import { papersOf, unitReports, type DraftDocument, type ReportRow } from '../home-lists.reads.ts';
import { namedAtMost, task, type Home, type HomeRule, type Task } from '../home.ts';

type ReportDue = Plan['reports'][number];

/** Reports are announced so many days before they are due. */
const announcedUnitReport = 45;
const announcedCommitteeReport = 30;

const kindWords: Record<ReportDue['kind'], { unit: string; committee: string; purpose: string }> = {
  mid_year: {
    unit: 'Báo cáo sơ kết 6 tháng',
    committee: 'báo cáo sơ kết 6 tháng của Ban Chỉ đạo',
    purpose: 'mid_year_report',
  },
  year_end: {
    unit: 'Báo cáo tổng kết',
    committee: 'báo cáo tổng kết năm của Ban Chỉ đạo',
    purpose: 'closing_report',
  },
};

function reportBasis(campaign: HomeCampaign, kind: ReportDue['kind']): string {
  return `${campaign.planName}, bước ${kind === 'mid_year' ? 4 : 5}`;
}

async function reportTasks(
  home: Home,
  campaign: HomeCampaign,
  reports: readonly ReportRow[],
): Promise<Task[]> {
  const coming = campaign.plan.reports.filter(
    (report) => home.today >= addDays(report.unitDue, -announcedUnitReport),
  );
  if (coming.length === 0) return [];
  const { expected } = await campaign.expected();
  const mine = expected.filter((one) => home.caller.access.can('unit_report.write', one.unit.id));
  return coming.flatMap((due) => {
    const ofKind = reports.filter((report) => report.campaignId === campaign.id && report.kind === due.kind);
    const reportOf = (unitId: string) => ofKind.find((report) => report.unitId === unitId);
    const owing = mine.filter((one) => {
      const state = reportOf(one.unit.id)?.state;
      return state === undefined || state === 'draft';
    });
    const [first] = owing;
    if (!first) return [];
    const begun = owing.length === 1 ? reportOf(first.unit.id) : undefined;
    return [
      task(home, {
        key: `report:${campaign.id}:${due.kind}`,
        title: `${kindWords[due.kind].unit} năm ${campaign.year}`,
        basis: `${reportBasis(campaign, due.kind)} · số liệu đã tính sẵn từ sổ mô hình${
          owing.length > 1 ? ` · ${owing.length} đơn vị chưa gửi` : ''
        }`,
        due: due.unitDue,
        count: owing.length,
        link: begun ? `/bao-cao/${begun.id}` : `/bao-cao?campaignId=${campaign.id}&kind=${due.kind}`,
        button: begun ? 'Tiếp tục' : 'Làm báo cáo',
      }),
    ];
  });
}

function reviewTasks(home: Home, campaign: HomeCampaign, reports: readonly ReportRow[]): Task[] {
  return campaign.plan.reports.flatMap((due) => {
    const sent = reports.filter(
      (report) =>
        report.campaignId === campaign.id && report.kind === due.kind && report.state === 'submitted',
    );
    const [first] = sent;
    if (!first) return [];
    return [
      task(home, {
        key: `review:${campaign.id}:${due.kind}`,
        title: `Xem và tiếp nhận ${sent.length} báo cáo của đơn vị: ${kindWords[due.kind].unit.toLowerCase()}`,
        basis: reportBasis(campaign, due.kind),
        due: due.committeeDue,
        count: sent.length,
        link:
          sent.length === 1
            ? `/bao-cao/${first.id}`
            : `/bao-cao?campaignId=${campaign.id}&kind=${due.kind}&state=submitted`,
        button: 'Xem',
      }),
    ];
  });
}

function committeeTasks(home: Home, campaign: HomeCampaign, papers: readonly DraftDocument[]): Task[] {
  if (!home.caller.access.can('document.draft', campaign.ownerUnitId)) return [];
  return campaign.plan.reports.flatMap((due) => {
    const words = kindWords[due.kind];
    const mine = papers.filter(
      (paper) => paper.campaignId === campaign.id && paper.purpose === words.purpose,
    );
    if (home.today < addDays(due.committeeDue, -announcedCommitteeReport)) return [];
    if (mine.some((paper) => paper.state === 'issued')) return [];
    const [draft] = mine;
    return [
      task(home, {
        key: `committee_report:${campaign.id}:${due.kind}`,
        title: `${draft ? 'Hoàn thiện, ban hành' : 'Lập'} ${words.committee}`,
        basis: reportBasis(campaign, due.kind),
        due: due.committeeDue,
        count: 1,
        link: draft ? `/van-ban/${draft.id}` : `/chien-dich/${campaign.id}`,
        button: draft ? 'Mở dự thảo' : 'Lập báo cáo',
      }),
    ];
  });
}

export const reportRules: readonly HomeRule[] = [
  {
    name: 'reports that my units owe or got back',
    permission: 'unit_report.write',
    find: async (home) => {
      const reports = await unitReports(home.db, {
        campaignIds: home.campaigns.map((one) => one.id),
        scope: home.caller.access.scope('unit_report.write'),
      });
      const owed = await Promise.all(home.campaigns.map((one) => reportTasks(home, one, reports)));
      return {
        owed: owed.flat(),
        waiting: reports
          .filter((report) => report.state === 'returned')
          .slice(0, namedAtMost)
          .map((report) => ({
            key: `report_returned:${report.id}`,
            tone: 'red' as const,
            tag: 'Bị trả lại',
            title: kindWords[report.kind].unit,
            detail: report.returnReason ? `“${report.returnReason}”` : 'Bổ sung rồi gửi lại.',
            link: `/bao-cao/${report.id}`,
            button: 'Sửa',
          })),
      };
    },
  },
  {
    name: 'reports of units to review',
    permission: 'campaign.manage',
    find: async (home) => {
      const reports = await unitReports(home.db, {
        campaignIds: home.campaigns.map((one) => one.id),
        scope: home.caller.access.scope('unit_report.review'),
      });
      return { owed: home.campaigns.flatMap((one) => reviewTasks(home, one, reports)) };
    },
  },
  {
    name: 'the committee’s own reports',
    permission: 'document.draft',
    find: async (home) => {
      const papers = await papersOf(
        home.db,
        home.campaigns.map((one) => one.id),
      );
      return { owed: home.campaigns.flatMap((one) => committeeTasks(home, one, papers)) };
    },
  },
];
