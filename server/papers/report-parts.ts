import { cell, list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block, Run, TableCell } from '#domain/documents/paper.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { funnelWords, type FunnelStage } from '#domain/practices/funnel.ts';
import { registeredStates, type Origin } from '#domain/practices/practice.states.ts';
import { originWords } from '#domain/practices/practice.words.ts';
import { selfCheckStatuses, selfCheckStatusWords } from '#domain/practices/progress.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import {
  issuedPapers,
  originCounts,
  planPaper,
  selfCheckCounts,
  sentReports,
  type OriginCount,
} from './campaign-work.reads.ts';
import type { CampaignNumbers } from './campaign-numbers.ts';
import { joined, type Draft } from './paper-draft.ts';
import type { UnitWords } from './unit-words.ts';

/** "Kế hoạch số 26-KH/BCĐ, ngày …": the papers of the year, as the register has them. */
export async function leadershipBlocks(draft: Draft): Promise<Block[]> {
  const { context, campaign } = draft;
  const plan = await planPaper(context.db, campaign.planDocumentId);
  const issued = await issuedPapers(context.db, campaign.id);
  const planned = plan?.symbol
    ? [`Kế hoạch số ${plan.symbol}${plan.issuedOn ? `, ngày ${formatDay(plan.issuedOn)}` : ''}`]
    : [];
  const papers = [
    ...planned,
    ...issued.map(
      (one) =>
        `${typeWords[one.type] ?? 'Văn bản'} số ${one.symbol}, ngày ${formatDay(one.issuedOn)} ${one.subject}`,
    ),
  ];
  return [
    paragraph(
      papers.length === 0
        ? 'Chưa có văn bản nào của chiến dịch được ban hành trong sổ văn bản; đề nghị bổ sung các văn bản lãnh đạo, chỉ đạo.'
        : `Đã ban hành và tổ chức quán triệt, triển khai: ${papers.join('; ')}.`,
    ),
    membersBlock(draft),
  ];
}

function membersBlock(draft: Draft): Block {
  const { campaign } = draft;
  const value = campaign.plan.members.length;
  if (value === 0) return paragraph('Chưa có số liệu thành viên Ban Chỉ đạo trong kế hoạch của chiến dịch.');
  return paragraph([
    'Ban Chỉ đạo phong trào thi đua “Dân vận khéo” có ',
    draft.figures.of('steering_members', {
      label: 'Thành viên Ban Chỉ đạo',
      definition: 'Số thành viên Ban Chỉ đạo ghi trong kế hoạch của chiến dịch.',
      value,
      unit: 'người',
      link: `/chien-dich/${campaign.id}`,
    }),
    ' thành viên, được phân công phụ trách địa bàn, lĩnh vực để hướng dẫn, kiểm tra, đôn đốc.',
  ]);
}

/** "Đã kiểm tra thực tế 12 mô hình, điển hình."; says so openly where nothing is known. */
export function countedSentence(
  draft: Draft,
  counted: { key: string; label: string; value: number; opening: string; none: string },
): (string | Run)[] {
  if (counted.value === 0) return [counted.none];
  return [
    counted.opening,
    draft.figures.of(counted.key, {
      label: counted.label,
      definition: 'Số mô hình, điển hình của chiến dịch có ghi kết quả này trong sổ theo dõi.',
      value: counted.value,
      unit: 'mô hình',
      filter: { funnel: 'registered' },
    }),
    ' mô hình, điển hình.',
  ];
}

const typeWords: Readonly<Record<string, string>> = {
  TB: 'Thông báo',
  QĐ: 'Quyết định',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  CV: 'Công văn',
  HD: 'Hướng dẫn',
};

/** "trong đó: mới 30, tiếp tục 12, nhân rộng 03; mô hình 40, điển hình 05": axes side by side, never merged. */
export async function axesBlock(draft: Draft): Promise<Block> {
  const rows = await originCounts(draft.context.db, draft.campaign.id, registeredStates);
  const origins = (Object.keys(originWords) as Origin[]).map((origin) => [
    `${originWords[origin].toLocaleLowerCase('vi')} `,
    axisFigure(draft, rows, { axis: 'origin', value: origin, label: originWords[origin] }),
  ]);
  const natures = (
    [
      ['model', 'mô hình'],
      ['exemplar', 'điển hình'],
    ] as const
  ).map(([value, label]) => [`${label} `, axisFigure(draft, rows, { axis: 'nature', value, label })]);
  const subjects = (
    [
      ['collective', 'tập thể'],
      ['individual', 'cá nhân'],
      ['household', 'hộ gia đình'],
    ] as const
  ).map(([value, label]) => [`${label} `, axisFigure(draft, rows, { axis: 'subject', value, label })]);
  return paragraph([
    'Theo nguồn gốc: ',
    ...joined(origins),
    '. Theo loại: ',
    ...joined(natures),
    '. Theo chủ thể: ',
    ...joined(subjects),
    '.',
  ]);
}

