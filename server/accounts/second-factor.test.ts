import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, type ApiKey } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
let town: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  town = await kheo.given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee' });
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town });
  for (const username of ['lan', 'hoa', 'minh', 'tuan', 'nga'])
    await kheo.given.account({ username, role: 'standing_officer', unitId: town });
});
afterAll(() => kheo.stop());

const codeNow = (secret: string, of: Kheo = kheo): Promise<string> =>
  generate({ secret, epoch: Math.floor(of.clock.now().getTime() / 1000) });

/** Sets one-time codes up as a person does; returns what the telephone and the paper hold. */
async function setUp(actor: Actor, of: Kheo = kheo): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret, uri } = await actor.call('POST /api/session/second-factor', {
    body: { currentPassword: testPassword },
  });
  expect(uri).toContain(`secret=${secret}`);
  const code = await codeNow(secret, of);
  const { recoveryCodes } = await actor.call('POST /api/session/second-factor/confirmation', {
    body: { code },
  });
  // The code that confirmed is spent: the next one comes with the next half minute.
  of.clock.pass(1);
  return { secret, recoveryCodes };
}
const passwordOf = (username: string) => ({ body: { username, password: testPassword } });
const second = (actor: Actor, code: string, rememberDevice = false) =>
  actor.try('POST /api/session/second-step', { body: { code, rememberDevice } });

