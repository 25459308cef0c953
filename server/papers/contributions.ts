import { list, paragraph, type Words } from '#domain/documents/paper-parts.ts';
import type { Block, Run } from '#domain/documents/paper.ts';
import { formatArea, formatLabour, formatMoney } from '#domain/kernel/money.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import {
  contributionKinds,
  contributionKindWords,
  contributionSources,
  contributionSourceWords,
  type ContributionKind,
  type ContributionSource,
} from '#domain/practices/progress.ts';
import type { ContributionSum } from './campaign-work.reads.ts';
import { joined, type Draft } from './paper-draft.ts';

/** The budget and what people and business gave are two things and are never added up (domain.md §6). */
const GROUPS: readonly { key: string; title: string; sources: readonly ContributionSource[] }[] = [
  { key: 'budget', title: 'Ngân sách hỗ trợ', sources: ['budget'] },
  {
    key: 'mobilised',
    title: 'Vận động nhân dân, doanh nghiệp và các nguồn khác',
    sources: ['people', 'business', 'other'],
  },
];

const amountWords: Record<ContributionKind, (amount: number, unit: string) => string> = {
  money: (amount) => formatMoney(amount),
  land: (amount) => `${formatArea(amount)} đất`,
  labour: (amount) => formatLabour(amount),
  in_kind: (amount, unit) => `${formatNumber(amount)} ${unit}`,
};

/** "Ngân sách hỗ trợ: 120 triệu đồng"; "Vận động …: 915 triệu đồng, 1.200 m² đất, 450 ngày công (trong đó …)". */
export function contributionBlocks(draft: Draft, sums: readonly ContributionSum[]): Block[] {
  if (sums.length === 0)
    return [paragraph('Chưa có số liệu về nguồn lực huy động cho các mô hình trong sổ theo dõi.')];
  return [list(...GROUPS.map((group): Words => groupLine(draft, sums, group)))];
}

function groupLine(
  draft: Draft,
  sums: readonly ContributionSum[],
  group: (typeof GROUPS)[number],
): (string | Run)[] {
  const mine = sums.filter((one) => group.sources.includes(one.source));
  if (mine.length === 0) return [`${group.title}: chưa có số liệu.`];
  const totals = totalFigures(draft, mine, { key: group.key, title: group.title });
  const bySource =
    group.sources.length > 1
      ? contributionSources.flatMap((source): (string | Run)[][] => {
          const given = mine.filter((one) => one.source === source);
          if (given.length === 0) return [];
          const title = contributionSourceWords[source];
          return [
            [
              `${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}: `,
              ...joined(totalFigures(draft, given, { key: source, title })),
            ],
          ];
        })
      : [];
  const detail = bySource.length > 1 ? [' (', ...joined(bySource, '; '), ')'] : [];
  return [`${group.title}: `, ...joined(totals), ...detail, '.'];
}

/** One figure for each kind and, for goods, each unit of measure: amounts of unlike things are not added up. */
function totalFigures(
  draft: Draft,
  sums: readonly ContributionSum[],
  group: { key: string; title: string },
): Run[] {
  return contributionKinds.flatMap((kind) => {
    const mine = sums.filter((one) => one.kind === kind);
    return [...new Set(mine.map((one) => one.unit))].sort().map((unit) => {
      const amounts = mine.filter((one) => one.unit === unit);
      const value = Math.round(amounts.reduce((sum, one) => sum + one.amount, 0) * 1000) / 1000;
      const id = kind === 'in_kind' ? `${kind}.${unit}` : kind;
      return draft.figures.of(
        `contribution.${group.key}.${id}`,
        {
          label: `${group.title}: ${contributionKindWords[kind].toLocaleLowerCase('vi')}`,
          definition: 'Cộng các khoản đã ghi cho các mô hình của chiến dịch, không kể khoản đã hủy.',
          value,
          unit,
          filter: { funnel: 'accepted' },
        },
        amountWords[kind](value, unit),
      );
    });
  });
}
