import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { zipParts } from '#server/testing/zip-parts.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import type { Actor } from '#server/platform/http/actor.ts';

let kheo: Kheo;
let town: Town;
let admin: Actor;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  admin = await kheo.as('quantri');
});
afterAll(() => kheo.stop());

const act = async (times: number): Promise<void> => {
  const officers = await Promise.all(['xuan', 'chu', 'truong', 'thuongtruc'].map((name) => kheo.as(name)));
  for (let time = 0; time < times; time += 1)
    await Promise.all(
      officers.map((officer) =>
        officer.call('PUT /api/session/preferences', { body: { textSize: time % 2 ? 'large' : 'normal' } }),
      ),
    );
};
/** As somebody would who holds the database: the application’s own guards are switched off first. */
const tamper = async (statement: string): Promise<void> => {
  await kheo.connection.pool.query(`alter table audit_entry disable trigger user; ${statement};
    alter table audit_entry enable trigger user`);
};
const verification = () => admin.call('GET /api/audit/verification', {});
const longestLane = `(select lane from audit_lane order by entries desc, lane limit 1)`;
const entryAt = (position: number) => `lane = ${longestLane} and position = ${position}`;

/** The lane written anew, hashes and all, as somebody would who knows how they are made. */
const rewrite = `do $$ declare e audit_entry; h text := ''; n bigint := 0; l smallint := ${longestLane}; begin
  for e in select * from audit_entry where lane = l order by position loop
    n := n + 1; e.position := n; h := audit_hash(e, h);
    update audit_entry set position = n, hash = h where seq = e.seq;
  end loop;
  update audit_lane set entries = n, hash = h where lane = l; end $$`;

/** What is tampered with is put back after each test. */
const keep = `create table kept_entry as select * from audit_entry; create table kept_lane as select * from audit_lane`;
const putBack = `truncate audit_entry, audit_lane; insert into audit_lane select * from kept_lane;
  insert into audit_entry overriding system value select * from kept_entry`;

describe('the chained audit trail', () => {
  beforeAll(async () => {
    await act(4);
    await kheo.connection.pool.query(keep);
  });
  afterEach(() => tamper(putBack));

  it('is whole after many at once have written to it', async () => {
    const result = await verification();
    expect(result).toMatchObject({ whole: true, faults: [] });
    expect(result.entries).toBeGreaterThan(20);
  });

  it('refuses changes, deletions and emptying even to the application itself', async () => {
    for (const statement of [
      `update audit_entry set problem = 'x'`,
      'delete from audit_entry',
      'truncate audit_entry',
    ])
      await expect(kheo.connection.pool.query(statement)).rejects.toThrow('append-only');
  });

  it.each([
    ['who did it', `account_id = gen_random_uuid()`],
    ['for whom', `on_behalf_of = gen_random_uuid()`],
    ['when', `at = at + interval '1 microsecond'`],
    ['what', `endpoint = 'POST /api/units'`],
    ['about what', `subject_id = gen_random_uuid()`],
    ['at which unit', `unit_id = gen_random_uuid()`],
    ['with which outcome', `outcome = 'refused'`],
    ['why not', `problem = 'forbidden'`],
    ['by which command', `command_id = gen_random_uuid()`],
    ['the hash itself', `hash = md5(hash)`],
  ])('sees an entry that was edited: %s', async (_, change) => {
    await tamper(`update audit_entry set ${change} where ${entryAt(2)}`);
    const { whole, faults } = await verification();
    expect(whole).toBe(false);
    expect(faults[0]?.kind).toBe('changed');
    const { rows } = await kheo.connection.pool.query(`select seq from audit_entry where ${entryAt(2)}`);
    expect(faults[0]?.seq).toBe((rows[0] as { seq: number }).seq);
  });

  it.each([
    ['deleted', `delete from audit_entry where ${entryAt(2)}`, 'missing'],
    [
      'deleted with the gap closed',
      `delete from audit_entry where ${entryAt(2)};
       update audit_entry set position = -position where lane = ${longestLane} and position > 2;
       update audit_entry set position = -position - 1 where position < 0`,
      'changed',
    ],
    [
      'exchanged with the next',
      `update audit_entry set position = -position where ${entryAt(2)} or ${entryAt(3)};
       update audit_entry set position = position + 5 where position < 0`,
      'changed',
    ],
    [
      'put in between',
      `update audit_entry set position = -position - 1 where lane = ${longestLane} and position > 1;
       update audit_entry set position = -position where position < 0;
       insert into audit_entry (at, endpoint, outcome, lane, position, hash)
         values (now(), 'POST /api/units', 'done', ${longestLane}, 2, md5('x'))`,
      'changed',
    ],
    ['put into a lane of its own', `update audit_entry set lane = 9 where ${entryAt(2)}`, 'missing'],
    ['cut off at the end', `delete from audit_entry where lane = ${longestLane} and position > 1`, 'cut_off'],
    ['all gone', `delete from audit_entry`, 'cut_off'],
    ['all gone with their lane’s end', `delete from audit_entry; delete from audit_lane`, 'cut_off'],
  ])('sees entries that were %s', async (_, statement, kind) => {
    await tamper(statement);
    const { whole, faults } = await verification();
    expect(whole).toBe(false);
    expect(faults.map((fault) => fault.kind)).toContain(kind);
  });

  it.each([
    ['an entry left out', `delete from audit_entry where ${entryAt(2)}; ${rewrite}`],
    ['an entry changed', `update audit_entry set outcome = 'refused' where ${entryAt(2)}; ${rewrite}`],
    ['everything left out', `delete from audit_entry; update audit_lane set entries = 0, hash = ''`],
  ])('sees by its marks outside the database a trail written anew with %s', async (_, statement) => {
    expect((await verification()).whole).toBe(true);
    await act(1);
    await tamper(statement);
    const { whole, faults } = await verification();
    expect(whole).toBe(false);
    expect(faults.map((fault) => fault.kind)).toContain('exchanged');
  });
});

