import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
beforeAll(async () => {
  kheo = await startKheo();
});
afterAll(() => kheo.stop());

describe('first run and sign-in', () => {
  it('asks for set-up on an empty database and lets the first administrator in afterwards', async () => {
    const stranger = kheo.stranger();
    expect((await stranger.call('GET /api/session', {})).setupNeeded).toBe(true);
    const setup = {
      unit: {
        name: 'Thị ủy Hương Trà',
        shortName: 'Hương Trà',
        kind: 'district_committee' as const,
        code: 'HT',
      },
      administrator: { username: 'quantri', displayName: 'Quản trị hệ thống', password: 'một mật khẩu dài' },
    };
    await stranger.call('POST /api/setup', { body: setup });
    const again = await stranger.try('POST /api/setup', { body: setup });
    expect(again.status).toBe(409);
    const session = await stranger.call('POST /api/session', {
      body: { username: 'QuanTri', password: 'một mật khẩu dài' },
    });
    expect(session.account?.displayName).toBe('Quản trị hệ thống');
    expect(session.permissions).toContain('account.manage');
  });

  it('refuses a wrong password in words and slows the eleventh try down', async () => {
    await kheo.given.account({
      username: 'canbo',
      role: 'citizen',
      unitId: await kheo.given.unit({ name: 'Phường A', kind: 'commune_committee' }),
    });
    const stranger = kheo.stranger();
    for (let tries = 0; tries < 10; tries++) {
      const refused = await stranger.try('POST /api/session', {
        body: { username: 'canbo', password: 'sai' },
      });
      expect(refused.status).toBe(401);
    }
    const slowed = await stranger.try('POST /api/session', {
      body: { username: 'canbo', password: testPassword },
    });
    expect(slowed.status).toBe(429);
    kheo.clock.pass(1);
    expect(
      (await stranger.try('POST /api/session', { body: { username: 'canbo', password: testPassword } }))
        .status,
    ).toBe(200);
  });

  it('refuses a change without the session’s CSRF token', async () => {
    const actor = await kheo.as('canbo');
    const refused = await actor.try('PUT /api/session/preferences', {
      body: { textSize: 'large' },
      headers: { 'x-csrf-token': 'của người khác' },
    });
    expect(refused.status).toBe(403);
  });

  it('answers a repeated command id with the first answer and refuses it with another body', async () => {
    const actor = await kheo.as('canbo');
    const commandId = crypto.randomUUID();
    const first = await actor.call('PUT /api/session/preferences', {
      body: { textSize: 'large' },
      commandId,
    });
    const second = await actor.call('PUT /api/session/preferences', {
      body: { textSize: 'large' },
      commandId,
    });
    expect(second).toEqual(first);
    const other = await actor.try('PUT /api/session/preferences', {
      body: { textSize: 'normal' },
      commandId,
    });
    expect(other.status).toBe(409);
    expect((await actor.call('GET /api/session', {})).preferences.textSize).toBe('large');
  });

  it('describes itself in OpenAPI', async () => {
    const response = await kheo.app.http.inject({ method: 'GET', url: '/api/openapi.json' });
    expect(Object.keys(response.json().paths)).toContain('/api/session');
  });
});
