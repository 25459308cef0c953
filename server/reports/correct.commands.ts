import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { figureFaults, figuresOf, type ReportFigures } from '#domain/reports/figures.ts';
import type { FormContent } from '#domain/reports/form.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import {
  hollowOf,
  lockFor,
  mergedWords,
  readStated,
  recordAct,
  refuseWhenBlocked,
  type Done,
} from './report.commands.ts';
import type { KnownFigures } from './profile-figures.reads.ts';
import { countNow, emptySections, type Opened } from './report-record.reads.ts';
import { freezeFigures } from './freeze.store.ts';

type Api = typeof reportsApi;

/** Changes figures or words of a sent report: what was said stays as a revision, the difference goes up. */
export async function correctReport(
  command: CommandContext,
  id: string,
  given: ParsedBody<Api['POST /api/reports/:id/corrections']>,
): Promise<Done> {
  const opened = await lockFor(command, 'correct', id);
  const { report, content } = opened;
  await refuseWhenBlocked(command, 'correct', { opened, counted: report.counted });
  if (given.version !== report.version) throw await versionConflict(command.db, { type: 'unit_report', id });
  const stated = readStated(content, report.stated, given.stated);
  return freezeAgain(command, opened, {
    action: 'correct',
    why: given.why,
    counted: report.counted,
    profileYears: report.profile_years,
    stated,
    reasons: mergedWords(content.indicators, { before: report.reasons, given: given.reasons }, 'reasons'),
    narrative: mergedWords(
      content.sections,
      { before: report.narrative, given: given.narrative },
      'narrative',
    ),
  });
}

/** Takes over what the register counts now. */
export async function recountReport(command: CommandContext, id: string, why: string): Promise<Done> {
  const opened = await lockFor(command, 'recount', id);
  const { report } = opened;
  await refuseWhenBlocked(command, 'recount', { opened, counted: report.counted });
  const known = await countNow(command, opened);
  const { counted } = known;
  if (counted.every((value, at) => value === report.counted[at]))
    throw new Problem('action_blocked', {
      action: 'nhận số mới',
      reason: 'sổ không khác số đã gửi',
      mend: 'Chỉ nhận số mới khi sổ mô hình hoặc hồ sơ địa phương đã thay đổi.',
    });
  const { stated, reasons, narrative } = report;
  return freezeAgain(command, opened, { action: 'recount', why, ...known, stated, reasons, narrative });
}

interface Again extends ReportFigures, KnownFigures {
  readonly action: 'correct' | 'recount';
  readonly why: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly narrative: Readonly<Record<string, string>>;
}

async function freezeAgain(
  command: CommandContext,
  opened: Opened,
  { action, ...given }: Again,
): Promise<Done> {
  const { report, content } = opened;
  const { indicators } = content;
  // Whoever corrects "nothing to report" has something to report: all that the form asks.
  const saysNothing = report.nothing_to_report && action === 'recount';
  if (!saysNothing) refuseUnfinished(content, { action, ...given });
  const figures = figuresOf(indicators, given);
  const hollow = saysNothing ? null : await hollowOf(command, opened, { ...given, figures });
  const saidNothing = report.hollow !== null || report.nothing_to_report;
  const version = await freezeFigures(
    command,
    { report, indicators, change: { before: report.figures, after: figures } },
    {
      ...given,
      figures,
      asCounted: action === 'correct',
      saysNothing,
      hollow,
      written: action === 'correct',
      saysAtLast: action === 'correct' && saidNothing && hollow === null,
    },
  );
  await recordAct(command, report, {
    action,
    reason: given.why,
    details: { revision: report.figure_revision + 1, hollow },
  });
  return { id: report.id, version };
}

/** What keeps a report from being sent keeps it from being corrected so. */
function refuseUnfinished(content: FormContent, { action, ...given }: Again): void {
  const faults = figureFaults(content.indicators, given)
    .filter((fault) => fault.refuses)
    .map((fault) => ({ path: `stated.${fault.code}`, message: fault.message }));
  // Taking over figures changes no words.
  const empty = action === 'recount' ? [] : emptySections(content, given.narrative);
  const missing = empty.map((one) => ({
    path: `narrative.${one.code}`,
    message: `Chưa viết phần “${one.title}”`,
  }));
  if (faults.length + missing.length > 0) throw invalidInput([...faults, ...missing]);
}