describe('what the audit trail holds', () => {
  it('tells of every refusal: of acts, of reads, of records out of sight, of roles beyond one’s own', async () => {
    const ward = await kheo.as('xuan');
    await ward.try('GET /api/audit', { query: {} });
    await ward.try('GET /api/units/:id', { params: { id: crypto.randomUUID() }, query: {} });
    await ward.try('POST /api/units/:id/dissolution', {
      params: { id: town.chu },
      body: { on: '2026-03-03', reason: 'Thử' },
    });
    const { items: accounts } = await admin.call('GET /api/accounts', { query: { q: 'quantri' } });
    const grant = {
      role: 'standing_officer' as const,
      unitId: town.town,
      beginsOn: '2026-03-02',
      endsOn: null,
      coversSubtree: true,
    };
    const own = await admin.try('POST /api/accounts/:id/grants', {
      params: { id: accounts[0]?.id ?? '' },
      body: grant,
    });
    expect(own.body).toMatchObject({ code: 'grant_to_oneself' });
    const { items } = await admin.call('GET /api/audit', { query: { outcome: 'refused' } });
    expect(items.slice(0, 4).map((entry) => [entry.accountName, entry.endpoint])).toEqual([
      ['quantri', 'POST /api/accounts/:id/grants'],
      ['xuan', 'POST /api/units/:id/dissolution'],
      ['xuan', 'GET /api/units/:id'],
      ['xuan', 'GET /api/audit'],
    ]);
  });

  it('is found by person, unit with what lies below, outcome and days', async () => {
    const officer = await kheo.as('thuongtruc');
    await admin.call('POST /api/units/:id/terms', {
      params: { id: town.hamlet },
      body: { name: '2025-2030', beginsOn: '2025-06-01', endsOn: null },
    });
    await admin.call('POST /api/units/:id/terms', {
      params: { id: town.chu },
      body: { name: '2025-2030', beginsOn: '2025-06-01', endsOn: null },
    });
    await officer.try('GET /api/audit', { query: {} });
    const ask = async (query: Record<string, string>) =>
      (await admin.call('GET /api/audit', { query })).items.map((entry) => entry.unitName ?? entry.endpoint);
    expect(await ask({ unitId: town.xuan, from: '2026-03-02' })).toContain('Tổ dân phố Thanh Lương');
    expect(await ask({ unitId: town.xuan })).not.toContain('Đảng bộ phường Hương Chữ');
    const { items } = await admin.call('GET /api/accounts', { query: { q: 'thuongtruc' } });
    const of = { accountId: items[0]?.id ?? '' };
    expect(await ask({ ...of, outcome: 'refused' })).toEqual(['GET /api/audit']);
    expect(await ask({ ...of, to: '2026-03-01' })).toEqual([]);
  });

  it('leaves as Excel as it is filtered, and notes that it left', async () => {
    await kheo.given.account({ username: '=cmd', role: 'unit_officer', unitId: town.xuan });
    const ward = await kheo.as('=cmd');
    await ward.try('GET /api/audit', { query: {} });
    const file = await admin.try('GET /api/audit.xlsx', { query: { outcome: 'refused' } });
    const text = [...(await zipParts(file.raw)).values()].join();
    expect(text).toContain('Bị từ chối');
    expect(text).not.toContain('Đã làm');
    expect(text).toContain('=cmd');
    expect(text).not.toContain('<f>');
    const { items } = await admin.call('GET /api/audit', { query: { size: 1 } });
    expect(items[0]).toMatchObject({ summary: 'Tải nhật ký hệ thống', outcome: 'done' });
  });
});

