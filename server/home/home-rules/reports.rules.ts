import type { Plan } from '#domain/campaigns/plan.ts';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import {
  correctedReports,
  lateReports,
  remindedReports,
  reportsToReview,
  type Reminded,
} from '#server/reports/report-work.reads.ts';
import { owedReports, type Owed, type OwedRow, type ReportRow } from '#server/reports/owed.reads.ts';
import type { HomeCampaign } from '../home-campaigns.reads.ts';
import { papersOf, type DraftDocument } from '../home-lists.reads.ts';
import { namedAtMost, task, type Home, type HomeRule, type Task, type Waiting } from '../home.ts';

/** The committee's own reports are announced so many days before they are due. */
const announcedCommitteeReport = 30;

type ReportDue = Plan['reports'][number];

const committeeWords: Record<ReportDue['kind'], { name: string; purpose: string; step: number }> = {
  mid_year: { name: 'báo cáo sơ kết 6 tháng của Ban Chỉ đạo', purpose: 'mid_year_report', step: 4 },
  year_end: { name: 'báo cáo tổng kết năm của Ban Chỉ đạo', purpose: 'closing_report', step: 5 },
};

/** "Báo cáo tháng phong trào …, tháng 3 năm 2026". */
function titleOf(row: Pick<ReportRow, 'form' | 'period'>): string {
  return `${row.form.name}, ${row.period.words}`;
}

/** Where reports of many units are followed, at this period. */
function followLink({ form, period }: Pick<ReportRow, 'form' | 'period'>): string {
  return `/bao-cao/theo-doi?formId=${form.id}&ky=${period.from}`;
}

