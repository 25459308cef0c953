import type { campaignsApi } from '#contract/campaigns.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { natures, subjects } from '#domain/practices/practice.states.ts';
import { criteriaContentSchema } from '#domain/scoring/criteria.ts';
import { criteriaWarnings } from '#domain/scoring/score.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

type CriteriaList = ResponseOf<(typeof campaignsApi)['GET /api/criteria-sets']>;

/** Criteria sets of the caller's committees, those above included; of each family the newest revision first. */
export async function listCriteriaSets({ db, caller }: ReadContext): Promise<CriteriaList> {
  const owners = caller.access.ownersAbove('campaign.read');
  const rows = await db
    .selectFrom('criteria_set')
    .selectAll()
    .select(
      sql<boolean>`(exists (select 1 from score_sheet s where s.criteria_set_id = criteria_set.id)
        or exists (select 1 from campaign c where c.state <> 'draft'
          and c.plan -> 'criteriaSetIds' @> to_jsonb(criteria_set.id::text)))`.as('in_use'),
    )
    .where(withinScope('owner_unit_id', owners))
    .orderBy(
      sql`(select max(newest.created_at) from criteria_set newest where newest.family_id = criteria_set.family_id)`,
      'desc',
    )
    .orderBy('family_id')
    .orderBy('revision', 'desc')
    .execute();
  const names = await unitNames(
    db,
    rows.map((row) => row.owner_unit_id),
  );
  return {
    items: rows.flatMap((row) => {
      const owner = names.get(row.owner_unit_id);
      const content = criteriaContentSchema.parse(row.content);
      return owner
        ? {
            id: row.id,
            familyId: row.family_id,
            revision: row.revision,
            owner,
            name: row.name,
            nature: natures.find((nature) => nature === row.nature) ?? null,
            subject: subjects.find((subject) => subject === row.subject) ?? null,
            legalBasis: row.legal_basis,
            content,
            warnings: criteriaWarnings(content),
            inUse: row.in_use,
          }
        : [];
    }),
  };
}