describe('the role matrix', () => {
  it('says in words what each role may do and who holds it where, as it was on a day', async () => {
    const now = await admin.call('GET /api/role-matrix', { query: {} });
    const issue = now.areas
      .flatMap((area) => area.permissions)
      .find((one) => one.permission === 'document.issue');
    expect(issue).toMatchObject({
      does: 'Ký, cấp số, ban hành',
      heldBy: ['standing_officer', 'leader'],
    });
    const ward = now.holders.find((one) => one.username === 'xuan');
    expect(ward).toMatchObject({
      roleName: 'Cán bộ đơn vị',
      unit: { name: 'Đảng bộ phường Hương Xuân' },
      onBehalfOf: null,
    });
    // Roles dated back to 2000 worked only from the day they were given.
    const before = await admin.call('GET /api/role-matrix', { query: { day: '2026-03-01' } });
    expect(before.holders).toEqual([]);
  });

  it('shows somebody who stands in, and forgets no role that has ended since', async () => {
    const leader = await kheo.as('lanhdao');
    const own = (await leader.call('GET /api/delegations', {})).own[0]?.id ?? '';
    const { items } = await leader.call('GET /api/delegation-receivers', { query: { q: 'thanhvien' } });
    await leader.call('POST /api/delegations', {
      body: {
        grantIds: [own],
        toAccountId: items[0]?.id ?? '',
        beginsOn: '2026-03-02',
        endsOn: '2026-03-04',
        reason: 'Nghỉ phép',
      },
    });
    await admin.call('POST /api/grants/:id/end', { params: { id: own }, body: { reason: 'Nghỉ hưu' } });
    const { holders } = await admin.call('GET /api/role-matrix', { query: { day: '2026-03-02' } });
    const leaders = holders.filter((one) => one.role === 'leader');
    expect(leaders.map((one) => [one.username, one.onBehalfOf])).toEqual([
      ['lanhdao', null],
      ['thanhvien', 'lanhdao'],
    ]);
    const later = await admin.call('GET /api/role-matrix', { query: { day: '2026-03-03' } });
    expect(later.holders.filter((one) => one.role === 'leader')).toEqual([]);
  });

  it('leaves as Excel with its three sheets', async () => {
    const file = await admin.try('GET /api/role-matrix.xlsx', { query: {} });
    const parts = await zipParts(file.raw);
    expect([...parts.keys()].filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(3);
    const text = [...parts.values()].join();
    expect(text).toContain('Ký, cấp số, ban hành');
    expect(text).toContain('Đảng bộ phường Hương Xuân');
    const { items } = await admin.call('GET /api/audit', { query: { size: 1 } });
    expect(items[0]?.summary).toBe('Tải bảng phân quyền');
  });
});
