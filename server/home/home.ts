import type { ResponseOf } from '#contract/endpoint.ts';
import type { homeApi } from '#contract/home.ts';
import type { Permission } from '#domain/access/permissions.ts';
import { daysBetween, type Day } from '#domain/kernel/day.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { HomeCampaign } from './home-campaigns.reads.ts';
import type { WorkRow } from './home-work.reads.ts';

type HomeAnswer = ResponseOf<(typeof homeApi)['GET /api/home']>;
export type Task = HomeAnswer['owed'][number];
export type Waiting = HomeAnswer['waiting'][number];

/** What every rule looks at: who asks, the open campaigns with work for them, and the counts of that work. */
export interface Home extends ReadContext {
  readonly campaigns: readonly HomeCampaign[];
  readonly work: readonly WorkRow[];
}

interface Found {
  readonly owed?: readonly Task[];
  readonly waiting?: readonly Waiting[];
}

/** One sentence of "Việc của tôi": who is asked (a permission held somewhere) and how it is found. */
export interface HomeRule {
  readonly name: string;
  readonly permission: Permission;
  find(home: Home): Found | Promise<Found>;
}

/** Lists on the home page name at most so many records; the rest is a click away. */
export const namedAtMost = 20;

export function task(
  home: { readonly today: Day },
  given: Omit<Task, 'daysLeft' | 'late' | 'primary'> & { primary?: boolean },
): Task {
  const daysLeft = given.due === null ? null : daysBetween(home.today, given.due);
  const late = daysLeft !== null && daysLeft < 0;
  return { ...given, daysLeft, late, primary: given.primary ?? late };
}

/** "Kế hoạch 26-KH/BCĐ, bước 4", or the campaign with the step's name where its plan is not in the register. */
export function stepBasis(campaign: HomeCampaign, number: number): string {
  const step = campaign.plan.steps.find((one) => one.number === number);
  return campaign.hasPlanPaper
    ? `${campaign.planName}, bước ${number}`
    : `${campaign.title}, bước ${number}${step ? `: ${step.name}` : ''}`;
}

export function stepDue(campaign: HomeCampaign, number: number): Day | null {
  return campaign.plan.steps.find((one) => one.number === number)?.due ?? null;
}

export interface Counted {
  readonly count: number;
  /** The practice itself where it is the only one. */
  readonly only: { readonly id: string; readonly name: string } | null;
  readonly rows: readonly WorkRow[];
}

/** Adds up work of a campaign in the caller's area for a permission; `of` says what is counted of a row. */
export function countWork(
  home: Home,
  campaign: HomeCampaign,
  wanted: {
    permission: Permission;
    states: readonly PracticeState[];
    of?: (row: WorkRow) => number;
  },
): Counted {
  const area = home.caller.access.scope(wanted.permission);
  const of = wanted.of ?? ((row: WorkRow) => row.count);
  const rows = home.work.filter(
    (row) =>
      row.campaignId === campaign.id &&
      wanted.states.includes(row.state) &&
      area.has(row.unitId) &&
      of(row) > 0,
  );
  const count = rows.reduce((sum, row) => sum + of(row), 0);
  const [first] = rows;
  const only = count === 1 && first?.count === 1 ? { id: first.firstId, name: first.firstName } : null;
  return { count, only, rows };
}

/** The practice's own page where there is one, else the list that shows exactly what was counted. */
export function practiceLink(
  campaign: { readonly id: string },
  filter: string,
  only: { readonly id: string } | null,
): string {
  return only ? `/mo-hinh/${only.id}` : `/mo-hinh?campaignId=${campaign.id}&${filter}`;
}

/** "“Tổ tự quản”" alone, "3 mô hình" together. */
export function practiceWords(counted: { count: number; only: { name: string } | null }): string {
  return counted.only ? `“${counted.only.name}”` : `${counted.count} mô hình`;
}
