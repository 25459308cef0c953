import { contributionOf, type Figures } from '#domain/reports/figures.ts';
import type { Indicator } from '#domain/reports/form.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { keptStatement } from '#server/platform/database/kept-statement.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { sql } from 'kysely';
import { exactText, exactTexts } from './exact.reads.ts';
import type { KnownFigures } from './profile-figures.reads.ts';
import type { StoredReport } from './report-record.reads.ts';
import { placeOf, raiseOf, totalsRaised, type Change, type Raise } from './totals.store.ts';

/** The figures that a report is sent with, or has after a correction. */
export interface Frozen extends KnownFigures {
  readonly stated: Figures;
  readonly figures: Figures;
  readonly reasons: Readonly<Record<string, string>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly why: string;
  /** "Không có nội dung báo cáo"; as it was without it. */
  readonly saysNothing?: boolean;
  readonly hollow: 'copied' | 'empty' | null;
  /** Where what the register counted stays as it was. */
  readonly asCounted?: boolean;
  /** Where it is being sent. */
  readonly sent?: boolean;
  /** Where the unit changes what it said: whoever does has written it. */
  readonly written?: boolean;
  /** Where it says something for the first time: only now it has been sent. */
  readonly saysAtLast?: boolean;
}

/** Writes figures that count above, keeps them as a revision of their own, and takes what they change upward. */
export async function freezeFigures(
  command: CommandContext,
  given: { report: StoredReport; indicators: readonly Indicator[]; change: Omit<Change, 'indicators'> },
  frozen: Frozen,
): Promise<number> {
  const { report, indicators } = given;
  const raise = raiseOf(placeOf(report), { indicators, ...given.change });
  const rows = await freezing(
    command.db,
    {
      ...raise,
      id: report.id,
      revision: report.figure_revision + 1,
      counted: frozen.counted.map(exactText),
      stated: frozen.stated.map(exactText),
      figures: frozen.figures.map(exactText),
      contribution: contributionOf(indicators, frozen.figures).map(exactText),
      profileYears: JSON.stringify(frozen.profileYears),
      reasons: JSON.stringify(frozen.reasons),
      narrative: JSON.stringify(frozen.narrative),
      hollow: frozen.hollow,
      saysNothing: frozen.saysNothing ?? report.nothing_to_report,
      firstSubmittedAt: frozen.saysAtLast
        ? command.now
        : (report.first_submitted_at ?? (frozen.sent ? command.now : null)),
      why: frozen.why,
      accountId: command.caller.accountId,
      now: command.now,
    },
    {
      raises: raise !== null,
      counts: !frozen.asCounted,
      corrects: report.state === 'accepted',
      written: frozen.written ?? false,
      sent: frozen.sent ?? false,
    },
  );
  const [row] = rows;
  if (!row) throw new Error(`report ${report.id} is gone`);
  return row.version;
}

type Exact = readonly (string | null)[];

/** What goes into the statement; what is raised only where something is. */
interface Freezing extends Partial<Raise> {
  readonly id: string;
  readonly revision: number;
  readonly counted: Exact;
  readonly stated: Exact;
  readonly figures: Exact;
  readonly contribution: Exact;
  readonly profileYears: string;
  readonly reasons: string;
  readonly narrative: string;
  readonly hollow: string | null;
  readonly saysNothing: boolean;
  readonly firstSubmittedAt: string | null;
  readonly why: string;
  readonly accountId: string;
  readonly now: string;
}

interface FreezingShape {
  readonly raises: boolean;
  readonly counts: boolean;
  readonly corrects: boolean;
  readonly written: boolean;
  readonly sent: boolean;
}

/** One statement for all of it: this is the way that thousands take on the last day. */
const freezing = keptStatement((db: Db, frozen: Freezing, shape: FreezingShape) => {
  const kept = {
    counted: exactTexts(frozen.counted),
    profile_years: frozen.profileYears,
    stated: exactTexts(frozen.stated),
    figures: exactTexts(frozen.figures),
    reasons: frozen.reasons,
    narrative: frozen.narrative,
  };
  return db
    .with('frozen', (query) =>
      query
        .updateTable('report')
        .set((set) => ({
          ...kept,
          contribution: exactTexts(frozen.contribution),
          figure_revision: frozen.revision,
          // A correction counts nothing anew: what came to the register since is still nobody's.
          ...(shape.counts && { counted_at: frozen.now }),
          nothing_to_report: frozen.saysNothing,
          hollow: frozen.hollow,
          first_submitted_at: frozen.firstSubmittedAt,
          ...(shape.corrects && { corrected_at: frozen.now }),
          ...(shape.written && { written_by: frozen.accountId, written_at: frozen.now }),
          ...(shape.sent && {
            state: 'submitted',
            submitted_at: frozen.now,
            return_reason: null,
            return_pins: '[]',
          }),
          updated_at: frozen.now,
          version: set('version', '+', 1),
        }))
        .where('id', '=', frozen.id)
        .returning('version'),
    )
    .with('revised', (query) =>
      query.insertInto('report_revision').values({
        ...kept,
        report_id: frozen.id,
        revision: frozen.revision,
        why: frozen.why,
        account_id: frozen.accountId,
        at: frozen.now,
      }),
    )
    .with('raised', () =>
      shape.raises ? sql<object>`(${totalsRaised(frozen as Freezing & Raise)})` : sql<object>`(select)`,
    )
    .selectFrom('frozen')
    .select('version')
    .modifyEnd(prepared)
    .compile();
});
