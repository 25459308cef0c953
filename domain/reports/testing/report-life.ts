import { addDays, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { OrganisationStory } from '#domain/organisations/testing/organisation-story.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { figuresOf, type Figures } from '../figures.ts';
import type { Indicator } from '../form.ts';
import { countedStates, reportWorkflow, type ReportState } from '../report.workflow.ts';
import { rollUp } from '../roll-up.ts';

const plain = { definition: 'Để thử', unit: 'lượt', group: '', decimals: 0, partOf: null } as const;
const entered = { kind: 'entered', required: false } as const;
const one = (code: string, over: Partial<Indicator> = {}): Indicator => ({
  ...plain,
  code,
  label: `Chỉ tiêu ${code}`,
  source: entered,
  aggregation: 'sum',
  ...over,
});
const share = one('share', {
  unit: '%',
  decimals: 1,
  source: { kind: 'share', part: 'part', whole: 'whole' },
  aggregation: 'share',
});
const registered = one('registered', {
  source: { kind: 'register', measure: 'registered', baseField: null },
});

/** What a form asks in its first revision, and in the second: more, and in another order. */
export const lifeIndicators: readonly [readonly Indicator[], readonly Indicator[]] = [
  [one('whole'), one('part', { partOf: 'whole' }), registered, share, one('units', { aggregation: 'units' })],
  [
    registered,
    one('extra'),
    one('units', { aggregation: 'units' }),
    one('whole'),
    one('part', { partOf: 'whole' }),
    one('level', { aggregation: 'none' }),
    share,
    one('both', { source: { kind: 'sum', of: ['whole', 'extra'] } }),
  ],
];

export const lifePeriods: readonly Period[] = [
  { from: '2020-01-01', to: '2020-01-31' },
  { from: '2020-02-01', to: '2020-02-29' },
  { from: '2020-03-01', to: '2020-03-31' },
];
/** The second revision holds from here on. */
export const revisedFrom: Day = '2020-03-01';

export interface LifeForm {
  readonly code: string;
  readonly kinds: readonly UnitKind[];
  readonly needsApproval: boolean;
  revised: boolean;
  askedTo: Day | null;
}

interface Moment {
  readonly at: string;
  readonly today: Day;
}

export interface LifeReport {
  readonly form: LifeForm;
  readonly period: Period;
  readonly unit: string;
  state: ReportState;
  revision: 0 | 1;
  stated: ReadonlyMap<string, bigint | null>;
  /** What the register counted for it, and when. */
  counted: bigint;
  countedAt: string;
  firstSent: string | null;
  readonly moves: { readonly at: string; readonly counts: boolean }[];
}

interface LifePractice {
  readonly id: string;
  readonly at: Moment;
  withdrawn: Moment | null;
}

/**
 * Reports, forms and practices through one life, with what the register counts for whom told in plain words: by
 * trees of days and lists of everything, without paths, totals kept or SQL.
 */
export class ReportLife {
  readonly organisation = new OrganisationStory();
  readonly form: LifeForm;
  readonly reports: LifeReport[] = [];
  readonly practices: LifePractice[] = [];

  /** Every unit answers, or some kinds do, whose officers sign off before they send. */
  constructor(form: 'of all' | 'of some') {
    const head = { code: 'bieu', revised: false, askedTo: null };
    this.form =
      form === 'of all'
        ? { ...head, kinds: ['province', 'district', 'commune', 'village'], needsApproval: false }
        : { ...head, kinds: ['district', 'commune'], needsApproval: true };
  }

  asks(form: LifeForm, period: Period): boolean {
    return form.askedTo === null || period.from <= form.askedTo;
  }

  revisionInForce(form: LifeForm, period: Period): 0 | 1 {
    return form.revised && period.from >= revisedFrom ? 1 : 0;
  }

  indicatorsOf(report: Pick<LifeReport, 'revision'>): readonly Indicator[] {
    return lifeIndicators[report.revision];
  }

  find(form: LifeForm, period: Period, unit: string): LifeReport | undefined {
    return this.reports.find((two) => two.form === form && two.period === period && two.unit === unit);
  }

  counts(report: LifeReport): boolean {
    return countedStates.includes(report.state);
  }

  owing(form: LifeForm, period: Period): string[] {
    return this.organisation.history
      .treeOn(period.to)
      .all()
      .filter((unit) => unit.parentId !== null && form.kinds.includes(unit.kind))
      .map((unit) => unit.id);
  }

  /** Whether a report can be begun, or is found; a draft goes over to the revision in force. */
  begin(form: LifeForm, given: { period: Period; unit: string }, now: Moment): LifeReport | null {
    const { period, unit } = given;
    const found = this.find(form, period, unit);
    if (found) {
      if (found.state === 'draft' || found.state === 'returned') this.#carry(found);
      return found;
    }
    if (!this.asks(form, period) || period.from > now.today || !this.owing(form, period).includes(unit))
      return null;
    const report: LifeReport = {
      form,
      period,
      unit,
      state: 'draft',
      revision: this.revisionInForce(form, period),
      stated: new Map(),
      counted: 0n,
      countedAt: '',
      firstSent: null,
      moves: [],
    };
    this.reports.push(report);
    this.holds(unit, now.today);
    return report;
  }

  /** Something is kept at a unit: an act that founded it can be taken back no more. */
  holds(unit: string, day: Day): void {
    this.organisation.figures.push({ unit, day, amount: 0 });
  }

  #carry(report: LifeReport): void {
    report.revision = this.revisionInForce(report.form, report.period);
  }

  #isInForce(report: LifeReport): boolean {
    return this.revisionInForce(report.form, report.period) === report.revision && this.#isAsked(report);
  }

  #isAsked(report: LifeReport): boolean {
    return this.asks(report.form, report.period);
  }

  write(report: LifeReport, stated: ReadonlyMap<string, bigint | null>): boolean {
    const may = reportWorkflow.edit.from.includes(report.state) && this.#isInForce(report);
    if (may) report.stated = stated;
    return may;
  }

  approve(report: LifeReport, now: Moment): boolean {
    if (!reportWorkflow.approve.from.includes(report.state) || !this.#isInForce(report)) return false;
    report.counted = this.count(report, now);
    report.countedAt = now.at;
    return this.#to(report, 'approved', now);
  }

  reopen(report: LifeReport, now: Moment): boolean {
    if (report.state !== 'approved') return false;
    this.#carry(report);
    return this.#to(report, 'draft', now);
  }

  submit(report: LifeReport, now: Moment): boolean {
    if (!reportWorkflow.submit.from.includes(report.state) || !this.#isInForce(report)) return false;
    const counted = this.count(report, now);
    if (report.form.needsApproval && (report.state !== 'approved' || report.counted !== counted))
      return false;
    report.counted = counted;
    report.countedAt = now.at;
    report.firstSent ??= now.at;
    return this.#to(report, 'submitted', now);
  }

  move(report: LifeReport, action: 'withdraw' | 'return' | 'accept', now: Moment): boolean {
    const { from, to } = reportWorkflow[action];
    return from.includes(report.state) && to !== null && this.#to(report, to, now);
  }

  correct(report: LifeReport, stated: ReadonlyMap<string, bigint | null>): boolean {
    if (!this.counts(report)) return false;
    report.stated = new Map([...report.stated, ...stated]);
    return true;
  }

  recount(report: LifeReport, now: Moment): boolean {
    if (!this.counts(report)) return false;
    const counted = this.count(report, now);
    if (counted === report.counted) return false;
    report.counted = counted;
    report.countedAt = now.at;
    return true;
  }

  #to(report: LifeReport, state: ReportState, now: Moment): true {
    report.state = state;
    report.moves.push({ at: now.at, counts: countedStates.includes(state) });
    return true;
  }

  /** Null where it makes no sense to try: the revision would be written over. */
  revise(form: LifeForm): boolean | null {
    const answered = this.reports.filter((two) => two.form === form);
    if (form.revised || !answered.some((two) => two.revision === 0)) return null;
    if (answered.some((two) => this.counts(two) && two.revision === 0 && two.period.from >= revisedFrom))
      return false;
    form.revised = true;
    return true;
  }

  /** Ends a form, puts its end off or opens it again. */
  end(form: LifeForm, askedTo: Day | null): boolean {
    const sent = this.reports.filter((two) => two.form === form && this.counts(two));
    if (askedTo !== null && askedTo !== form.askedTo && sent.some((two) => two.period.from > askedTo))
      return false;
    form.askedTo = askedTo;
    return true;
  }

  figures(report: LifeReport): Figures {
    const indicators = this.indicatorsOf(report);
    const by = (value: (two: Indicator) => bigint | null) => indicators.map(value);
    return figuresOf(indicators, {
      counted: by((two) => (two.source.kind === 'register' ? report.counted : null)),
      stated: by((two) => (two.source.kind === 'entered' ? (report.stated.get(two.code) ?? null) : null)),
    });
  }

  counted(form: LifeForm, period: Period): LifeReport[] {
    return this.reports.filter((two) => two.form === form && two.period === period && this.counts(two));
  }

  rolledUp(form: LifeForm, period: Period, day: Day) {
    return rollUp(
      this.organisation.history.treeOn(day),
      lifeIndicators[this.revisionInForce(form, period)],
      this.counted(form, period).map((two) => ({ unitId: two.unit, figures: this.figures(two) })),
    );
  }

  /** What the register counts for a report: what lies with its unit, and no other report has counted. */
  count(report: LifeReport, now: Moment): bigint {
    const { form, period, unit } = report;
    const day = period.to < now.today ? period.to : now.today;
    const tree = this.organisation.history.treeOn(day);
    const mine = this.practices.filter((practice) => {
      if (practice.at.today > day || (practice.withdrawn !== null && practice.withdrawn.today <= day))
        return false;
      const way = wayUp(tree, this.#keeper(practice, day));
      const at = way.indexOf(unit);
      if (at < 0 || way.slice(0, at).some((below) => reportsItself(tree, below, form))) return false;
      return !this.reports.some((other) => this.#hasCounted(other, practice, report));
    });
    return BigInt(mine.length);
  }

  /** That another report has counted a practice, and keeps it. */
  #hasCounted(other: LifeReport, practice: LifePractice, asking: LifeReport): boolean {
    if (other === asking || other.form !== asking.form || other.period !== asking.period) return false;
    if (!this.counts(other) || practice.at.at >= other.countedAt) return false;
    const last = this.organisation.history.versions.get(other.unit)?.at(-1)?.validTo ?? null;
    const day =
      [other.period.to, other.countedAt.slice(0, 10), ...(last === null ? [] : [addDays(last, -1)])]
        .toSorted()
        .at(0) ?? '';
    const tree = this.organisation.history.treeOn(day);
    const way = wayUp(tree, this.#keeper(practice, day));
    if (way.find((at) => reportsItself(tree, at, other.form)) !== other.unit) return false;
    const [left, took] = [countedWhen(asking, other), countedWhen(other, asking)];
    return !(left && (!took || (asking.firstSent ?? '') < (other.firstSent ?? '')));
  }

  /** Units that have sent, with all that stands below them: acts on these change who counts what. */
  concerned(period: Period, tree: OrganisationTree): Set<string> {
    const sent = this.counted(this.form, period).map((two) => two.unit);
    return new Set(sent.flatMap((unit) => tree.subtree(unit)));
  }

  #keeper(practice: LifePractice, day: Day): string {
    const { spans } = this.organisation.practices.find((two) => two.id === practice.id) ?? { spans: [] };
    return spans.findLast((span) => span.from <= day)?.unit ?? '';
  }
}

/** That a report counted above when another was counted. */
function countedWhen(report: LifeReport, other: LifeReport): boolean {
  return report.moves.findLast((move) => move.at <= other.countedAt)?.counts ?? false;
}

function reportsItself(tree: OrganisationTree, unit: string, form: LifeForm): boolean {
  const found = tree.find(unit);
  return found !== undefined && found.parentId !== null && form.kinds.includes(found.kind);
}

/** A unit and what lies above it, gone ones included, from below. */
function wayUp(tree: OrganisationTree, unit: string): string[] {
  const way: string[] = [];
  for (let at: string | null = unit; at !== null && at !== '';) {
    way.push(at);
    at = tree.find(at)?.parentId ?? tree.findGone(at)?.heirId ?? null;
  }
  return way;
}
