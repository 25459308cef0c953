import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#server/platform/config.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { ownAddress, startSignInService, type TestSignInService } from '#server/testing/sign-in-service.ts';

let service: TestSignInService;
let kheo: Kheo;
let ward: string;
beforeAll(async () => {
  service = await startSignInService('linked');
  kheo = await startKheo({ today: '2026-03-02', signIn: { twoFactor: 'off', service: service.settings } });
  ward = await people(kheo);
});
afterAll(async () => {
  await kheo.stop();
  await service.stop();
});

async function people(of: Kheo): Promise<string> {
  const unitId = await of.given.unit({ name: 'Phường Hương Xuân', kind: 'commune_committee' });
  await of.given.account({ username: 'quantri', role: 'administrator', unitId });
  await of.given.account({ username: 'lan', role: 'unit_officer', unitId });
  await of.given.account({ username: 'hoa', role: 'unit_officer', unitId });
  return unitId;
}
const idOf = async (username: string, of: Kheo = kheo): Promise<string> => {
  const admin = await of.as('quantri');
  const { items } = await admin.call('GET /api/accounts', { query: { q: username } });
  return items.find((one) => one.username === username)?.id ?? '';
};
const link = async (username: string, subject: string) =>
  (await kheo.as('quantri')).try('PUT /api/accounts/:id/external-subject', {
    params: { id: await idOf(username) },
    body: { subject },
  });
const depart = async (actor: Actor, returnTo = '/') =>
  (await actor.call('POST /api/sign-in-service/departure', { body: { returnTo } })).address;
const comeBack = (actor: Actor, address: URL) =>
  actor.try('POST /api/sign-in-service/return', { body: { answer: address.search } });
/** The whole way: to the provider, through it, and back. */
const through = async (actor: Actor, returnTo = '/') =>
  comeBack(actor, await service.visit(await depart(actor, returnTo)));

