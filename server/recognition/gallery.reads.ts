import type { FileAnswer } from '#contract/endpoint.ts';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { askedDay, namesOn, type AskedDay } from '#server/organisations/asked-day.reads.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { factsOn } from '#server/practices/facts-on-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { placeName } from '#server/practices/practice-rows.reads.ts';
import { sql } from 'kysely';
import { latestResults, recognitionTimes } from './achievements.reads.ts';

export interface GalleryQuery {
  readonly page: number;
  readonly size: number;
  readonly q?: string | undefined;
  readonly baseField?: string | undefined;
  readonly year?: number | undefined;
  readonly day?: Day | undefined;
}

/**
 * Recognised practices whose owners agreed to be shown. A committee's gallery is open to everybody who works or
 * lives beneath it, beside what lies in one's own area. No person's name or number ever leaves through here.
 */
export async function listGallery(read: ReadContext, query: GalleryQuery) {
  const asked = await askedDay(read, query.day);
  const matching = shown(read, asked)
    .$if(
      baseFields.some((field) => field === query.baseField),
      (one) => one.where('practice.base_field', '=', query.baseField ?? ''),
    )
    .$if(query.year !== undefined, (one) => one.where('campaign.year', '=', query.year ?? 0))
    .$if(foldVietnamese(query.q ?? '') !== '', (one) => one.where(matchesText(query.q ?? '')));
  const { total } = await matching
    .select((value) => value.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select([
      'practice.id',
      'practice.name',
      'practice.unit_id',
      'practice.place_unit_id',
      'practice.place_text',
      'practice.base_field',
      'practice.content',
      'campaign.year',
      sql<string | null>`(select field ->> 'name' from jsonb_array_elements(campaign.plan -> 'fields') field
        where field ->> 'code' = practice.field_code limit 1)`.as('field_name'),
      sql<string | null>`(${firstPhoto('f.id')})`.as('photo_file_id'),
      sql<number>`(select count(*) from practice replica where replica.source_practice_id = practice.id
        and replica.origin = 'replicated' and replica.state not in ('draft', 'withdrawn', 'declined'))`.as(
        'replicas',
      ),
    ])
    .orderBy('campaign.year', 'desc')
    .orderBy('practice.name_folded')
    .orderBy('practice.id')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const ids = rows.map((row) => row.id);
  const results = await latestResults(read.db, ids);
  const recognisedAt = await recognitionTimes(read.db, ids);
  const units = await namesOn(
    read,
    asked,
    rows.flatMap((row) => [row.unit_id, row.place_unit_id]),
  );
  return {
    total,
    day: asked.day,
    items: rows.map((row) => {
      const base = baseFields.find((field) => field === row.base_field);
      return {
        id: row.id,
        name: row.name,
        unitName: units.of(row.unit_id).name,
        unitNow: units.now(row.unit_id),
        placeName: placeName(
          row.place_text,
          row.place_unit_id === null ? null : units.of(row.place_unit_id).name,
        ),
        fieldName: row.field_name ?? (base ? baseFieldWords[base] : ''),
        year: row.year,
        content: row.content,
        results: results.get(row.id) ?? '',
        recognisedAt: recognisedAt.get(row.id) ?? null,
        photoFileId: row.photo_file_id,
        replicas: row.replicas,
        mayOpen: read.caller.access.can('practice.read', row.unit_id),
      };
    }),
  };
}

/** Recognised on the asked day, by whoever kept it then; whether it may be shown is decided by today's consent and area. */
function shown(read: ReadContext, asked: AskedDay) {
  const { access } = read.caller;
  const keptToday = asked.past ? 'practice.kept_by' : 'practice.unit_id';
  return factsOn(read.db, asked)
    .selectFrom('practice')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .where('practice.state', '=', 'recognised')
    .where('practice.consent_to_publish', '=', true)
    .where(
      sql<boolean>`(${withinScope(keptToday, access.scope('gallery.read'))}
        or ${withinScope('campaign.owner_unit_id', access.ownersAbove('gallery.read'))})`,
    );
}

/** By name, by the written place, or by any name that the unit or the place ever had; without accents. */
function matchesText(q: string) {
  const folded = foldVietnamese(q);
  const named = sql`select named.unit_id from unit_version named where named.name_folded like ${`%${folded}%`}`;
  return sql<boolean>`(position(${folded} in practice.name_folded) > 0
    or practice.unit_id in (${named}) or practice.place_unit_id in (${named}))`;
}

/** The first photo of what was done; sheets of inspections and appraisals are not for the public. */
function firstPhoto(column: 'f.id' | 'f.sha256') {
  return sql`select ${sql.ref(column)} from evidence e join file f on f.id = e.file_id
    where e.practice_id = practice.id and e.withdrawn_at is null and f.media_type like 'image/%'
      and e.subject_type in ('practice', 'progress_entry', 'self_check')
    order by e.added_at, e.id limit 1`;
}

/** The large preview of a practice's photo: made without the place, time and camera that the original carries. */
export async function galleryPhoto(read: ReadContext, practiceId: string): Promise<FileAnswer> {
  const row = await shown(read, { day: read.today, past: false, tree: read.tree })
    .select(['practice.name', sql<string | null>`(${firstPhoto('f.sha256')})`.as('sha256')])
    .where('practice.id', '=', practiceId)
    .executeTakeFirst();
  if (!row || row.sha256 === null) throw new Problem('not_found');
  return {
    fileName: `${foldVietnamese(row.name).slice(0, 60).replaceAll(' ', '-') || 'anh'}.webp`,
    mediaType: 'image/webp',
    content: await read.files.readPreview(row.sha256, 1280),
    inline: true,
    headers: { 'cache-control': 'private, max-age=300' },
  };
}