describe('one-time codes', () => {
  it('are asked after the password; until then nothing is open', async () => {
    const { secret } = await setUp(await kheo.stranger().signIn('lan', testPassword));
    const actor = kheo.stranger();
    const half = await actor.call('POST /api/session', passwordOf('lan'));
    expect(half).toMatchObject({ account: null, secondStepOpen: true, permissions: [], csrfToken: null });
    expect((await actor.try('GET /api/home', {})).status).toBe(401);
    expect((await actor.call('GET /api/session', {})).secondStepOpen).toBe(true);
    const wrong = await second(actor, '000000');
    expect(wrong.body).toMatchObject({ code: 'second_step_wrong' });
    const code = await codeNow(secret);
    const whole = await second(actor, code);
    expect(whole.body.account?.username).toBe('lan');
    expect((await actor.try('GET /api/home', {})).status).toBe(200);
  });

  it('work once: the same code is refused to whoever read it over a shoulder, also at the same moment', async () => {
    const { secret } = await setUp(await kheo.stranger().signIn('hoa', testPassword));
    const code = await codeNow(secret);
    const pair = [kheo.stranger(), kheo.stranger()];
    for (const actor of pair) await actor.call('POST /api/session', passwordOf('hoa'));
    const answers = await Promise.all(pair.map((actor) => second(actor, code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
    const third = kheo.stranger();
    await third.call('POST /api/session', passwordOf('hoa'));
    expect((await second(third, code)).status).toBe(401);
    kheo.clock.pass(1);
    expect((await second(third, await codeNow(secret))).status).toBe(200);
  });

  it('give way to recovery codes, each once, however they are typed', async () => {
    const { recoveryCodes } = await setUp(await kheo.stranger().signIn('minh', testPassword));
    expect(new Set(recoveryCodes).size).toBe(10);
    const code = recoveryCodes[3] ?? '';
    const actor = kheo.stranger();
    await actor.call('POST /api/session', passwordOf('minh'));
    expect((await second(actor, code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    const { secondFactor } = await actor.call('GET /api/session/sessions', {});
    expect(secondFactor.recoveryCodesLeft).toBe(9);
    const again = kheo.stranger();
    await again.call('POST /api/session', passwordOf('minh'));
    expect((await second(again, code)).status).toBe(401);
    const { rows } = await kheo.connection.pool.query('select code_hash from recovery_code');
    expect(rows.every((row: { code_hash: string }) => row.code_hash.startsWith('$argon2id$'))).toBe(true);
  });

  it('are slowed down after five wrong ones, and the second step closes after ten minutes', async () => {
    const { secret } = await setUp(await kheo.stranger().signIn('tuan', testPassword));
    const actor = kheo.stranger();
    await actor.call('POST /api/session', passwordOf('tuan'));
    for (let tries = 0; tries < 5; tries++) expect((await second(actor, '000000')).status).toBe(401);
    expect((await second(actor, await codeNow(secret))).status).toBe(429);
    kheo.clock.pass(11);
    expect((await second(actor, await codeNow(secret))).body).toMatchObject({ code: 'second_step_over' });
  });

  it('are not asked again for thirty days in a browser that is remembered, until the password changes', async () => {
    const { secret } = await setUp(await kheo.stranger().signIn('nga', testPassword));
    const browser = kheo.stranger();
    await browser.call('POST /api/session', passwordOf('nga'));
    await second(browser, await codeNow(secret), true);
    const whole = async () => (await browser.call('POST /api/session', passwordOf('nga'))).account !== null;
    expect(await whole()).toBe(true);
    kheo.clock.pass(29 * 24 * 60);
    expect(await whole()).toBe(true);
    kheo.clock.pass(2 * 24 * 60);
    expect(await whole()).toBe(false);
    await second(browser, await codeNow(secret), true);
    kheo.clock.pass(1);
    expect(await whole()).toBe(true);
    await browser.call('POST /api/session/password', {
      body: { currentPassword: testPassword, newPassword: 'mật khẩu khác 2026' },
    });
    const again = await browser.call('POST /api/session', {
      body: { username: 'nga', password: 'mật khẩu khác 2026' },
    });
    expect(again.secondStepOpen).toBe(true);
  });

  it('rotate the session when they are set, and end the others', async () => {
    await kheo.given.account({ username: 'binh', role: 'unit_officer', unitId: town });
    const other = await kheo.stranger().signIn('binh', testPassword);
    const actor = await kheo.stranger().signIn('binh', testPassword);
    await setUp(actor);
    expect((await actor.try('GET /api/home', {})).status).toBe(200);
    expect((await other.try('GET /api/home', {})).status).toBe(401);
  });

  it('are turned on and off only by who gives the password, or gave it just now', async () => {
    await kheo.given.account({ username: 'thu', role: 'unit_officer', unitId: town });
    const actor = await kheo.stranger().signIn('thu', testPassword);
    expect((await actor.try('POST /api/session/second-factor', { body: {} })).status).toBe(200);
    kheo.clock.pass(11);
    const late = await actor.try('POST /api/session/second-factor', { body: {} });
    expect(late.body).toMatchObject({ code: 'confirm_it_is_you' });
    await setUp(actor);
    kheo.clock.pass(11);
    const guess = await actor.try('POST /api/session/second-factor/removal', {
      body: { currentPassword: 'đoán mò' },
    });
    expect(guess.body).toMatchObject({ code: 'password_wrong' });
    await actor.call('POST /api/session/second-factor/removal', { body: { currentPassword: testPassword } });
    const session = await kheo.stranger().call('POST /api/session', passwordOf('thu'));
    expect(session.account?.username).toBe('thu');
  });

  it('are taken off by an administrator with a reason, which is audited and ends every session', async () => {
    await kheo.given.account({ username: 'son', role: 'unit_officer', unitId: town });
    const actor = await kheo.stranger().signIn('son', testPassword);
    await setUp(actor);
    const admin = await kheo.stranger().signIn('quantri', testPassword);
    const { items } = await admin.call('GET /api/accounts', { query: { q: 'son' } });
    const id = items[0]?.id ?? '';
    await admin.call('POST /api/accounts/:id/second-factor-reset', {
      params: { id },
      body: { reason: 'Mất điện thoại' },
    });
    expect((await actor.try('GET /api/home', {})).status).toBe(401);
    const entry = await kheo.connection.db
      .selectFrom('history_entry')
      .select(['action', 'reason', 'actor_name'])
      .where('subject_id', '=', id)
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(entry).toEqual({ action: 'reset_second_factor', reason: 'Mất điện thoại', actor_name: 'quantri' });
    const { rows } = await kheo.connection.pool.query(
      "select 1 from audit_entry where endpoint = 'POST /api/accounts/:id/second-factor-reset' and subject_id = $1",
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  it('still stand between an intercepted invitation and the account', async () => {
    const admin = await kheo.stranger().signIn('quantri', testPassword);
    const { items } = await admin.call('GET /api/accounts', { query: { q: 'lan' } });
    const { token } = await admin.call('POST /api/accounts/:id/invitation', {
      params: { id: items.find((one) => one.username === 'lan')?.id ?? '' },
    });
    const session = await kheo.stranger().call('POST /api/invitations/:token', {
      params: { token },
      body: { password: 'mật khẩu của kẻ khác' },
    });
    expect(session).toMatchObject({ account: null, secondStepOpen: true });
  });
});

describe('an office that asks them of its officers', () => {
  let strict: Kheo;
  beforeAll(async () => {
    strict = await startKheo({ today: '2026-03-02', signIn: { twoFactor: 'officers', service: null } });
    const unitId = await strict.given.unit({ name: 'Thị ủy', kind: 'district_committee' });
    await strict.given.account({ username: 'thuongtruc', role: 'standing_officer', unitId });
    await strict.given.account({ username: 'phuong', role: 'unit_officer', unitId });
    await strict.given.account({ username: 'het-han', role: 'administrator', unitId, to: '2026-03-01' });
  });
  afterAll(() => strict.stop());

  it('opens nothing but the session’s own endpoints to an officer who has none', async () => {
    const actor = await strict.stranger().signIn('thuongtruc', testPassword);
    expect((await actor.call('GET /api/session', {})).account?.mustSetSecondFactor).toBe(true);
    expect(await opened(actor, 'second_factor_required')).toEqual([]);
    await setUp(actor, strict);
    expect((await actor.call('GET /api/session', {})).account?.mustSetSecondFactor).toBe(false);
    expect((await actor.try('GET /api/home', {})).status).toBe(200);
    const off = await actor.try('POST /api/session/second-factor/removal', {
      body: { currentPassword: testPassword },
    });
    expect(off.body).toMatchObject({ code: 'action_blocked' });
  });

  it('asks nothing of others, nor of a role that is over', async () => {
    for (const username of ['phuong', 'het-han']) {
      const actor = await strict.stranger().signIn(username, testPassword);
      expect((await actor.call('GET /api/session', {})).account?.mustSetSecondFactor).toBe(false);
    }
  });
});

describe('a password that somebody else set', () => {
  it('opens nothing but the session’s own endpoints', async () => {
    await kheo.given.account({ username: 'dat-ho', role: 'administrator', unitId: town });
    await kheo.connection.db
      .updateTable('account')
      .set({ must_change_password: true })
      .where('username', '=', 'dat-ho')
      .execute();
    const actor = await kheo.stranger().signIn('dat-ho', testPassword);
    expect(await opened(actor, 'password_must_change')).toEqual([]);
  });
});

/** Endpoints behind the sign-in, other than the session's own, that are not refused with this code. */
async function opened(actor: Actor, code: string): Promise<string[]> {
  const closed = (Object.entries(api) as [ApiKey, Endpoint][]).filter(
    ([key, endpoint]) => endpoint.permission !== 'public' && !key.includes(' /api/session'),
  );
  const open: string[] = [];
  for (const [key] of closed) {
    const params = Object.fromEntries([...key.matchAll(/:(\w+)/g)].map(([, name]) => [name ?? '', 'x']));
    const answer = await actor.try(key, { params } as never);
    if ((answer.body as { code?: string }).code !== code) open.push(`${key}: ${answer.status}`);
  }
  expect(closed.length).toBeGreaterThan(80);
  return open;
}
