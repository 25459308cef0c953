import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { newId } from '#server/platform/ids.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundTown, type TownBase } from './world-town.ts';

let kheo: Kheo;
let town: TownBase;
let pages: string;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'kheo-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Khéo</title>');
  await writeFile(join(pages, 'secret.env'), 'PASSWORD=1');
  await writeFile(join(tmpdir(), 'beside.html'), 'beside');
  kheo = await startKheo({ today: '2026-03-02', pagesFolder: pages });
  const province = await kheo.given.unit({ name: 'Tỉnh ủy', kind: 'province_committee' });
  town = await foundTown(kheo, { prefix: 'town', province });
});
afterAll(async () => {
  await kheo.stop();
  await rm(pages, { recursive: true, force: true });
  await rm(join(tmpdir(), 'beside.html'), { force: true });
});

const inject = async (given: {
  method?: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  payload?: object;
}) => {
  const response = await kheo.app.http.inject({ method: 'GET', ...given });
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, string | undefined>,
    cookies: response.headers['set-cookie'],
    body: response.payload,
  };
};
const signInAs = { username: 'town-agency', password: testPassword };
const problemIn = (answer: { body: string }): ProblemBody => JSON.parse(answer.body) as ProblemBody;

/** A session as a browser holds it. */
async function browser(): Promise<{ cookie: string; csrf: string }> {
  const answer = await inject({ method: 'POST', url: '/api/session', payload: signInAs });
  const cookie = String(answer.cookies).split(';')[0] ?? '';
  return { cookie, csrf: (JSON.parse(answer.body) as { csrfToken: string }).csrfToken };
}

describe('the session cookie', () => {
  it('is bound to this host, unreadable to scripts, sent over TLS and not from other sites', async () => {
    const { cookies } = await inject({ method: 'POST', url: '/api/session', payload: signInAs });
    const [session, device] = [cookies].flat();
    expect(session).toMatch(/^__Host-kheo=[\w-]{40,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(device).toMatch(
      /^__Host-kheo-may=[\w-]{40,}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('is new at every sign-in, and the one before works no more', async () => {
    const first = await browser();
    const again = await inject({
      method: 'POST',
      url: '/api/session',
      payload: signInAs,
      headers: { cookie: first.cookie },
    });
    expect(String(again.cookies)).not.toContain(first.cookie);
    const old = await inject({ url: '/api/home', headers: { cookie: first.cookie } });
    expect(old.status).toBe(401);
  });

  it('is never kept as it is: the database has its hash alone', async () => {
    const { cookie } = await browser();
    const secret = cookie.split('=')[1] ?? '';
    const { rows } = await kheo.connection.pool.query('select 1 from session where id_hash = $1', [secret]);
    expect(rows).toEqual([]);
  });

  it('ends with sign-out, on the server too', async () => {
    const { cookie, csrf } = await browser();
    const out = await inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie, 'x-csrf-token': csrf },
    });
    expect(String(out.cookies)).toMatch(/^__Host-kheo=;.*Expires=Thu, 01 Jan 1970/);
    expect((await inject({ url: '/api/home', headers: { cookie } })).status).toBe(401);
  });

  it('ends after half a day without use and after three days whatever happens', async () => {
    const { cookie } = await browser();
    const home = async () => (await inject({ url: '/api/home', headers: { cookie } })).status;
    const start = kheo.clock.now().toISOString();
    for (let hour = 0; hour < 71; hour += 11) {
      kheo.clock.set(new Date(Date.parse(start) + hour * 3_600_000).toISOString());
      expect(await home()).toBe(200);
    }
    kheo.clock.set(new Date(Date.parse(start) + 73 * 3_600_000).toISOString());
    expect(await home()).toBe(401);
    kheo.clock.set(start);
    const idle = await browser();
    kheo.clock.pass(12 * 60 + 1);
    expect((await inject({ url: '/api/home', headers: { cookie: idle.cookie } })).status).toBe(401);
    kheo.clock.set(start);
  });
});

describe('a request from another site', () => {
  const register = { headers: { 'idempotency-key': newId() }, method: 'POST' as const };

  it.each(['cross-site', 'same-site'])('is refused when the browser says it comes %s', async (site) => {
    const { cookie, csrf } = await browser();
    const answer = await inject({
      ...register,
      url: '/api/campaigns',
      headers: { cookie, 'x-csrf-token': csrf, 'sec-fetch-site': site, 'idempotency-key': newId() },
      payload: {},
    });
    expect(answer.status).toBe(403);
    expect(problemIn(answer).code).toBe('csrf_failed');
  });

  it('is refused without our token, or with that of another session', async () => {
    const [mine, other] = [await browser(), await browser()];
    for (const token of [undefined, '', 'x', other.csrf]) {
      const answer = await inject({
        ...register,
        url: '/api/stages',
        headers: { cookie: mine.cookie, ...(token === undefined ? {} : { 'x-csrf-token': token }) },
        payload: {},
      });
      expect(problemIn(answer).code).toBe('csrf_failed');
    }
  });

  it('can neither sign somebody in nor upload', async () => {
    const { cookie } = await browser();
    for (const url of ['/api/session', '/api/files', '/api/setup']) {
      const answer = await inject({
        method: 'POST',
        url,
        payload: signInAs,
        headers: { cookie, 'sec-fetch-site': 'cross-site' },
      });
      expect(answer.status).toBe(403);
    }
  });
});

describe('every answer', () => {
  const addresses = [
    '/',
    '/mo-hinh',
    '/api/session',
    '/api/home',
    '/api/khong-co',
    '/healthz',
    '/api/openapi.json',
  ];

  it.each(addresses)('%s lets nothing foreign run, is not framed and not sniffed', async (url) => {
    const { headers } = await inject({ url });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toMatch(/DENY|SAMEORIGIN/);
    expect(headers['referrer-policy']).toMatch(/no-referrer|same-origin/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });

  it('of the API is kept by no cache', async () => {
    for (const url of ['/api/session', '/api/campaigns', '/api/khong-co'])
      expect((await inject({ url })).headers['cache-control']).toBe('no-store');
    const list = await town.agency.try('GET /api/practices', { query: {} });
    expect(list.headers['cache-control']).toBe('no-store');
    const sheet = await town.agency.try('GET /api/practices.xlsx', { query: {} });
    expect(sheet.headers['cache-control']).toBe('no-store');
  });

  it('of the pages stays within their folder', async () => {
    for (const url of ['/../beside.html', '/..%2fbeside.html', '/%2e%2e/beside.html', '/..%5cbeside.html'])
      expect((await inject({ url })).body).not.toContain('beside');
    expect((await inject({ url: '/secret.env' })).body).not.toContain('PASSWORD');
  });
});