function axisFigure(
  draft: Draft,
  rows: readonly OriginCount[],
  part: { axis: 'origin' | 'nature' | 'subject'; value: string; label: string },
): Run {
  const value = rows.filter((row) => row[part.axis] === part.value).reduce((sum, row) => sum + row.count, 0);
  return draft.figures.of(`registered.${part.axis}.${part.value}`, {
    label: `${funnelWords.registered.label}: ${part.label.toLocaleLowerCase('vi')}`,
    definition: funnelWords.registered.definition,
    value,
    unit: 'mô hình',
    filter: { funnel: 'registered', [part.axis]: part.value },
  });
}

/** A line for each stage asked, each with its own figure: they are different numbers (domain.md §2). */
export function funnelList(draft: Draft, numbers: CampaignNumbers, stages: readonly FunnelStage[]): Block {
  return list(
    ...stages.map((stage) => [
      `${funnelWords[stage].label}: `,
      draft.figures.funnel(stage, numbers.funnel[stage]),
      ' mô hình, điển hình.',
    ]),
  );
}

/** The self-checks whose day has come, by how the practices go; says so where none was answered. */
export async function selfCheckBlocks(draft: Draft): Promise<Block[]> {
  const { context, campaign, figures } = draft;
  const due = campaign.plan.selfChecks.filter((check) => check.due <= context.today);
  if (due.length === 0) return [paragraph('Chưa đến hạn lần tự kiểm tra nào theo kế hoạch.')];
  const counts = await selfCheckCounts(context.db, campaign.id);
  return [
    {
      kind: 'table',
      columns: [{ width: 40 }, ...selfCheckStatuses.map(() => ({ width: 15, align: 'center' as const }))],
      headerRows: [
        [cell('Lần tự kiểm tra'), ...selfCheckStatuses.map((status) => cell(selfCheckStatusWords[status]))],
      ],
      rows: due.map((check): TableCell[] => [
        cell(`${check.name} (hạn ${formatDay(check.due)})`),
        ...selfCheckStatuses.map((status) =>
          cell(
            figures.of(`self_check.${check.code}.${status}`, {
              label: `${check.name}: ${selfCheckStatusWords[status]}`,
              definition: 'Số mô hình, điển hình có kết quả tự kiểm tra này do đơn vị ghi.',
              value: counts.find((one) => one.code === check.code && one.status === status)?.count ?? 0,
              unit: 'mô hình',
              filter: { funnel: 'accepted' },
            }),
          ),
        ),
      ]),
    },
  ];
}

export interface ReportWords {
  readonly sent: number;
  readonly late: readonly string[];
  readonly difficulties: readonly UnitWords[];
  readonly proposals: readonly UnitWords[];
}

/** What units reported in words, and who owes a report still. */
export async function reportWords(
  draft: Draft,
  numbers: CampaignNumbers,
  kind: 'mid_year' | 'year_end',
): Promise<ReportWords> {
  const { context, campaign } = draft;
  const reports = await sentReports(context.db, campaign, kind);
  const names = await unitNames(
    context.db,
    reports.map((one) => one.unitId),
  );
  const order = new Map(context.tree.all().map((unit, index) => [unit.id, index]));
  const inOrder = reports.toSorted(
    (a, b) => (order.get(a.unitId) ?? Infinity) - (order.get(b.unitId) ?? Infinity),
  );
  const said = (part: 'difficulties' | 'proposals'): UnitWords[] =>
    inOrder.map((one) => ({ unitName: names.get(one.unitId)?.name ?? '', words: one[part] }));
  const sent = new Set(reports.map((one) => one.unitId));
  return {
    sent: numbers.units.filter((unit) => sent.has(unit.id)).length,
    late: numbers.units.filter((unit) => !sent.has(unit.id)).map((unit) => unit.name),
    difficulties: said('difficulties'),
    proposals: said('proposals'),
  };
}

/** "Đã có 20 đơn vị gửi báo cáo; chưa gửi: …": late units are named (domain.md §4). */
export function reportStandingBlock(draft: Draft, words: ReportWords, kind: 'mid_year' | 'year_end'): Block {
  const name = kind === 'mid_year' ? 'báo cáo 6 tháng' : 'báo cáo năm';
  const due = draft.campaign.plan.reports.find((one) => one.kind === kind)?.unitDue;
  return paragraph([
    'Có ',
    draft.figures.of(`reports.${kind}`, {
      label: `Đơn vị đã gửi ${name}`,
      definition: 'Đơn vị phải đăng ký đã gửi báo cáo, kể cả báo cáo đã được chấp nhận.',
      value: words.sent,
      unit: 'đơn vị',
      link: `/bao-cao?${new URLSearchParams({ campaignId: draft.campaign.id, kind })}`,
    }),
    ` đơn vị đã gửi ${name}`,
    words.late.length === 0
      ? '.'
      : `; chưa gửi${due ? ` (hạn ${formatDay(due)})` : ''}: ${words.late.join(', ')}.`,
  ]);
}