/** One task a form and period: what my units have not sent. */
function owedTasks(home: Home, { rows, left }: Owed): Task[] {
  const cut = new Set(left.map((one) => one.form.id));
  const groups = new Map<string, OwedRow[]>();
  for (const row of rows) {
    if (row.state === 'returned') continue;
    const key = `${row.form.id} ${row.period.from}`;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  const named = [...groups].slice(0, namedAtMost).flatMap(([key, owing]) => {
    const [first] = owing;
    if (!first) return [];
    // What did not fit into the list is owed all the same.
    const count = cut.has(first.form.id) ? first.unsentOfPeriod : owing.length;
    const begun = count === 1 ? first.id : null;
    return [
      task(home, {
        key: `report:${key}`,
        title: titleOf(first),
        basis: `số liệu đã tính sẵn từ sổ mô hình${count > 1 ? ` · ${formatNumber(count)} đơn vị chưa gửi` : ''}${first.extended ? ' · đã được gia hạn' : ''}`,
        due: owing.map((row) => row.due).toSorted()[0] ?? first.due,
        count,
        link: begun === null ? `/bao-cao?formId=${first.form.id}` : `/bao-cao/${begun}`,
        button: begun === null ? 'Viết báo cáo' : 'Viết tiếp',
      }),
    ];
  });
  const unlisted = left.map((one) => {
    const counted = [...groups.values()].filter(([first]) => first?.form.id === one.form.id);
    const spokenOf = counted.map((owing) => (owing[0]?.unsentOfPeriod ?? 0) - owing.length);
    return { ...one, count: one.count - spokenOf.reduce((sum, more) => sum + more, 0) };
  });
  return [
    ...named,
    ...(groups.size > namedAtMost ? [moreTask(home, groups.size - namedAtMost)] : []),
    ...unlisted.filter((one) => one.count > 0).map((one) => leftTask(home, one)),
  ];
}

/** Periods and forms that are owed beyond those named; each report stands on the page of reports. */
function moreTask(home: Home, count: number): Task {
  return task(home, {
    key: 'report_more',
    title: `Còn ${formatNumber(count)} kỳ báo cáo nữa chưa gửi`,
    basis: 'xem đủ ở trang Báo cáo',
    due: null,
    count,
    link: '/bao-cao',
    button: 'Xem đủ',
  });
}

/** What is owed of older periods, beyond what can be listed. */
function leftTask(home: Home, { form, count }: Owed['left'][number]): Task {
  return task(home, {
    key: `report_left:${form.id}`,
    title: `Còn ${formatNumber(count)} báo cáo nữa của các kỳ trước: ${form.name}`,
    basis: 'quá nhiều để nêu từng báo cáo ở đây',
    due: null,
    count,
    link: `/bao-cao/theo-doi?formId=${form.id}`,
    button: 'Xem theo kỳ',
  });
}

/** "Đảng bộ phường … · Đã nhắc ngày 07/04/2026 (theo lịch) · hạn 07/04/2026". */
function remindedWords({ unit, due, reminded }: Reminded): string {
  const by = reminded.byName === null ? 'theo lịch' : `${reminded.byName} nhắc`;
  return `${unit.name} · Đã nhắc ngày ${formatDay(reminded.on)} (${by}) · hạn ${formatDay(due)}`;
}

function cameBack(rows: readonly OwedRow[]): Waiting[] {
  return rows.slice(0, namedAtMost).map((row) => ({
    key: `report_returned:${row.id ?? ''}`,
    tone: 'red' as const,
    tag: 'Bị trả lại',
    title: titleOf(row),
    detail: row.returnReason ? `“${row.returnReason}”` : 'Bổ sung rồi gửi lại.',
    link: `/bao-cao/${row.id ?? ''}`,
    button: 'Sửa',
  }));
}

function committeeTasks(home: Home, campaign: HomeCampaign, papers: readonly DraftDocument[]): Task[] {
  if (!home.caller.access.can('document.draft', campaign.ownerUnitId)) return [];
  return campaign.plan.reports.flatMap((due) => {
    const words = committeeWords[due.kind];
    const mine = papers.filter(
      (paper) => paper.campaignId === campaign.id && paper.purpose === words.purpose,
    );
    if (home.today < addDays(due.committeeDue, -announcedCommitteeReport)) return [];
    if (mine.some((paper) => paper.state === 'issued')) return [];
    const [draft] = mine;
    return [
      task(home, {
        key: `committee_report:${campaign.id}:${due.kind}`,
        title: `${draft ? 'Hoàn thiện, ban hành' : 'Lập'} ${words.name}`,
        basis: `${campaign.planName}, bước ${words.step}`,
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
    name: 'reports that my units owe, got back or were reminded of',
    permission: 'unit_report.write',
    find: async (home) => {
      const scope = home.caller.access.scope('unit_report.write');
      const owed = await owedReports(home, scope);
      const { rows } = owed;
      const reminded = await remindedReports(home, rows);
      return {
        owed: owedTasks(home, owed),
        waiting: [
          ...cameBack(rows.filter((row) => row.state === 'returned')),
          ...reminded.slice(0, namedAtMost).map((row) => ({
            key: `report_reminded:${row.form.id} ${row.period.from} ${row.unit.id}`,
            tone: 'gold' as const,
            tag: 'Được nhắc',
            title: titleOf(row),
            detail: remindedWords(row),
            link: row.id === null ? `/bao-cao?formId=${row.form.id}` : `/bao-cao/${row.id}`,
            button: row.id === null ? 'Viết báo cáo' : 'Viết tiếp',
          })),
        ],
      };
    },
  },
  {
    name: 'reports of units to review',
    permission: 'unit_report.review',
    find: async (home) => ({
      owed: (await reportsToReview(home)).map((sent) =>
        task(home, {
          key: `review:${sent.form.id} ${sent.period.from}`,
          title: `Xem và tiếp nhận ${sent.count} báo cáo của đơn vị: ${titleOf(sent)}`,
          basis: sent.form.name,
          due: null,
          count: sent.count,
          link: sent.count === 1 ? `/bao-cao/${sent.firstId}` : followLink(sent),
          button: 'Xem',
        }),
      ),
    }),
  },
  {
    name: 'accepted reports that their units have changed since',
    permission: 'unit_report.review',
    find: async (home) => ({
      waiting: (await correctedReports(home)).map((one) => ({
        key: `report_corrected:${one.id} ${one.correctedAt}`,
        tone: 'gold' as const,
        tag: 'Đã sửa sau khi nhận',
        title: titleOf(one),
        detail: `${one.unitName}: “${one.why}”`,
        link: `/bao-cao/${one.id}`,
        button: 'Xem',
      })),
    }),
  },
  {
    name: 'reports so late that the level above is told',
    permission: 'unit_report.review',
    find: async (home) => ({
      waiting: (await lateReports(home)).slice(0, namedAtMost).map((late) => ({
        key: `report_late:${late.form.id} ${late.period.from}`,
        tone: 'red' as const,
        tag: 'Chậm báo cáo',
        title: `${late.mayBeMore ? 'Ít nhất ' : ''}${formatNumber(late.units.length)} đơn vị chậm quá ${late.afterDays} ngày: ${titleOf(late)}`,
        detail: late.units.slice(0, 5).join(', ') + (late.units.length > 5 ? ' …' : ''),
        link: followLink(late),
        button: 'Xem',
      })),
    }),
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
