import { addDays, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { Reorganisation } from '#domain/organisations/reorganisation.ts';
import type { Intent } from '#domain/organisations/testing/organisation-story.ts';
import { lifePeriods, type LifeForm, type LifeReport } from '#domain/reports/testing/report-life.ts';
import { same } from './report-sight.ts';
import { dayOfYear, type Done, type Moved, type ReportTwin } from './report-twin.ts';

/** Is told every act that was tried, with what became of it. */
type Note = (done: Named) => void;
type Named = Done & { readonly what: string };

/** The same seed tells the same life; so many acts are tried in it. */
interface Life {
  readonly seed: number;
  readonly acts: number;
}

/** What may come next, and how often. */
const acts = {
  found: 1,
  rename: 1,
  move: 2,
  merge: 2,
  split: 2,
  dissolve: 1,
  remove_level: 1,
  undo: 1,
  practice: 2,
  'withdraw practice': 1,
  time: 2,
  'long time': 1,
  report: 10,
  touch: 6,
  revise: 1,
  end: 1,
  extend: 1,
};
type Act = keyof typeof acts;
const drawn = Object.entries(acts).flatMap(([act, times]) => Array.from({ length: times }, () => act as Act));

/** Tells one life, act after act, and sees that each was carried out or refused as the model says. */
export class ReportTeller {
  readonly #twin: ReportTwin;
  readonly #seed: number;
  readonly #acts: number;
  readonly #note: Note;
  #state: number;
  /** The queued job that makes totals anew comes when it comes. */
  #queued = false;

  constructor(twin: ReportTwin, life: Life, note: Note) {
    this.#twin = twin;
    this.#seed = life.seed;
    this.#acts = life.acts;
    this.#note = note;
    this.#state = life.seed * 7_919 + 17;
  }

  #next(below: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0;
    return (this.#state >>> 8) % below;
  }

  #of<T>(list: readonly T[]): T | undefined {
    return list[this.#next(list.length || 1)];
  }

  async tell(): Promise<void> {
    for (let at = 0; at < 3; at += 1) await this.#twin.register(this.#picks(), this.#twin.now().today);
    this.#twin.kheo.clock.pass(1);
    for (let at = 0; at < this.#acts; at += 1) {
      const act = this.#of(drawn) ?? 'time';
      const done = await this.#carryOut(act);
      if (done) this.#note(done);
      const asWanted = done === null || (done.status < 500 && done.status < 300 === done.wanted);
      if (!asWanted) same([this.#seed, at, done], done.wanted ? 'carried out' : 'refused');
      this.#twin.kheo.clock.pass(1);
      if (this.#queued && this.#next(3) === 0) await this.#remake();
    }
    await this.#remake();
  }

  async #remake(): Promise<void> {
    this.#queued = false;
    const { life } = this.#twin;
    for (const period of lifePeriods)
      if (life.reports.some((one) => one.period === period))
        await this.#twin.recompute(life.form, period, 'reorganisation');
  }

  async #carryOut(act: Act): Promise<Named | null> {
    const twin = this.#twin;
    const { today } = twin.now();
    const { form } = twin.life;
    const period = this.#period(today);
    if (!period) return null;
    const named = (done: Done | null, what: string = act) => done && { ...done, what };
    switch (act) {
      case 'time':
      case 'long time':
        twin.kheo.clock.set(addDays(today, 1 + this.#next(act === 'time' ? 4 : 30)));
        return null;
      case 'practice':
        await twin.register(this.#picks(), today);
        return null;
      case 'withdraw practice':
        await twin.withdrawPractice(this.#next(100));
        return null;
      case 'report':
        return this.#report(form, period);
      case 'touch':
        return this.#touch();
      case 'revise':
        return named(await twin.revise(form));
      case 'end':
        return named(
          await twin.end(form, this.#of([null, null, '2020-01-31', '2020-02-29', '2020-03-31']) ?? null),
        );
      case 'extend': {
        const unit = this.#next(3) === 0 ? null : this.#unit(period);
        return named(await twin.extend(form, { period, unit }));
      }
      default:
        return this.#reorganise(act, today);
    }
  }

  async #reorganise(kind: Intent['kind'], today: Day) {
    const told = dayOfYear(today);
    // Most acts are told on their day, some later.
    const day = this.#next(4) === 0 ? this.#next(told + 1) : told;
    const intent = this.#chosen(() => ({
      kind,
      late: kind === 'undo' && this.#next(2) === 0,
      day,
      picks: this.#picks(),
    }));
    const done = await this.#twin.reorganise(intent);
    if (done && done.status < 300) this.#queued = true;
    return done && { ...done, what: kind };
  }

  /** Mostly one that the rules allow, on units that have sent; now and then any. */
  #chosen(make: () => Intent): Intent {
    const { life } = this.#twin;
    const { today } = this.#twin.now();
    const period = lifePeriods.findLast((one) => one.from <= today);
    const concerned = period
      ? life.concerned(period, life.organisation.history.treeOn(today))
      : new Set<string>();
    let chosen = make();
    if (this.#next(8) === 0) return chosen;
    for (let at = 0; at < 20; at += 1) {
      const intent = make();
      const foreseen = life.organisation.foresee(intent);
      if (!foreseen?.allowed) continue;
      chosen = intent;
      if (unitsOf(foreseen.asked).some((unit) => concerned.has(unit))) break;
    }
    return chosen;
  }

  #picks(): number[] {
    return Array.from({ length: 10 }, () => this.#next(997));
  }

  /** Mostly one that has begun. */
  #period(today: Day): Period | undefined {
    const begun = lifePeriods.filter((one) => one.from <= today);
    return this.#next(12) === 0
      ? this.#of(lifePeriods)
      : this.#next(3) === 0
        ? this.#of(begun)
        : begun.at(-1);
  }

  #unit(period: Period): string {
    const { history } = this.#twin.life.organisation;
    const lately = history.acts.at(-1)?.changes;
    const heirs = [
      ...(lately?.changed ?? []).map((one) => one.unitId),
      ...(lately?.successions ?? []).map((one) => one.toUnitId),
    ];
    if (heirs.length > 0 && this.#next(2) === 0) return this.#of(heirs) ?? 'r';
    if (this.#next(8) === 0) return this.#of([...history.versions.keys()]) ?? 'r';
    return this.#of(history.treeOn(period.to).all())?.id ?? 'r';
  }

  /** A unit begins, writes and, mostly, sends its report. */
  async #report(form: LifeForm, period: Period): Promise<Named | null> {
    const twin = this.#twin;
    const unit = this.#unit(period);
    const begun = await twin.begin(form, { period, unit });
    const report = twin.life.find(form, period, unit);
    if (!report || begun.status >= 300 || !begun.wanted) return { ...begun, what: 'begin' };
    const written = await twin.write(report, this.#next(2_000));
    if (!written.wanted || written.status >= 300) return { ...written, what: 'write' };
    twin.kheo.clock.pass(1);
    if (form.needsApproval) {
      const approved = await twin.move(report, 'approve');
      this.#note({ ...approved, what: 'approve' });
      if (!approved.wanted || approved.status >= 300) return { ...approved, what: 'approve' };
      twin.kheo.clock.pass(1);
    }
    if (this.#next(6) === 0) return { ...written, what: 'write' };
    // The job may be at work on the same totals.
    const [sent] = await Promise.all([
      twin.move(report, 'submit'),
      ...(this.#next(4) === 0 ? [twin.recompute(form, period, 'reorganisation')] : []),
    ]);
    return { ...sent, what: 'submit' };
  }

  /** Something is done to a report that is there. */
  async #touch(): Promise<Named | null> {
    const twin = this.#twin;
    const report = this.#of(twin.life.reports);
    if (!report) return null;
    const moves: readonly (Moved | 'correct' | 'write' | 'send again')[] = [
      ...(['accept', 'return', 'withdraw', 'recount', 'recount', 'correct', 'correct', 'write'] as const),
      ...(['reopen', 'approve', 'submit', 'submit', 'send again', 'send again'] as const),
    ];
    const act = this.#of(moves) ?? 'submit';
    if (act === 'send again') return this.#sendAgain(report);
    if (act === 'correct') return { ...(await twin.correct(report, this.#next(2_000))), what: act };
    if (act === 'write') return { ...(await twin.write(report, this.#next(2_000))), what: act };
    return { ...(await twin.move(report, act)), what: act };
  }

  async #sendAgain(report: LifeReport): Promise<Named> {
    const back = await this.#twin.move(report, this.#next(2) === 0 ? 'return' : 'withdraw');
    if (!back.wanted || back.status >= 300) return { ...back, what: 'withdraw' };
    this.#twin.kheo.clock.pass(1);
    await this.#twin.begin(report.form, report);
    if (report.form.needsApproval) {
      const approved = await this.#twin.move(report, 'approve');
      if (!approved.wanted || approved.status >= 300) return { ...approved, what: 'approve' };
      this.#twin.kheo.clock.pass(1);
    }
    return { ...(await this.#twin.move(report, 'submit')), what: 'submit' };
  }
}

/** Whose reports an act may touch. */
function unitsOf(asked: Reorganisation): readonly string[] {
  if (asked.kind === 'merge') return asked.fromUnitIds;
  return 'unitId' in asked ? [asked.unitId] : [];
}
