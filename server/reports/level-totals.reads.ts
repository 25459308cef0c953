import type { Day } from '#domain/kernel/day.ts';
import { liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import { copied, type CopiedRow } from '#server/platform/database/copied.ts';
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
 * levels of a country, 130,000 figures, are kept packed (db/migrations/0024); those below are packed when
 * asked for.
 */
export async function keptLevels(db: Db, asked: LevelsAsked): Promise<ReadonlyMap<string, LevelTotal>> {
  const { formId, periodFrom, toDepth, area } = asked;
  const inArea = area
    ? sql`unit_id in (select place.unit_id from unit_place as place where ${standsIn(area)})`
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
      join unit_place as place on place.unit_id = report.unit_id and ${standsIn(area)}
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

function standsIn({ path, day }: Area): RawBuilder<boolean> {
  return sql`${standsAt('place', day)} and ${liesIn('place.path', sql`${path}::text`)}`;
}

/** Rows of a unit, its reports and its figures packed; a unit may have several. */
async function totalsFrom(db: Db, query: RawBuilder<unknown>): Promise<ReadonlyMap<string, LevelTotal>> {
  const totals = new Map<string, LevelTotal>();
  const room = new Room();
  await copied(db, query, (row) => {
    const unitId = row.text(0);
    const total = {
      reports: row.integer(1),
      sums: figuresIn(row, room),
    };
    const other = totals.get(unitId);
    totals.set(unitId, other ? together(other, total) : total);
  });
  return totals;
}

/** How `pack_figures` packs them: the width of a figure in bytes, then each, the highest byte first. */
function figuresIn(row: CopiedRow, room: Room): BigInt64Array {
  const { bytes } = row;
  const start = row.start(2);
  const width = bytes[start] ?? 8;
  const sums = room.of(Math.max(0, row.byteLength(2) - 1) / width);
  const { written } = room;
  let to = room.begins * 2;
  for (let at = start + 1, end = start + row.byteLength(2); at < end; at += width) {
    const low = width === 2 ? word(bytes, at) : integer(bytes, at + width - 4);
    written[to] = low;
    written[to + 1] = width === 8 ? integer(bytes, at) : low >> 31;
    to += 2;
  }
  return sums;
}

/** Room for figures, thousands of rows in a piece: a piece for each takes longer than to read them. */
class Room {
  /** Where the last ones begin. */
  begins = 0;
  /** The halves of 32 bits, the lower one first. */
  written: Uint32Array = new Uint32Array(0);
  #figures = new BigInt64Array(0);
  #used = 0;

  of(count: number): BigInt64Array {
    if (this.#used + count > this.#figures.length) {
      this.#figures = new BigInt64Array(Math.max(count, 1 << 15));
      this.written = halves(this.#figures);
      this.#used = 0;
    }
    this.begins = this.#used;
    this.#used += count;
    return this.#figures.subarray(this.begins, this.#used);
  }
}

/** Two bytes, and four, as a number below nought or above. */
const word = (bytes: Buffer, at: number): number => (half(bytes, at) << 16) >> 16;
const integer = (bytes: Buffer, at: number): number => (half(bytes, at) << 16) | half(bytes, at + 2);
const half = (bytes: Buffer, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

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
