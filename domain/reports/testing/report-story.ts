import { addDays, type Day } from '#domain/kernel/day.ts';
import { OrganisationStory, type Intent } from '#domain/organisations/testing/organisation-story.ts';
import { figuresOf, type Figures } from '../figures.ts';
import type { Indicator } from '../form.ts';
import { countedStates, reportWorkflow, type ReportAction, type ReportState } from '../report.workflow.ts';
import { changeAbove, rollUp, type CountedReport } from '../roll-up.ts';

const plain = { definition: 'Để thử', unit: 'lượt', group: '', decimals: 0, partOf: null } as const;
const entered = { kind: 'entered', required: false } as const;

/** One of every kind of figure: what adds up, what is counted by units, a share, what may not be added, a formula. */
const storyIndicators: readonly Indicator[] = [
  { ...plain, code: 'whole', label: 'Tổng', source: entered, aggregation: 'sum' },
  { ...plain, code: 'part', label: 'Trong đó', source: entered, aggregation: 'sum', partOf: 'whole' },
  {
    ...plain,
    code: 'share',
    label: 'Tỷ lệ',
    unit: '%',
    decimals: 1,
    source: { kind: 'share', part: 'part', whole: 'whole' },
    aggregation: 'share',
  },
  { ...plain, code: 'units', label: 'Đơn vị có', source: entered, aggregation: 'units' },
  { ...plain, code: 'level', label: 'Mức', source: entered, aggregation: 'none' },
  {
    ...plain,
    code: 'both',
    label: 'Cộng',
    source: { kind: 'sum', of: ['whole', 'part'] },
    aggregation: 'sum',
  },
];

/** Periods end on days on which the organisation lives, so that acts fall before, on and after them. */
export const storyPeriods: readonly Day[] = [3, 6, 9].map((days) => addDays('2020-01-01', days));

export const storyActs = ['submit', 'correct', 'return', 'withdraw', 'accept', 'close', 'reopen'] as const;
type StoryAct = (typeof storyActs)[number];

interface ReportIntent {
  readonly act: StoryAct;
  readonly period: number;
  readonly unit: number;
  readonly amount: number;
}

interface ToldReport {
  readonly period: Day;
  readonly unit: string;
  state: ReportState;
  figures: Figures;
}

interface Total {
  reports: number;
  sums: bigint[];
}

/** Reports and the organisation through one life; totals are kept as the system keeps them, change by change. */
export class ReportStory {
  readonly organisation = new OrganisationStory();
  readonly reports = new Map<string, ToldReport>();
  readonly kept = new Map<string, Total>();

  /** An act on the organisation; where it reaches back before the end of periods, their totals are made anew. */
  reorganise(intent: Intent) {
    const outcome = this.organisation.step(intent);
    if (outcome.done === 'undone') this.#forgetUnfounded();
    if (outcome.done === 'act') this.#remakeAll(outcome.asked.on);
    if (outcome.done === 'undone') this.#remakeAll();
    return outcome;
  }

  /** Makes the totals of all periods anew that end on a day or later. */
  #remakeAll(from: Day = ''): void {
    for (const period of storyPeriods) if (period >= from) this.#remake(period);
  }

  /** What was founded by an act that is taken back had no reports: the system refuses to take it back else. */
  #forgetUnfounded(): void {
    for (const [key, report] of this.reports)
      if (!this.organisation.history.versions.has(report.unit)) this.reports.delete(key);
  }

  #remake(period: Day): void {
    for (const key of this.kept.keys()) if (key.startsWith(period)) this.kept.delete(key);
    for (const report of this.reports.values())
      if (report.period === period && countedStates.includes(report.state))
        this.#add(report, null, report.figures);
  }

  /** An act on one report, or on all of a period; says which reports moved and what was asked. */
  report(intent: ReportIntent): { action: ReportAction; report: ToldReport }[] {
    const period = storyPeriods[intent.period % storyPeriods.length] ?? '';
    if (intent.act === 'close')
      return [...this.reports.values()]
        .filter((one) => one.period === period && one.state === 'submitted')
        .flatMap((one) => this.#move(one, 'accept'));
    // The owner of a form asks those below it.
    const units = this.organisation.history
      .treeOn(period)
      .all()
      .filter((one) => one.parentId !== null);
    const unit = units[intent.unit % units.length]?.id;
    if (unit === undefined) return [];
    const report = this.#reportOf(period, unit);
    const figures = amounts(intent.amount);
    if (intent.act === 'correct') return this.#correct(report, figures);
    if (intent.act === 'submit') {
      if (!reportWorkflow.submit.from.includes(report.state)) return [];
      report.figures = figures;
    }
    return this.#move(report, intent.act === 'reopen' ? 'return' : intent.act);
  }

  #reportOf(period: Day, unit: string): ToldReport {
    const key = `${period} ${unit}`;
    const known = this.reports.get(key);
    if (known) return known;
    const report: ToldReport = { period, unit, state: 'draft', figures: amounts(0) };
    this.reports.set(key, report);
    return report;
  }

  #correct(report: ToldReport, figures: Figures) {
    if (!reportWorkflow.correct.from.includes(report.state)) return [];
    this.#add(report, report.figures, figures);
    report.figures = figures;
    return [{ action: 'correct' as const, report }];
  }

  #move(report: ToldReport, action: 'submit' | 'return' | 'withdraw' | 'accept') {
    const rule = reportWorkflow[action];
    if (!rule.from.includes(report.state) || rule.to === null) return [];
    const before = countedStates.includes(report.state) ? report.figures : null;
    report.state = rule.to;
    const after = countedStates.includes(report.state) ? report.figures : null;
    if ((before === null) !== (after === null)) this.#add(report, before, after);
    return [{ action, report }];
  }

  /** The change goes up to every level of the tree of the period's last day. */
  #add(report: ToldReport, before: Figures | null, after: Figures | null): void {
    const change = changeAbove(storyIndicators, { before, after });
    for (const unit of this.organisation.history.treeOn(report.period).pathTo(report.unit)) {
      const key = `${report.period} ${unit}`;
      const total = this.kept.get(key) ?? { reports: 0, sums: storyIndicators.map(() => 0n) };
      total.reports += change.reports;
      total.sums = total.sums.map((sum, at) => sum + (change.sums[at] ?? 0n));
      this.kept.set(key, total);
    }
  }

  /** What counts of a period. */
  counted(period: Day): CountedReport[] {
    return [...this.reports.values()]
      .filter((one) => one.period === period && countedStates.includes(one.state))
      .map((one) => ({ unitId: one.unit, figures: one.figures }));
  }

  rolledUp(period: Day, day: Day) {
    return rollUp(this.organisation.history.treeOn(day), storyIndicators, this.counted(period));
  }
}

/** Figures from one number: some absent, some nothing, the part never above its whole. */
function statedFrom(amount: number): Figures {
  const whole = BigInt(amount);
  const absent = amount % 7 === 0;
  return [whole, whole / 3n, null, absent ? null : BigInt(amount % 3), absent ? null : whole, null];
}

function amounts(amount: number): Figures {
  const stated = statedFrom(amount);
  return figuresOf(storyIndicators, { counted: stated.map(() => null), stated });
}
