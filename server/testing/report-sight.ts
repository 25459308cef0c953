import { expect } from 'vitest';
import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { aggregatedFigures } from '#domain/reports/figures.ts';
import {
  lifeIndicators,
  lifePeriods,
  type LifeForm,
  type LifeReport,
} from '#domain/reports/testing/report-life.ts';
import type { ReportTwin } from './report-twin.ts';

/** What is seen over HTTP at the end of a life, beside what the model says. */
export class ReportSight {
  readonly #twin: ReportTwin;
  readonly #seed: number;
  /** Every unit on several days, instead of some units on two. */
  readonly #looksAtAll: boolean;

  constructor(twin: ReportTwin, life: { seed: number; looksAtAll: boolean }) {
    this.#twin = twin;
    this.#seed = life.seed;
    this.#looksAtAll = life.looksAtAll;
  }

  async isRight(): Promise<void> {
    const { life } = this.#twin;
    const { today } = this.#twin.now();
    const { form } = life;
    for (const period of lifePeriods) {
      if (life.counted(form, period).length === 0 && this.#seed % 8 > 0) continue;
      const nightly = await this.#twin.recompute(form, period, 'nightly');
      same([this.#seed, period.from, nightly.differences], [this.#seed, period.from, []]);
      await this.#figures(form, period);
      if (!life.asks(form, period)) continue;
      for (const day of this.#daysFor(period, today)) await this.#totals(form, period, day);
    }
    await this.#matrix(form, today);
    for (const report of life.reports) await this.#report(report);
  }

  #daysFor(period: Period, today: Day): Set<Day> {
    const days = this.#twin.life.organisation.history.days();
    const [first = today, last = today] = [days[0], days.at(-1)];
    if (this.#looksAtAll) return new Set([period.to, first, last, today]);
    return new Set([period.to, this.#seed % 2 === 0 ? today : (days[this.#seed % days.length] ?? today)]);
  }

  /** The total of every unit of a day, that its parts make it, and that the root has every report that counts. */
  async #totals(form: LifeForm, period: Period, day: Day): Promise<void> {
    const twin = this.#twin;
    const { life } = twin;
    const { history } = life.organisation;
    const wanted = life.rolledUp(form, period, day);
    const indicators = lifeIndicators[life.revisionInForce(form, period)];
    const nothing = aggregatedFigures(indicators, []);
    const standing = history.treeOn(twin.now().today);
    const owing = life.owing(form, period);
    const all = history
      .treeOn(day)
      .all()
      .filter((unit) => standing.has(unit.id));
    // Some of the units of each day; the parts of the root are all of them.
    const some = this.#looksAtAll ? 1 : day === period.to ? 2 : 5;
    const looked = all.filter((unit, at) => unit.parentId === null || (at + this.#seed) % some === 0);
    for (const { id } of looked) {
      const query = {
        formId: twin.formIds.get(form) ?? '',
        periodFrom: period.from,
        unitId: twin.unitId(id),
        day,
      };
      const total = await twin.actor.call('GET /api/report-totals', { query });
      const at = [this.#seed, form.code, period.from, day, id];
      const said = wanted.get(id);
      same(
        [...at, total.reports, total.figures.map((one) => one.value)],
        [...at, said?.reports ?? 0, (said?.figures ?? nothing).map((value) => value?.toString() ?? null)],
      );
      same([...at, sum(total.parts.map((part) => part.reports))], [...at, total.reports]);
      for (const [index, { aggregation }] of indicators.entries())
        if (aggregation === 'sum')
          same(
            [...at, sum(total.parts.map((part) => Number(part.values[index] ?? 0)))],
            [...at, Number(total.figures[index]?.value ?? 0)],
          );
      // On an earlier day some who owe, or sent, were not there yet.
      if (id !== 'r' || (day < period.to && day < twin.now().today)) continue;
      same([...at, total.reports], [...at, life.counted(form, period).length]);
      same([...at, total.expected], [...at, owing.length]);
    }
  }

  /** The rows for other systems add up to what counts. */
  async #figures(form: LifeForm, period: Period): Promise<void> {
    const { life, actor } = this.#twin;
    const query = { formCode: this.#twin.code(form), from: period.from, to: period.to, size: 500 };
    const { items } = await actor.call('GET /api/report-figures', { query });
    const indicators = lifeIndicators[life.revisionInForce(form, period)];
    const root = life.rolledUp(form, period, period.to).get('r');
    for (const [index, { code, aggregation }] of indicators.entries())
      if (aggregation === 'sum')
        same(
          [
            this.#seed,
            form.code,
            period.from,
            code,
            sum(items.filter((one) => one.indicator === code).map((one) => Number(one.value))),
          ],
          [this.#seed, form.code, period.from, code, Number(root?.sums[index] ?? 0n)],
        );
  }

  /** Who owes, who has sent, and nobody twice. */
  async #matrix(form: LifeForm, today: Day): Promise<void> {
    const { life, actor, formIds } = this.#twin;
    const query = { formId: formIds.get(form) ?? '', size: 500 };
    const matrix = await actor.call('GET /api/reports/matrix', { query });
    const asked = lifePeriods.filter((one) => life.asks(form, one) && one.from <= today);
    const said = matrix.periods.filter((one) => one.from <= '2020-03-01');
    const wanted = asked.map((period) => {
      const owing = life.owing(form, period);
      return [
        period.from,
        owing.length,
        life.counted(form, period).filter((one) => owing.includes(one.unit)).length,
      ];
    });
    same(
      [this.#seed, form.code, said.map((one) => [one.from, one.expected, one.received])],
      [this.#seed, form.code, wanted],
    );
    same([this.#seed, matrix.periods.filter((one) => one.received > one.expected)], [this.#seed, []]);
    for (const [at, period] of matrix.periods.entries()) {
      const cells = matrix.units.flatMap((unit) => unit.cells[at] ?? []);
      const received = cells.filter((cell) => cell.state === 'submitted' || cell.state === 'accepted');
      same(
        [this.#seed, period.from, cells.length, received.length],
        [this.#seed, period.from, period.expected, period.received],
      );
    }
  }

  /** What a report counted stays, and what the register counts now is shown beside it. */
  async #report(report: LifeReport): Promise<void> {
    const { life, actor, reportIds, now } = this.#twin;
    const params = { id: reportIds.get(report) ?? '' };
    const answer = await actor.call('GET /api/reports/:id', { params });
    const figure = answer.figures.find((one) => one.code === 'registered');
    const at = [this.#seed, report.form.code, report.period.from, report.unit, report.state];
    const today = life.count(report, now.call(this.#twin));
    same([...at, answer.state], [...at, report.state]);
    if (life.counts(report))
      same(
        [...at, figure?.counted, figure?.now],
        [...at, report.counted.toString(), today === report.counted ? null : today.toString()],
      );
    else same([...at, figure?.counted], [...at, today.toString()]);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** As toEqual, many times as fast where they are the same. */
export function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}
