import type { Day } from '#domain/kernel/day.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { RawBuilder } from 'kysely';
import { askedOf } from './counted-before.reads.ts';
import { formOfReport, revisionOf } from './form-record.reads.ts';
import { countedPractice, countingDay } from './register-count.reads.ts';
import { visibleReport } from './report-record.reads.ts';

/** That a practice is counted in a figure of a report: what the number opens, on tables `practice` and `campaign`. */
export async function countedInReport(
  read: Pick<ReadContext, 'db' | 'caller'>,
  asked: { reportId: string; indicator: string },
  day: Day,
): Promise<RawBuilder<boolean>> {
  const report = await visibleReport(read, asked.reportId);
  const form = await formOfReport(read.db, report.form_id);
  const { indicators } = revisionOf(form, report.form_revision).content;
  const indicator = indicators.find((one) => one.code === asked.indicator);
  if (indicator?.source.kind !== 'register')
    throw invalidInput([{ path: 'indicator', message: 'Chỉ tiêu này không đếm từ sổ đăng ký' }]);
  const period = { from: report.period_from, to: report.period_to };
  return countedPractice(indicator.source, {
    form: askedOf(form, period),
    unitId: report.unit_id,
    period,
    day: countingDay(period, day),
  });
}
