import { sql } from 'kysely';
import { administrativeKinds } from '#domain/organisations/unit-kinds.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';

/** The days on which units that the caller sees were founded, changed or ended: the stops of the screens' slider. */
export async function readUnitDays(read: ReadContext) {
  const area = [...read.caller.access.ownersAbove('organisation.read')];
  const { rows } = await sql<{ day: string; founded: number; changed: number; ended: number }>`
    with life as (
      select valid_from, valid_to,
        lag(valid_to) over one as before, lead(valid_from) over one as after
      from unit_version
      where unit_id = any(${area}::uuid[]) or kind = any(${[...administrativeKinds]}::text[])
      window one as (partition by unit_id order by valid_from)
    ), step as (
      select valid_from as day, before is null as founded, before is not null as changed, false as ended
      from life
      union all
      select valid_to, false, false, true from life where valid_to is not null and after is null
    )
    select day, count(*) filter (where founded) as founded, count(*) filter (where changed) as changed,
      count(*) filter (where ended) as ended
    from step group by day order by day`.execute(read.db);
  return { items: rows };
}
