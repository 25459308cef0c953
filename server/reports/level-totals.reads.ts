import type { Day } from '#domain/kernel/day.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import { copied } from '#server/platform/database/copied.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import { stepUnit, sumsOf, widthOf } from './total-sums.reads.ts';

/** A unit with all below it; the figures are exact, in the order of the longest form revision that was answered. */
export interface LevelTotal {
  readonly reports: number;
  readonly sums: BigInt64Array;
}

/** A unit and what lies below it on a day. */
export interface Area {
  readonly path: string;
  readonly day: Day;
}

export interface LevelsAsked {
  readonly formId: string;
  readonly periodFrom: Day;
  /** Steps from the root, which has 1. */
  readonly toDepth: number;
  /** Everything without it. */
  readonly area?: Area;
}

/**
 * The totals kept of all units down to a level, as the organisation stood on the period's last day. The three uppermost
 * levels of a country, 130,000 figures, are kept packed (db/migrations/0016, report_total); those below are packed when
 * asked for.
 */
export async function keptLevels(db: Db, asked: LevelsAsked): Promise<ReadonlyMap<string, LevelTotal>> {
  const { formId, periodFrom, toDepth, area } = asked;
  const inArea = area
    ? sql`unit_id in (select place.unit_id from unit_place as place where ${liesIn(area)})`
    : sql`true`;
  return totalsFrom(
    db,
    sql`select unit_id::text, reports, coalesce(packed, pack_figures(sums)) from report_total
      where form_id = ${formId}::uuid and period_from = ${periodFrom}::date and depth <= ${toDepth} and ${inArea}`,
  );
}

/** The same from the reports, each placed where its unit, or what carries it on, stands on another day. */
export async function levelsOnDay(
  db: Db,
  asked: LevelsAsked & { readonly area: Area },
): Promise<ReadonlyMap<string, LevelTotal>> {
  const { formId, periodFrom, toDepth, area } = asked;
  const width = await widthOf(db, asked);
  return totalsFrom(
    db,
    sql`select above.id::text, count(*)::int, coalesce(pack_figures(${sumsOf('report.contribution', width)}), '')
      from report
      join unit_place as place on place.unit_id = report.unit_id and ${liesIn(area)}
      cross join lateral generate_series(${depthOf(area.path)}::int, least(length(place.path) / 6, ${toDepth}::int)) as step(depth)
      join unit as above on ${stepUnit}
      where report.form_id = ${formId}::uuid and report.period_from = ${periodFrom}::date
        and report.state in ('submitted', 'accepted')
      group by above.id`,
  );
}

export function depthOf(path: string): number {
  return path.length / 6;
}

function liesIn({ path, day }: Area): RawBuilder<boolean> {
  return sql`${standsAt('place', day)} and place.path >= ${path} and place.path < ${`${path}g`}`;
}

/** Rows of a unit, its reports and its figures packed; a unit may have several. */
async function totalsFrom(db: Db, query: RawBuilder<unknown>): Promise<ReadonlyMap<string, LevelTotal>> {
  // In one piece: to turn round thousands of small ones takes longer than to read them.
  let packed = new Uint8Array(1 << 20);
  let from = 0;
  const lanes = await copied(db, query, (row) => {
    if (from + row.byteLength(2) > packed.length) packed = doubled(packed, from + row.byteLength(2));
    const begins = from;
    from = row.copy(2, packed, from);
    return { unitId: row.text(0), reports: row.integer(1), from: begins / 8, to: from / 8 };
  });
  // PostgreSQL sends the highest byte first, this machine keeps the lowest first.
  Buffer.from(packed.buffer, 0, from).swap64();
  const figures = new BigInt64Array(packed.buffer);
  const totals = new Map<string, LevelTotal>();
  for (const lane of lanes) {
    const total = { reports: lane.reports, sums: figures.subarray(lane.from, lane.to) };
    const other = totals.get(lane.unitId);
    totals.set(lane.unitId, other ? together(other, total) : total);
  }
  return totals;
}

function doubled(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(least, bytes.length * 2))));
  larger.set(bytes);
  return larger;
}

/** Two lanes of a unit; those of an earlier version of the form may be shorter. The longer one becomes the sum. */
function together(a: LevelTotal, b: LevelTotal): LevelTotal {
  const [short, long] = a.sums.length < b.sums.length ? [a.sums, b.sums] : [b.sums, a.sums];
  const [added, sums] = [halves(short), halves(long)];
  // By halves of 32 bits with a carry: the sums of a country's lanes as big integers take longer than all the rest.
  for (let at = 0; at < added.length; at += 2) {
    const low = (sums[at] ?? 0) + (added[at] ?? 0);
    sums[at] = low;
    sums[at + 1] = (sums[at + 1] ?? 0) + (added[at + 1] ?? 0) + (low > 0xffff_ffff ? 1 : 0);
  }
  return { reports: a.reports + b.reports, sums: long };
}

function halves(sums: BigInt64Array): Uint32Array {
  return new Uint32Array(sums.buffer, sums.byteOffset, sums.length * 2);
}
