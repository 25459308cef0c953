import type { AreaLives } from '#domain/organisations/reference/area-lives.ts';
import { rebuildPlaces } from '#server/organisations/places.store.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { areaId, type AreaRows, areaRows, type AreaTable, areaTables, type Row } from './area-rows.ts';

export interface LoadResult {
  /** Rows by table that were put in, mended, and taken out. */
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
  /** Units that officers have changed since by ordinary acts: they are left as they are. */
  readonly leftAlone: readonly { code: string; name: string }[];
}

/** Why nothing was loaded; the message is for the person at the console. */
export class LoadRefused extends Error {}

/**
 * Puts the administrative units into the database, changing only what differs. It is the one place that writes units
 * without the ordinary acts, because there are some 14,000 of them; a test holds its result equal to theirs. Runs in
 * the command's transaction: wholly, or not at all.
 */
export async function loadAdministrativeUnits(
  command: CommandContext,
  lives: AreaLives,
  note: (text: string) => void = () => undefined,
): Promise<LoadResult> {
  const { db } = command;
  await db.selectFrom('organisation_revision').select('revision').forUpdate().executeTakeFirstOrThrow();
  const nationId = await findNation(db);
  const wanted = areaRows(lives, nationId);
  await refuseTakenCodes(db, wanted);
  const touched = await touchedSince(db);
  const leftAlone = withoutUnits(wanted, new Set(touched));
  note('so với dữ liệu đang có');
  const differences = [];
  for (const table of areaTables)
    differences.push({ table, ...compare(table, wanted[table.name], await loaded(db, table, touched)) });
  const result = {
    inserted: differences.reduce((sum, one) => sum + one.fresh.length, 0),
    changed: differences.reduce((sum, one) => sum + one.changed.length, 0),
    removed: differences.reduce((sum, one) => sum + one.gone.length, 0),
    leftAlone,
  };
  if (result.inserted + result.changed + result.removed === 0) return result;
  // Rows of `unit` are mended in place, for others name them; the rest is taken out and put in again.
  for (const { table, gone, changed } of differences.toReversed())
    if (table.name !== 'unit') await remove(db, table, [...gone, ...changed]);
  for (const { table, gone, fresh, changed } of differences) {
    if (table.name === 'unit') {
      await removeUnits(db, gone);
      await upsertUnits(db, changed);
    }
    const rows = table.name === 'unit' ? fresh : [...fresh, ...changed];
    if (rows.length > 0) note(`ghi ${rows.length} dòng vào ${table.name}`);
    await insert(db, table, rows);
  }
  // Without counts of the rows just written, the paths and the checks at the end are planned as for an empty table.
  await sql`analyze unit, unit_version, unit_heir`.execute(db);
  note('xếp chỗ cho từng đơn vị trong cây');
  await rebuildPlaces(db);
  note('kiểm tra từng đơn vị: không hở ngày, không thiếu cấp trên, không vòng');
  await sql`set constraints all immediate`.execute(db);
  await command.record({
    subjectType: 'unit',
    subjectId: nationId,
    unitId: nationId,
    action: 'load_reference',
    details: { inserted: result.inserted, changed: result.changed, removed: result.removed },
  });
  return result;
}

/** The unit that already stands for the whole country, or the one that the load will found. */
async function findNation(db: Db): Promise<string> {
  const row = await db
    .selectFrom('unit_version')
    .select('unit_id')
    .where('kind', '=', 'nation')
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return row?.unit_id ?? areaId('nation');
}

/** A code that a unit made by hand holds on the same days would stop the load half-way with a poor message. */
async function refuseTakenCodes(db: Db, wanted: AreaRows): Promise<void> {
  const { rows } = await sql<{ code: string; name: string }>`
    select distinct other.code, other.name
    from jsonb_to_recordset(${JSON.stringify(wanted.unit_version)}::jsonb)
      as wanted (unit_id uuid, code text, valid_from date, valid_to date)
    join unit_version as other on other.code = wanted.code and other.unit_id <> wanted.unit_id
      and daterange(other.valid_from, other.valid_to) && daterange(wanted.valid_from, wanted.valid_to)
    where not ${madeByLoad(sql.ref('other.unit_id'))}
    order by other.code limit 20`.execute(db);
  if (rows.length === 0) return;
  const names = rows.map((row) => `${row.code} (“${row.name}”)`).join(', ');
  throw new LoadRefused(
    `Các mã sau đã dùng cho đơn vị lập tay: ${names}. Đổi mã các đơn vị ấy rồi chạy lại lệnh này.`,
  );
}

/** Ids made from names carry version 5; all other ids of the system carry another. */
function madeByLoad(id: ReturnType<typeof sql.ref>) {
  return sql<boolean>`(substr(${id}::text, 15, 1) = '5')`;
}

