import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import type { Actor, Answered } from '#server/platform/http/actor.ts';
import { sweepSessions } from './sessions.store.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
let ward: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  ward = await kheo.given.unit({ name: 'Phường Hương Xuân', kind: 'commune_committee' });
  for (const username of ['lan', 'hoa', 'minh', 'tuan', 'quantri'])
    await kheo.given.account({
      username,
      role: username === 'quantri' ? 'administrator' : 'unit_officer',
      unitId: ward,
    });
});
afterAll(() => kheo.stop());

let addresses = 0;
/** Somebody at another address each time, as the proxy before us tells it. */
const elsewhere = () => `10.0.${++addresses >> 8}.${addresses & 255}`;
const enter = (actor: Actor, username: string, password: string, address = elsewhere()) =>
  actor.try('POST /api/session', {
    body: { username, password },
    headers: { 'x-forwarded-for': address },
  });
const wrong = (actor: Actor, username: string, address?: string) =>
  enter(actor, username, 'không phải mật khẩu', address);
const problemOf = (answer: Answered<unknown>) => answer.body as ProblemBody;

describe('wrong passwords', () => {
  it('are refused alike for a name that exists and one that does not', async () => {
    for (const username of ['lan', 'khong-co-ai']) {
      const answers: string[] = [];
      for (let tries = 0; tries < 12; tries++) {
        const answer = await wrong(kheo.stranger(), username);
        answers.push(`${answer.status} ${problemOf(answer).code}`);
      }
      expect(answers).toEqual([
        ...Array.from({ length: 10 }, () => '401 sign_in_failed'),
        '429 sign_in_slowed',
        '429 sign_in_slowed',
      ]);
    }
  });

  it('say in Vietnamese how long to wait, and never more than fifteen minutes', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 14; round++) {
      await wrong(kheo.stranger(), 'hoa');
      const slowed = await wrong(kheo.stranger(), 'hoa');
      if (slowed.status === 429) seen.add(problemOf(slowed).detail);
      // Each round lets the pause pass, as a patient attacker does.
      kheo.clock.pass(16);
    }
    expect([...seen].some((text) => text.includes('Chờ 15 phút rồi thử lại'))).toBe(true);
    expect([...seen].some((text) => /(1[6-9]|[2-9]\d) phút/.test(text))).toBe(false);
  });

  it('of a stranger never keep out a browser in which the officer signed in before', async () => {
    const officer = kheo.stranger();
    await officer.signIn('minh', testPassword);
    await officer.call('DELETE /api/session', {});
    const attackers = elsewhere();
    for (let tries = 0; tries < 60; tries++) await wrong(kheo.stranger(), 'minh', attackers);
    expect((await enter(kheo.stranger(), 'minh', testPassword)).status).toBe(429);
    expect((await enter(officer, 'minh', testPassword, attackers)).status).toBe(200);
  });

  it('slow down an address that tries many names, but not others', async () => {
    const address = elsewhere();
    let slowed = 0;
    for (let tries = 0; tries < 55; tries++)
      if ((await wrong(kheo.stranger(), `ten-${tries}`, address)).status === 429) slowed += 1;
    expect(slowed).toBe(5);
    expect((await wrong(kheo.stranger(), 'ten-khac', elsewhere())).status).toBe(401);
  });

  it('are counted also when they come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong(kheo.stranger(), 'tuan')));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(10);
  });

  it('in a known browser make it a stranger’s again after twenty', async () => {
    const browser = kheo.stranger();
    kheo.clock.pass(25 * 60);
    await browser.signIn('tuan', testPassword);
    await browser.call('DELETE /api/session', {});
    // A minute passes after each: longer than the longest pause of a known browser.
    for (let tries = 0; tries < 20; tries++) {
      expect((await wrong(browser, 'tuan')).status).toBe(401);
      kheo.clock.pass(1);
    }
    const rows = await kheo.connection.db.selectFrom('known_device').select('account_id').execute();
    const { id } = await kheo.connection.db
      .selectFrom('account')
      .select('id')
      .where('username', '=', 'tuan')
      .executeTakeFirstOrThrow();
    expect(rows.map((row) => row.account_id)).not.toContain(id);
  });

  it('of one’s own password while signed in are slowed down too', async () => {
    kheo.clock.pass(25 * 60);
    const actor = await kheo.stranger().signIn('lan', testPassword);
    const change = (currentPassword: string) =>
      actor.try('POST /api/session/password', {
        body: { currentPassword, newPassword: 'mật khẩu khác 2026' },
      });
    for (let tries = 0; tries < 5; tries++) expect((await change('đoán mò')).status).toBe(422);
    expect((await change(testPassword)).status).toBe(429);
  });
});

