import { acceptedStates, registeredStates, type PracticeState } from '#domain/practices/practice.states.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** A practice as papers list it. */
export interface ListedPractice {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly intake: number;
  readonly state: PracticeState;
  readonly fieldCode: string | null;
  readonly placeUnitId: string | null;
  readonly placeText: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly ownerName: string;
  readonly responsibleName: string;
  readonly finalScore: number | null;
  readonly grade: string | null;
}

function listed(db: Db, campaignId: string) {
  return db
    .selectFrom('practice')
    .leftJoin('score_sheet as final', (join) =>
      join.onRef('final.practice_id', '=', 'practice.id').on('final.score_column', '=', 'final'),
    )
    .where('practice.campaign_id', '=', campaignId)
    .select([
      'practice.id',
      'practice.name',
      'practice.unit_id as unitId',
      'practice.intake',
      sql<PracticeState>`practice.state`.as('state'),
      'practice.field_code as fieldCode',
      'practice.place_unit_id as placeUnitId',
      'practice.place_text as placeText',
      'practice.starts_on as startsOn',
      'practice.ends_on as endsOn',
      'practice.owner_name as ownerName',
      'practice.responsible_name as responsibleName',
      'final.total as finalScore',
      'final.grade',
    ])
    .orderBy('practice.name_folded')
    .orderBy('practice.id');
}

/** Every registration that was sent and not taken back: what the registration list holds. */
export function registeredPractices(db: Db, campaignId: string): Promise<ListedPractice[]> {
  return listed(db, campaignId)
    .where('practice.state', 'in', [...registeredStates])
    .execute();
}

/** Accepted practices that no issued notice assigns yet: first intake for the notice, later ones for the supplement. */
export function practicesWithoutNotice(
  db: Db,
  campaignId: string,
  intake: 'first' | 'later',
): Promise<ListedPractice[]> {
  return listed(db, campaignId)
    .where('practice.state', 'in', [...acceptedStates])
    .where('practice.state', '<>', 'stopped')
    .where('practice.assignment_document_id', 'is', null)
    .where('practice.intake', intake === 'first' ? '=' : '>', 1)
    .execute();
}

/** Practices that a concluded meeting recognised and no issued decision names yet. */
export function practicesWithoutDecision(db: Db, campaignId: string): Promise<ListedPractice[]> {
  return listed(db, campaignId)
    .where('practice.state', '=', 'recognised')
    .where('practice.recognition_document_id', 'is', null)
    .where(
      sql<boolean>`exists (
        select 1 from meeting_candidate c join meeting m on m.id = c.meeting_id
        where c.practice_id = practice.id and m.state = 'concluded' and c.outcome = 'recognised')`,
    )
    .execute();
}

/** Recognised practices, best score first: the exemplary ones of a report. */
export async function exemplaryPractices(db: Db, campaignId: string): Promise<ListedPractice[]> {
  const found = await listed(db, campaignId).where('practice.state', '=', 'recognised').execute();
  return found.sort((a, b) => (b.finalScore ?? 0) - (a.finalScore ?? 0));
}
