import type { AuditMark, AuditMarks } from '#server/platform/audit-marks.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

type FaultKind = 'changed' | 'missing' | 'cut_off' | 'exchanged';

interface Fault {
  readonly kind: FaultKind;
  readonly seq: number | null;
  readonly at: string | null;
  readonly words: string;
}

const faultWords: Record<FaultKind, string> = {
  changed: 'Dòng này hoặc dòng ngay trước nó đã bị sửa, đổi chỗ hoặc chèn vào.',
  missing: 'Có dòng đã bị xóa ngay trước dòng này.',
  cut_off: 'Các dòng cuối đã bị cắt bỏ.',
  exchanged: 'Nhật ký không còn khớp với dấu đã ghi ngoài cơ sở dữ liệu: đã bị thay cả đoạn.',
};

const faultsShown = 20;

/** Reads the whole trail again and says where it is no longer what was written. */
export async function verifyAudit(given: { db: Db; marks: AuditMarks; now: string }) {
  const { db, marks, now } = given;
  const kept = await marks.read();
  // One moment for entries and lane ends; commands go on meanwhile.
  const { entries, faults, lanes } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => ({
      entries: await countEntries(tx),
      lanes: await laneEnds(tx),
      faults: [...(await brokenLinks(tx)), ...(await cutOffLanes(tx)), ...(await exchangedMarks(tx, kept))],
    }));
  if (faults.length === 0) await addMark(marks, { last: kept.at(-1), lanes, now });
  return {
    whole: faults.length === 0,
    entries,
    checkedAt: now,
    faults: faults.slice(0, faultsShown),
    markedAt: faults.length === 0 ? now : (kept.at(-1)?.at ?? null),
  };
}

/** Marks how far the trail has come; told by the clock, and when the application stops. */
export async function markAudit(given: { db: Db; marks: AuditMarks; now: string }): Promise<void> {
  const last = (await given.marks.read()).at(-1);
  await addMark(given.marks, { last, lanes: await laneEnds(given.db), now: given.now });
}

async function addMark(
  marks: AuditMarks,
  { last, lanes, now }: { last: AuditMark | undefined; lanes: AuditMark['lanes']; now: string },
): Promise<void> {
  if (JSON.stringify(last?.lanes) !== JSON.stringify(lanes)) await marks.add({ at: now, lanes });
}

async function laneEnds(db: Db): Promise<AuditMark['lanes']> {
  return db.selectFrom('audit_lane').select(['lane', 'entries', 'hash']).orderBy('lane').execute();
}

async function countEntries(db: Db): Promise<number> {
  const { total } = await db
    .selectFrom('audit_entry')
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Entries that do not follow the one before them. After a gap the hash before is unknown: the gap is the fault. */
async function brokenLinks(db: Db): Promise<Fault[]> {
  const { rows } = await sql<{ seq: number; at: string; gap: boolean }>`
    with linked as (
      select entry, lag(entry.position, 1, 0::bigint) over lane as position_before,
             lag(entry.hash, 1, '') over lane as hash_before
        from audit_entry entry window lane as (partition by entry.lane order by entry.position)
    )
    select (entry).seq as seq, (entry).at as at, (entry).position <> position_before + 1 as gap
      from linked
     where (entry).position <> position_before + 1 or (entry).hash <> audit_hash(entry, hash_before)
     order by (entry).seq limit ${faultsShown}`.execute(db);
  return rows.map(({ seq, at, gap }) => fault(gap ? 'missing' : 'changed', { seq, at }));
}

async function cutOffLanes(db: Db): Promise<Fault[]> {
  const { rows } = await sql<{ seq: number | null; at: string | null }>`
    select last.seq, last.at
      from generate_series(0, 7) numbered
      full join audit_lane on audit_lane.lane = numbered
      left join lateral (
        select seq, at, position, hash from audit_entry
         where lane = coalesce(audit_lane.lane, numbered) order by position desc limit 1
      ) last on true
     where audit_lane.lane is null or numbered is null
        or audit_lane.entries <> coalesce(last.position, 0) or audit_lane.hash <> coalesce(last.hash, '')
     order by last.seq nulls first`.execute(db);
  return rows.map(({ seq, at }) => fault('cut_off', { seq, at }));
}

/** What the marks outside the database say otherwise. */
async function exchangedMarks(db: Db, marks: readonly AuditMark[]): Promise<Fault[]> {
  const told = marks.flatMap((mark) => mark.lanes.filter((lane) => lane.entries > 0));
  if (told.length === 0) return [];
  const { rows } = await sql<{ seq: number | null; at: string | null }>`
    select distinct entry.seq, entry.at
      from unnest(${told.map((one) => one.lane)}::smallint[], ${told.map((one) => one.entries)}::bigint[],
                  ${told.map((one) => one.hash)}::text[]) as mark (lane, position, hash)
      left join audit_entry entry on entry.lane = mark.lane and entry.position = mark.position
     where entry.hash is distinct from mark.hash
     order by entry.seq nulls first limit ${faultsShown}`.execute(db);
  return rows.map(({ seq, at }) => fault('exchanged', { seq, at }));
}

function fault(kind: FaultKind, { seq, at }: { seq: number | null; at: string | null }): Fault {
  return { kind, seq, at, words: faultWords[kind] };
}
