import type { campaignsApi } from '#contract/campaigns.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

type StageList = ResponseOf<(typeof campaignsApi)['GET /api/stages']>;

/** Stages of the caller's committees, those above included; newest first. */
export async function listStages({ db, caller }: ReadContext): Promise<StageList> {
  const owners = caller.access.ownersAbove('campaign.read');
  const rows = await db
    .selectFrom('stage')
    .selectAll()
    .where(withinScope('owner_unit_id', owners))
    .orderBy('from_year', 'desc')
    .orderBy('to_year', 'desc')
    .orderBy('id')
    .execute();
  const names = await unitNames(
    db,
    rows.map((row) => row.owner_unit_id),
  );
  return {
    items: rows.flatMap((row) => {
      const owner = names.get(row.owner_unit_id);
      return owner
        ? {
            id: row.id,
            name: row.name,
            fromYear: row.from_year,
            toYear: row.to_year,
            onPaper: row.on_paper,
            owner,
          }
        : [];
    }),
  };
}

export async function stageSpan(db: Db, id: string): Promise<{ fromYear: number; toYear: number } | null> {
  const row = await db
    .selectFrom('stage')
    .select(['from_year as fromYear', 'to_year as toYear'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
