import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
let town: string;
let ward: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  town = await kheo.given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee' });
  ward = await kheo.given.unit({ name: 'Phường Hương Xuân', kind: 'commune_committee', parentId: town });
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town });
  await kheo.given.account({ username: 'quantriphuong', role: 'administrator', unitId: ward });
  await kheo.given.account({ username: 'lan', role: 'unit_officer', unitId: ward });
  await kheo.given.account({ username: 'thixa', role: 'standing_officer', unitId: town });
});
afterAll(() => kheo.stop());

const idOf = async (username: string): Promise<string> =>
  (
    await kheo.connection.db
      .selectFrom('account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
  ).id;
const invite = async (username: string) => {
  const admin = await kheo.as('quantri');
  return admin.call('POST /api/accounts/:id/invitation', { params: { id: await idOf(username) } });
};
const look = (token: string) => kheo.stranger().try('GET /api/invitations/:token', { params: { token } });
const take = (token: string, password = 'mật khẩu tự đặt') =>
  kheo.stranger().try('POST /api/invitations/:token', { params: { token }, body: { password } });

describe('an invitation', () => {
  it('opens an account that has no password yet, once, and signs its person in', async () => {
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/accounts', {
      body: {
        username: 'moi',
        displayName: 'Cán bộ mới',
        password: null,
        grant: {
          role: 'unit_officer',
          unitId: ward,
          beginsOn: '2026-03-01',
          endsOn: null,
          coversSubtree: true,
        },
      },
    });
    const early = await kheo
      .stranger()
      .try('POST /api/session', { body: { username: 'moi', password: 'x' } });
    expect(early.body).toMatchObject({ code: 'sign_in_failed' });
    const { token, expiresAt } = await invite('moi');
    expect(Date.parse(expiresAt) - kheo.clock.now().getTime()).toBe(72 * 3_600_000);
    expect((await look(token)).body).toMatchObject({
      displayName: 'Cán bộ mới',
      username: 'moi',
      unitName: 'Phường Hương Xuân',
    });
    expect((await take(token, 'ngắn')).body).toMatchObject({ code: 'password_weak' });
    const person = kheo.stranger();
    const session = await person.call('POST /api/invitations/:token', {
      params: { token },
      body: { password: 'mật khẩu tự đặt' },
    });
    expect(session.account).toMatchObject({ username: 'moi', mustChangePassword: false });
    expect((await person.try('GET /api/home', {})).status).toBe(200);
    expect((await look(token)).status).toBe(410);
    expect((await take(token)).body).toMatchObject({ code: 'invitation_over' });
    await kheo.stranger().signIn('moi', 'mật khẩu tự đặt');
  });

  it('is used by one of two who come at the same moment', async () => {
    const { token } = await invite('lan');
    const both = await Promise.all([take(token, 'mật khẩu thứ nhất'), take(token, 'mật khẩu thứ hai')]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 410]);
  });

  it('works no more after 72 hours, when a newer one was made, or when it was taken back', async () => {
    const admin = await kheo.as('quantri');
    const first = await invite('lan');
    const second = await invite('lan');
    expect((await look(first.token)).status).toBe(410);
    expect((await look(second.token)).status).toBe(200);
    await admin.call('DELETE /api/accounts/:id/invitation', { params: { id: await idOf('lan') } });
    expect((await take(second.token)).status).toBe(410);
    const third = await invite('lan');
    kheo.clock.pass(72 * 60 + 1);
    expect((await take(third.token)).status).toBe(410);
    kheo.clock.set('2026-03-02');
  });

  it('tells a guess nothing: a wrong token, a used and an old one are answered alike', async () => {
    const { token } = await invite('lan');
    await take(token);
    const [used, wrong] = [await look(token), await look('khong-co-duong-dan-nay')];
    expect(used.body).toEqual(wrong.body);
    expect(used.status).toBe(wrong.status);
  });

  it('is nowhere kept but as a hash, and stands in the audit trail without its token', async () => {
    const { token } = await invite('lan');
    const { rows } = await kheo.connection.pool.query(
      `select row_to_json(a)::text as row from audit_entry a union all select row_to_json(c)::text from command c
       union all select row_to_json(h)::text from history_entry h union all select row_to_json(i)::text from invitation i`,
    );
    const text = rows.map((row: { row: string }) => row.row).join('\n');
    expect(text).not.toContain(token);
    expect(text).toContain('POST /api/accounts/:id/invitation');
    expect(text).toContain('"take_invitation"');
  });

  it('is made only by who administers every unit of the account, and not for oneself', async () => {
    const local = await kheo.as('quantriphuong');
    const above = await local.try('POST /api/accounts/:id/invitation', {
      params: { id: await idOf('thixa') },
    });
    expect(above.status).toBe(404);
    const own = await (
      await kheo.as('quantri')
    ).try('POST /api/accounts/:id/invitation', { params: { id: await idOf('quantri') } });
    expect(own.body).toMatchObject({ code: 'action_blocked' });
  });

  it('for a forgotten password ends the sessions of the old one', async () => {
    const { token } = await invite('thixa');
    const old = await kheo.stranger().signIn('thixa', testPassword);
    await take(token, 'mật khẩu thay thế');
    expect((await old.try('GET /api/home', {})).status).toBe(401);
    const refused = await kheo
      .stranger()
      .try('POST /api/session', { body: { username: 'thixa', password: testPassword } });
    expect(refused.status).toBe(401);
  });
});