/** Loaded units that an ordinary act has changed since: what people did stays. */
async function touchedSince(db: Db): Promise<string[]> {
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from unit_version
    where ${madeByLoad(sql.ref('unit_id'))} and not ${madeByLoad(sql.ref('id'))}
    union
    select part.unit_id from reorganisation_unit as part
    join reorganisation on reorganisation.id = part.reorganisation_id
    where ${madeByLoad(sql.ref('part.unit_id'))} and not ${madeByLoad(sql.ref('reorganisation.id'))}
      and reorganisation.undone_at is null`.execute(db);
  return rows.map((row) => row.unit_id);
}

/** Takes the rows of some units out of what is wanted; says which units those are. */
function withoutUnits(rows: AreaRows, units: ReadonlySet<string>): { code: string; name: string }[] {
  if (units.size === 0) return [];
  const left = new Map<string, { code: string; name: string }>();
  for (const version of rows.unit_version)
    if (units.has(String(version['unit_id'])))
      left.set(String(version['unit_id']), { code: String(version['code']), name: String(version['name']) });
  rows.unit = rows.unit.filter((row) => !units.has(String(row['id'])));
  rows.unit_version = rows.unit_version.filter((row) => !units.has(String(row['unit_id'])));
  rows.unit_heir = rows.unit_heir.filter((row) => !units.has(String(row['unit_id'])));
  return [...left.values()];
}

/** What an earlier load wrote, but for units that people have changed since. */
async function loaded(db: Db, table: AreaTable, touched: readonly string[]): Promise<Row[]> {
  const names = Object.keys(table.columns).map((name) => sql.ref(name));
  const unit = { unit: 'id', unit_version: 'unit_id', unit_heir: 'unit_id' };
  const own = table.name in unit ? unit[table.name as keyof typeof unit] : null;
  const { rows } = await sql<Row>`
    select ${sql.join(names)} from ${sql.table(table.name)}
    where ${madeByLoad(sql.ref(table.key[0]))}
      ${own === null ? sql`` : sql`and ${sql.ref(own)} <> all(${[...touched]}::uuid[])`}`.execute(db);
  return rows;
}

function compare(table: AreaTable, wanted: readonly Row[], present: readonly Row[]) {
  const columns = Object.keys(table.columns);
  const keyOf = (row: Row): string => table.key.map((column) => row[column]).join(' ');
  const textOf = (row: Row): string => JSON.stringify(columns.map((column) => row[column]));
  const known = new Map(present.map((row) => [keyOf(row), row]));
  const fresh: Row[] = [];
  const changed: Row[] = [];
  for (const row of wanted) {
    const before = known.get(keyOf(row));
    known.delete(keyOf(row));
    if (!before) fresh.push(row);
    else if (textOf(before) !== textOf(row)) changed.push(row);
  }
  return { fresh, changed, gone: [...known.values()] };
}

const rowsAtATime = 4000;

async function inChunks(rows: readonly Row[], work: (json: string) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtATime)
    await work(JSON.stringify(rows.slice(at, at + rowsAtATime)));
}

function recordset(table: AreaTable, json: string) {
  const columns = Object.entries(table.columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  return sql`jsonb_to_recordset(${json}::jsonb) as given (${sql.join(columns)})`;
}

async function insert(db: Db, table: AreaTable, rows: readonly Row[]): Promise<void> {
  const columns = sql.join(Object.keys(table.columns).map((name) => sql.ref(name)));
  // The reform's own acts are not to be taken back one by one: they stand and fall with the load.
  const asked = table.name === 'reorganisation';
  await inChunks(rows, (json) =>
    sql`insert into ${sql.table(table.name)} (${columns}${asked ? sql`, asked` : sql``})
      select ${columns}${asked ? sql`, '{"reference": true}'::jsonb` : sql``}
      from ${recordset(table, json)}`.execute(db),
  );
}

async function remove(db: Db, table: AreaTable, rows: readonly Row[]): Promise<void> {
  const same = table.key.map((column) => sql`own.${sql.ref(column)} = given.${sql.ref(column)}`);
  await inChunks(rows, (json) =>
    sql`delete from ${sql.table(table.name)} as own using ${recordset(table, json)}
      where ${sql.join(same, sql` and `)}`.execute(db),
  );
}

async function upsertUnits(db: Db, rows: readonly Row[]): Promise<void> {
  await inChunks(rows, (json) =>
    sql`update unit set founded_on = given.founded_on, dissolved_on = given.dissolved_on
      from ${recordset(areaTables[0], json)} where unit.id = given.id`.execute(db),
  );
}

/** A unit that the sources no longer hold goes, unless something has been recorded at it. */
async function removeUnits(db: Db, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await inChunks(rows, (json) =>
    sql`delete from unit_place using ${recordset(areaTables[0], json)} where unit_place.unit_id = given.id`.execute(
      db,
    ),
  );
  try {
    await remove(db, areaTables[0], rows);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== '23503') throw error;
    throw new LoadRefused(
      `${rows.length} đơn vị đã nạp trước đây không còn trong nguồn, nhưng đã có dữ liệu gắn vào. Chưa thay đổi gì.`,
    );
  }
}