describe('the audit trail', () => {
  it('holds sign-ins, done and refused, at the unit of the account, and nothing that was typed', async () => {
    const admin = await kheo.as('quantri');
    const { items } = await admin.call('GET /api/audit', { query: { size: 200 } });
    const told = new Set(
      items.map((item) => `${item.outcome} ${item.endpoint} ${item.problem ?? ''}`.trim()),
    );
    expect(told).toContain('done POST /api/session');
    expect(told).toContain('done DELETE /api/session');
    expect(told).toContain('refused POST /api/session Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(told).toContain('refused POST /api/session Đăng nhập sai nhiều lần liên tiếp.');
    expect(told).toContain('refused POST /api/session/password Mật khẩu hiện tại không đúng.');
    const dump = await kheo.connection.pool.query(
      'select row_to_json(a)::text as row from audit_entry a union all select row_to_json(b)::text from sign_in_brake b union all select row_to_json(c)::text from command c union all select row_to_json(h)::text from history_entry h',
    );
    const text = dump.rows.map((row: { row: string }) => row.row).join('\n');
    for (const secret of ['không phải mật khẩu', testPassword, 'khong-co-ai', 'đoán mò'])
      expect(text).not.toContain(secret);
  });

  it('keeps no hash of a password with a command: two that differ in it alone are one request', async () => {
    const admin = await kheo.as('quantri');
    const { items } = await admin.call('GET /api/accounts', { query: { q: 'hoa' } });
    const id = items.find((one) => one.username === 'hoa')?.id ?? '';
    const hashes = new Set<string>();
    for (const password of ['mật khẩu thứ nhất', 'mật khẩu thứ hai'])
      await admin.call('POST /api/accounts/:id/password', { params: { id }, body: { password } });
    const rows = await kheo.connection.db
      .selectFrom('command')
      .select('request_hash')
      .where('name', '=', 'POST /api/accounts/:id/password')
      .execute();
    for (const row of rows) hashes.add(row.request_hash);
    expect([rows.length, hashes.size]).toEqual([2, 1]);
  });
});

describe('an address that asks too much', () => {
  it.each([
    ['POST', '/api/session'],
    ['POST', '/api/session/second-step'],
    ['GET', '/api/invitations/doan-mo'],
    ['POST', '/api/invitations/doan-mo'],
    ['POST', '/api/sign-in-service/return'],
  ] as const)('is refused also with a new cookie each time: %s %s', async (method, url) => {
    const small = await startKheo({ today: '2026-03-02', requestsPerMinute: 5 });
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries++)
      statuses.push(
        (
          await small.app.http.inject({
            method,
            url,
            headers: { cookie: `__Host-kheo=moi-lan-mot-khac-${tries}` },
            ...(method === 'POST' && { payload: {} }),
          })
        ).statusCode,
      );
    expect(statuses.slice(0, 5)).not.toContain(429);
    expect(statuses.slice(5)).toEqual([429, 429]);
    await small.stop();
  });
});

describe('what is kept', () => {
  it('is swept when it is over: sessions, brakes, browsers not seen for half a year', async () => {
    const other = await startKheo({ today: '2026-03-02' });
    const unitId = await other.given.unit({ name: 'Phường', kind: 'commune_committee' });
    await other.given.account({ username: 'lan', role: 'unit_officer', unitId });
    await other.stranger().signIn('lan', testPassword);
    await wrong(other.stranger(), 'lan');
    const rowsOf = async () => {
      const { rows } = await other.connection.pool.query(
        'select (select count(*) from session) + (select count(*) from sign_in_brake) + (select count(*) from known_device) as rows',
      );
      return Number((rows[0] as { rows: string }).rows);
    };
    await sweepSessions(other.app.db, other.clock.now().toISOString());
    expect(await rowsOf()).toBeGreaterThan(3);
    other.clock.pass(181 * 24 * 60);
    await sweepSessions(other.app.db, other.clock.now().toISOString());
    expect(await rowsOf()).toBe(0);
    await other.stop();
  });
});

describe('a session', () => {
  it('gets a new secret when the password changes, and the others of the account end', async () => {
    const here = await kheo.stranger().signIn('minh', testPassword);
    const there = await kheo.stranger().signIn('minh', testPassword);
    const before = await secretsOf('minh');
    await here.call('POST /api/session/password', {
      body: { currentPassword: testPassword, newPassword: 'mật khẩu mới rất dài' },
    });
    const after = await secretsOf('minh');
    expect(after).toHaveLength(1);
    expect(before).not.toContain(after[0]);
    expect((await here.try('GET /api/home', {})).status).toBe(200);
    expect((await there.try('GET /api/home', {})).status).toBe(401);
  });

  it('is listed with its browser; one and all others can be ended, and their browsers are forgotten', async () => {
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
    const office = kheo.stranger();
    await office.call('POST /api/session', {
      body: { username: 'quantri', password: testPassword },
      headers: { 'user-agent': chrome },
    });
    await kheo.stranger().signIn('quantri', testPassword);
    const phone = await kheo.stranger().signIn('quantri', testPassword);
    const { sessions } = await office.call('GET /api/session/sessions', {});
    expect(sessions.filter((one) => one.thisOne).map((one) => one.device)).toEqual([
      'Chrome trên máy tính Windows',
    ]);
    const mine = await phone.call('GET /api/session/sessions', {});
    const ofPhone = mine.sessions.find((one) => one.thisOne)?.id ?? '';
    await office.call('DELETE /api/session/sessions/:id', { params: { id: ofPhone } });
    expect((await phone.try('GET /api/home', {})).status).toBe(401);
    const { ended } = await office.call('DELETE /api/session/sessions', {});
    expect(ended).toBeGreaterThan(0);
    const left = await office.call('GET /api/session/sessions', {});
    expect(left.sessions.map((one) => one.thisOne)).toEqual([true]);
    const devices = await kheo.connection.db
      .selectFrom('known_device')
      .innerJoin('account', 'account.id', 'known_device.account_id')
      .select('known_device.id')
      .where('account.username', '=', 'quantri')
      .execute();
    expect(devices).toHaveLength(1);
  });

  it('of somebody else cannot be ended by its number', async () => {
    const mine = await kheo.stranger().signIn('quantri', testPassword);
    const { sessions } = await mine.call('GET /api/session/sessions', {});
    const other = await kheo.stranger().signIn('minh', 'mật khẩu mới rất dài');
    await other.call('DELETE /api/session/sessions/:id', { params: { id: sessions[0]?.id ?? '' } });
    expect((await mine.try('GET /api/home', {})).status).toBe(200);
  });
});

async function secretsOf(username: string): Promise<string[]> {
  const rows = await kheo.connection.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select('session.id_hash')
    .where('account.username', '=', username)
    .execute();
  return rows.map((row) => row.id_hash);
}
