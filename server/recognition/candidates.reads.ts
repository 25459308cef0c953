import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import { conflictsOf } from '#domain/recognition/conflicts.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { practiceRowsByIds } from '#server/practices/practice-rows.reads.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { sql } from 'kysely';

export interface CandidatesAsked {
  readonly meetingId: string;
  readonly members: Plan['members'];
  /** Units whose candidates are shown; null for all. */
  readonly units: UnitScope | null;
}

/** The candidates of a meeting as its screen shows them: three score columns, votes, conflicts of interest. */
export async function readCandidates(read: ReadContext, asked: CandidatesAsked) {
  const rows = await read.db
    .selectFrom('meeting_candidate')
    .innerJoin('practice', 'practice.id', 'meeting_candidate.practice_id')
    .selectAll('meeting_candidate')
    .where('meeting_id', '=', asked.meetingId)
    .where(asked.units === null ? sql<boolean>`true` : withinScope('practice.unit_id', asked.units))
    .execute();
  const ids = rows.map((row) => row.practice_id);
  const practices = await practiceRowsByIds(read, ids);
  const scores = await scoresOf(read.db, ids);
  const rowOf = new Map(rows.map((row) => [row.practice_id, row]));
  const conflicts = await conflictFinder(read, asked.members);
  return inTreeOrder(read.tree, practices).flatMap((practice) => {
    const row = rowOf.get(practice.id);
    if (!row) return [];
    const score = scores.get(practice.id);
    return {
      practice,
      self: score?.self ?? null,
      team: score?.team ?? null,
      final: score?.final ?? null,
      grade: score?.grade ?? null,
      passed: score?.passed ?? null,
      votesFor: row.votes_for,
      votesAgainst: row.votes_against,
      votesAbstained: row.votes_abstained,
      outcome: row.outcome as 'recognised' | 'not_recognised' | null,
      note: row.note,
      conflicts: conflicts(practice.unit.id),
    };
  });
}

/** No unit has it: keeps `in ()` well formed for somebody without any unit. */

export interface Scores {
  self: number | null;
  team: number | null;
  final: number | null;
  /** Of the final score. */
  grade: string | null;
  passed: boolean | null;
}

/** The three score columns of practices; those without any sheet are not in the map. */
export async function scoresOf(db: Db, practiceIds: readonly string[]): Promise<Map<string, Scores>> {
  const scores = new Map<string, Scores>();
  if (practiceIds.length === 0) return scores;
  const sheets = await db
    .selectFrom('score_sheet')
    .select(['practice_id', 'score_column', 'total', 'grade', 'passed'])
    .where('practice_id', 'in', [...practiceIds])
    .execute();
  for (const sheet of sheets) {
    const known = scores.get(sheet.practice_id) ?? {
      self: null,
      team: null,
      final: null,
      grade: null,
      passed: null,
    };
    known[sheet.score_column as 'self' | 'team' | 'final'] = sheet.total;
    if (sheet.score_column === 'final') Object.assign(known, { grade: sheet.grade, passed: sheet.passed });
    scores.set(sheet.practice_id, known);
  }
  return scores;
}

async function conflictFinder(
  read: ReadContext,
  members: Plan['members'],
): Promise<(unitId: string) => string[]> {
  const accounts = members.map((member) => member.accountId).filter((id) => id !== null);
  const grants =
    accounts.length === 0
      ? []
      : await read.db
          .selectFrom('role_grant')
          .select(['account_id', 'unit_id'])
          .where('account_id', 'in', accounts)
          .where('ended_at', 'is', null)
          .where('begins_on', '<=', read.today)
          .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', read.today)]))
          .execute();
  const unitsOfAccount = new Map<string, Set<string>>();
  for (const grant of grants) {
    const units = unitsOfAccount.get(grant.account_id);
    if (units) units.add(grant.unit_id);
    else unitsOfAccount.set(grant.account_id, new Set([grant.unit_id]));
  }
  return (unitId) => conflictsOf(unitId, { members, tree: read.tree, unitsOfAccount });
}

/** Candidates in the order of the organisation, then by name, as papers list them. */
function inTreeOrder<T extends { unit: { id: string }; name: string }>(
  tree: OrganisationTree,
  practices: readonly T[],
): T[] {
  const place = new Map(tree.all().map((unit, index) => [unit.id, index]));
  const at = (one: T): number => place.get(one.unit.id) ?? Number.MAX_SAFE_INTEGER;
  return practices.toSorted((a, b) => at(a) - at(b) || a.name.localeCompare(b.name, 'vi'));
}

/** Proposed practices of a campaign that stand in no meeting, of these units. */
export async function waitingCandidates(
  db: Db,
  campaignId: string,
  units: UnitScope | null,
): Promise<string[]> {
  const rows = await db
    .selectFrom('practice')
    .select('practice.id')
    .where('practice.campaign_id', '=', campaignId)
    .where('practice.state', '=', 'proposed')
    .where(units === null ? sql<boolean>`true` : withinScope('practice.unit_id', units))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('meeting_candidate')
            .innerJoin('meeting', 'meeting.id', 'meeting_candidate.meeting_id')
            .select('meeting.id')
            .where('meeting.state', '=', 'draft')
            .whereRef('meeting_candidate.practice_id', '=', 'practice.id'),
        ),
      ),
    )
    .orderBy('practice.unit_id')
    .orderBy('practice.name_folded')
    .execute();
  return rows.map((row) => row.id);
}