describe('the office’s sign-in service', () => {
  it('stands on the sign-in page only where it is set up', async () => {
    expect((await kheo.stranger().call('GET /api/session', {})).signInService).toEqual({
      name: 'cổng thử nghiệm',
    });
    const without = await startKheo({ today: '2026-03-02' });
    expect((await without.stranger().call('GET /api/session', {})).signInService).toBeNull();
    const off = await without
      .stranger()
      .try('POST /api/sign-in-service/departure', { body: { returnTo: '/' } });
    expect(off.body).toMatchObject({ code: 'sign_in_service_off' });
    await without.stop();
  });

  it('lets in a person whose identity an administrator linked, and back to the page asked for', async () => {
    expect((await link('lan', 'can-bo-007')).status).toBe(200);
    service.person = { subject: 'can-bo-007' };
    const actor = kheo.stranger();
    const answer = await through(actor, '/mo-hinh?state=submitted');
    expect(answer.body).toMatchObject({ account: { username: 'lan' }, returnTo: '/mo-hinh?state=submitted' });
    expect((await actor.try('GET /api/home', {})).status).toBe(200);
    const { sessions } = await actor.call('GET /api/session/sessions', {});
    expect(sessions.find((one) => one.thisOne)?.method).toBe('service');
  });

  it('is asked with PKCE, a state and a nonce of its own each time', async () => {
    const addresses = [await depart(kheo.stranger()), await depart(kheo.stranger())].map(
      (address) => new URL(address).searchParams,
    );
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new Set(addresses.map((words) => words.get(name))).size).toBe(2);
    expect(addresses[0]?.get('code_challenge_method')).toBe('S256');
    expect(addresses[0]?.get('redirect_uri')).toBe(`${ownAddress}/dang-nhap/cong`);
  });

  it('never leads to another site afterwards', async () => {
    service.person = { subject: 'can-bo-007' };
    for (const bad of ['https://noi-khac.example', '//noi-khac.example', '/\\noi-khac.example']) {
      const answer = await through(kheo.stranger(), bad);
      expect(answer.body).toMatchObject({ returnTo: '/' });
    }
  });

  it('is not believed with a state that is wrong, of another browser, used up or old', async () => {
    service.person = { subject: 'can-bo-007' };
    const refused = { status: 401, body: { code: 'sign_in_service_refused' } };
    const actor = kheo.stranger();
    const wrong = await service.visit(await depart(actor));
    wrong.searchParams.set('state', 'của-kẻ-khác');
    expect(await comeBack(actor, wrong)).toMatchObject(refused);
    const victim = kheo.stranger();
    await depart(victim);
    const ofAttacker = await service.visit(await depart(kheo.stranger()));
    expect(await comeBack(victim, ofAttacker)).toMatchObject(refused);
    const once = kheo.stranger();
    const address = await service.visit(await depart(once));
    expect((await comeBack(once, address)).status).toBe(200);
    expect(await comeBack(once, address)).toMatchObject(refused);
    const late = kheo.stranger();
    const lateAddress = await service.visit(await depart(late));
    kheo.clock.pass(11);
    expect(await comeBack(late, lateAddress)).toMatchObject(refused);
  });

  it('is not believed with a made-up code, nor when the person said no', async () => {
    const actor = kheo.stranger();
    const address = await service.visit(await depart(actor));
    address.searchParams.set('code', 'bịa-ra');
    expect((await comeBack(actor, address)).body).toMatchObject({ code: 'sign_in_service_refused' });
    const denied = kheo.stranger();
    const state = new URL(await depart(denied)).searchParams.get('state') ?? '';
    const no = new URL(
      `${ownAddress}/dang-nhap/cong?error=access_denied&state=${state}&iss=${service.settings.issuer}`,
    );
    expect((await comeBack(denied, no)).body).toMatchObject({ code: 'sign_in_service_refused' });
  });

  it('lets nobody in whose identity is linked with no account, makes none, and notes it', async () => {
    const count = async () => (await kheo.connection.db.selectFrom('account').select('id').execute()).length;
    const before = await count();
    // A verified e-mail that is a user name counts only where the office says so.
    service.person = { subject: 'nguoi-la', email: 'hoa', emailVerified: true };
    const answer = await through(kheo.stranger());
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'sign_in_service_unlinked' });
    expect(await count()).toBe(before);
    const { items } = await (
      await kheo.as('quantri')
    ).call('GET /api/audit', {
      query: { size: 5, outcome: 'refused' },
    });
    expect(items[0]?.endpoint).toBe('POST /api/sign-in-service/return');
  });

  it('opens no account that is disabled', async () => {
    const admin = await kheo.as('quantri');
    await link('hoa', 'can-bo-008');
    await admin.call('POST /api/accounts/:id/disabling', {
      params: { id: await idOf('hoa') },
      body: { disabled: true, reason: 'Nghỉ hưu' },
    });
    service.person = { subject: 'can-bo-008' };
    expect((await through(kheo.stranger())).status).toBe(403);
  });

  it('knows one identity for one account', async () => {
    await kheo.given.account({ username: 'minh', role: 'unit_officer', unitId: ward });
    expect((await link('minh', 'can-bo-007')).body).toMatchObject({ code: 'external_subject_taken' });
    expect((await link('quantri', 'can-bo-009')).body).toMatchObject({ code: 'action_blocked' });
  });

  it('is signed out of together with us', async () => {
    service.person = { subject: 'can-bo-007' };
    const actor = kheo.stranger();
    await through(actor);
    const { onwards } = await actor.call('DELETE /api/session', {});
    const address = new URL(onwards ?? '');
    expect(address.origin).toBe(service.settings.issuer);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${ownAddress}/`);
    const byPassword = await kheo.stranger().signIn('minh', testPassword);
    expect((await byPassword.call('DELETE /api/session', {})).onwards).toBeNull();
  });

  it('does not do away with our second step, unless it asked for one itself', async () => {
    await kheo.given.account({ username: 'nga', role: 'unit_officer', unitId: ward });
    await link('nga', 'can-bo-010');
    await kheo.connection.db
      .insertInto('second_factor')
      .values({
        account_id: await idOf('nga'),
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        confirmed_at: kheo.clock.now().toISOString(),
      })
      .execute();
    service.person = { subject: 'can-bo-010' };
    expect((await through(kheo.stranger())).body).toMatchObject({ account: null, secondStepOpen: true });
    service.person = { subject: 'can-bo-010', amr: ['pwd', 'otp'] };
    expect((await through(kheo.stranger())).body).toMatchObject({ account: { username: 'nga' } });
  });
});

describe('matching by e-mail, where the office chose it', () => {
  it('takes only an address that the service has verified', async () => {
    const byEmail = await startSignInService('email');
    const office = await startKheo({
      today: '2026-03-02',
      signIn: { twoFactor: 'off', service: byEmail.settings },
    });
    const unitId = await people(office);
    await office.given.account({ username: 'thu@huongtra.vn', role: 'unit_officer', unitId });
    const go = async () => {
      const actor = office.stranger();
      return comeBack(actor, await byEmail.visit(await depart(actor)));
    };
    byEmail.person = { subject: 'a', email: 'Thu@HuongTra.vn', emailVerified: false };
    expect((await go()).body).toMatchObject({ code: 'sign_in_service_unlinked' });
    byEmail.person = { subject: 'a', email: 'Thu@HuongTra.vn', emailVerified: true };
    expect((await go()).body).toMatchObject({ account: { username: 'thu@huongtra.vn' } });
    await office.stop();
    await byEmail.stop();
  });
});

describe('a service that is down', () => {
  it('is told so in words, before and on the way back, and works again when it is up', async () => {
    const gone = await startSignInService('linked');
    const office = await startKheo({
      today: '2026-03-02',
      signIn: { twoFactor: 'off', service: gone.settings },
    });
    const actor = office.stranger();
    const address = await gone.visit(await depart(actor));
    await gone.stop();
    expect((await comeBack(actor, address)).body).toMatchObject({ code: 'sign_in_service_down' });
    const fresh = await startKheo({
      today: '2026-03-02',
      signIn: { twoFactor: 'off', service: { ...gone.settings } },
    });
    const early = await fresh
      .stranger()
      .try('POST /api/sign-in-service/departure', { body: { returnTo: '/' } });
    expect(early).toMatchObject({ status: 503, body: { code: 'sign_in_service_down' } });
    const back = await startSignInService('linked', Number(new URL(gone.settings.issuer).port));
    expect(await depart(fresh.stranger())).toContain(gone.settings.issuer);
    await back.stop();
    await office.stop();
    await fresh.stop();
  });
});

describe('the settings', () => {
  const whole = {
    KHEO_OIDC_ISSUER: 'https://cong.example.vn',
    KHEO_OIDC_CLIENT_ID: 'kheo',
    KHEO_OIDC_CLIENT_SECRET: 'x',
    KHEO_URL: 'https://kheo.example.vn/',
  };

  it('are read once, whole', () => {
    expect(loadConfig({ ...whole, KHEO_DEMO: 'off', KHEO_TWO_FACTOR: 'officers' }).signIn).toMatchObject({
      twoFactor: 'officers',
      service: { issuer: 'https://cong.example.vn', ownAddress: 'https://kheo.example.vn', match: 'linked' },
    });
    expect(loadConfig({}).signIn).toEqual({ twoFactor: 'off', service: null });
  });

  it.each<[Record<string, string>, string]>([
    [{ KHEO_TWO_FACTOR: 'yes' }, 'KHEO_TWO_FACTOR: chỉ nhận off hoặc officers'],
    [{ KHEO_TWO_FACTOR: 'officers' }, 'KHEO_TWO_FACTOR: officers chỉ dùng được khi KHEO_DEMO=off'],
    [{ ...whole, KHEO_OIDC_CLIENT_SECRET: '' }, 'KHEO_OIDC_CLIENT_SECRET: cần có'],
    [{ ...whole, KHEO_URL: '' }, 'KHEO_URL: cần có'],
    [
      { ...whole, KHEO_OIDC_ISSUER: 'http://cong.example.vn' },
      'KHEO_OIDC_ISSUER: phải bắt đầu bằng https://',
    ],
  ])('stop the start with words where they are wrong: %o', (environment, words) => {
    expect(() => loadConfig(environment)).toThrow(words);
  });
});
