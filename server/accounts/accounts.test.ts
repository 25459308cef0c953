import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
let town: string;
let ward: string;
let commune: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  town = await kheo.given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee' });
  ward = await kheo.given.unit({ name: 'Phường Hương Xuân', kind: 'commune_committee', parentId: town });
  commune = await kheo.given.unit({ name: 'Xã Hải Dương', kind: 'commune_committee', parentId: town });
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town });
  await kheo.given.account({ username: 'quantriphuong', role: 'administrator', unitId: ward });
  await kheo.given.account({ username: 'canboxa', role: 'unit_officer', unitId: commune });
});
afterAll(() => kheo.stop());

const grantAt = (unitId: string) => ({
  role: 'unit_officer' as const,
  unitId,
  beginsOn: '2026-03-01',
  endsOn: null,
  coversSubtree: true,
});
const newAccount = (username: string, unitId: string) => ({
  username,
  displayName: `Cán bộ ${username}`,
  password: 'mật khẩu đầu tiên',
  grant: grantAt(unitId),
});
const idOf = async (username: string) => {
  const admin = await kheo.as('quantri');
  const { items } = await admin.call('GET /api/accounts', { query: { q: username } });
  return items.find((account) => account.username === username)?.id ?? '';
};

describe('accounts', () => {
  it('are created with a first password that must be changed', async () => {
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/accounts', { body: newAccount('huongxuan', ward) });
    const actor = await new Actor(kheo.app).signIn('huongxuan', 'mật khẩu đầu tiên');
    const early = await actor.try('GET /api/units', { query: {} });
    expect(early.body).toMatchObject({ code: 'password_must_change' });
    await actor.call('POST /api/session/password', {
      body: { currentPassword: 'mật khẩu đầu tiên', newPassword: 'mật khẩu của riêng tôi' },
    });
    expect((await actor.try('GET /api/units', { query: {} })).status).toBe(200);
  });

  it('are refused with a name in use, in whatever case, also when two come at once', async () => {
    const admin = await kheo.as('quantri');
    const taken = await admin.try('POST /api/accounts', { body: newAccount('HuongXuan', ward) });
    expect(taken.body).toMatchObject({ code: 'username_taken' });
    const both = await Promise.all([
      admin.try('POST /api/accounts', { body: newAccount('cungluc', ward) }),
      admin.try('POST /api/accounts', { body: newAccount('CungLuc', ward) }),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('are listed only with a role in my area, found without accents', async () => {
    const local = await kheo.as('quantriphuong');
    const { items, total } = await local.call('GET /api/accounts', { query: {} });
    expect(items.map((account) => account.username)).not.toContain('canboxa');
    expect(total).toBe(items.length);
    const found = await local.call('GET /api/accounts', { query: { q: 'can bo huongx' } });
    expect(found.items.map((account) => account.username)).toEqual(['huongxuan']);
    const hostile = await local.try('GET /api/accounts', { query: { q: 'xuan\u0000%' } });
    expect(hostile.status).toBe(200);
  });

  it('end their sessions when they are disabled', async () => {
    const admin = await kheo.as('quantri');
    await kheo.given.account({ username: 'tamnghi', role: 'unit_officer', unitId: ward });
    const actor = await new Actor(kheo.app).signIn('tamnghi', testPassword);
    await admin.call('POST /api/accounts/:id/disabling', {
      params: { id: await idOf('tamnghi') },
      body: { disabled: true, reason: 'Chuyển công tác' },
    });
    expect((await actor.try('GET /api/units', { query: {} })).status).toBe(401);
    const again = await kheo.stranger().try('POST /api/session', {
      body: { username: 'tamnghi', password: testPassword },
    });
    expect(again.status).toBe(401);
  });

  it('cannot be taken over by an administrator of one of several areas they work in', async () => {
    await kheo.given.account({ username: 'haivai', role: 'unit_officer', unitId: ward });
    const id = await idOf('haivai');
    const admin = await kheo.as('quantri');
    const local = await kheo.as('quantriphuong');
    const reset = () =>
      local.try('POST /api/accounts/:id/password', {
        params: { id },
        body: { password: 'mật khẩu mới đây' },
      });
    expect((await reset()).status).toBe(200);
    await admin.call('POST /api/accounts/:id/grants', {
      params: { id },
      body: { ...grantAt(town), role: 'standing_officer' },
    });
    expect((await reset()).status).toBe(403);
  });
});

describe('grants', () => {
  it('are given only where one administers, with all that they cover', async () => {
    const local = await kheo.as('quantriphuong');
    const id = await idOf('huongxuan');
    const grant = (unitId: string) =>
      local.try('POST /api/accounts/:id/grants', {
        params: { id },
        body: { ...grantAt(unitId), role: 'leader' },
      });
    expect((await grant(town)).body).toMatchObject({ code: 'grant_beyond_own' });
    expect((await grant(commune)).body).toMatchObject({ code: 'grant_beyond_own' });
    expect((await grant(ward)).status).toBe(200);
    expect((await grant(ward)).status).toBe(422);
  });

  it('stop working on the next request once they are ended', async () => {
    const admin = await kheo.as('quantri');
    const officer = await kheo.as('canboxa');
    expect((await officer.try('GET /api/units', { query: {} })).status).toBe(200);
    const { items } = await admin.call('GET /api/accounts', { query: { q: 'canboxa' } });
    const grant = items[0]?.grants[0];
    expect(grant).toMatchObject({ inForce: true, roleName: 'Cán bộ đơn vị' });
    await admin.call('POST /api/grants/:id/end', {
      params: { id: grant?.id ?? '' },
      body: { reason: 'Kiện toàn' },
    });
    expect((await officer.try('GET /api/units', { query: {} })).status).toBe(403);
    const after = await admin.call('GET /api/accounts', { query: { q: 'canboxa' } });
    expect(after.items[0]?.grants[0]).toMatchObject({ inForce: false, endsOn: '2026-03-02' });
  });

  it('are told apart: at work, to come and over, with who gave them and why they ended', async () => {
    const admin = await kheo.as('quantri');
    await kheo.given.account({ username: 'bagiai', role: 'citizen', unitId: ward, to: '2026-02-01' });
    const id = await idOf('bagiai');
    const give = (grant: Partial<ReturnType<typeof grantAt>>) =>
      admin.call('POST /api/accounts/:id/grants', { params: { id }, body: { ...grantAt(ward), ...grant } });
    await give({});
    await give({ unitId: commune });
    await give({ unitId: town, beginsOn: '2026-06-01' });
    const list = async () =>
      (await admin.call('GET /api/accounts', { query: { id } })).items[0]?.grants ?? [];
    const ending = (await list()).find((grant) => grant.unit.id === commune);
    await admin.call('POST /api/grants/:id/end', {
      params: { id: ending?.id ?? '' },
      body: { reason: 'Thay đổi phân công' },
    });
    const told = (await list()).map((grant) => [
      grant.roleName,
      grant.unit.name,
      grant.standing,
      grant.grantedBy,
      grant.endReason,
    ]);
    expect(told.toSorted()).toEqual(
      [
        ['Người dân', 'Phường Hương Xuân', 'past', null, null],
        ['Cán bộ đơn vị', 'Phường Hương Xuân', 'now', 'quantri', null],
        ['Cán bộ đơn vị', 'Xã Hải Dương', 'past', 'quantri', 'Thay đổi phân công'],
        ['Cán bộ đơn vị', 'Thị ủy Hương Trà', 'future', 'quantri', null],
      ].toSorted(),
    );
  });

  it('are given no longer than one administers oneself, and never to oneself', async () => {
    await kheo.given.account({
      username: 'quantritam',
      role: 'administrator',
      unitId: ward,
      to: '2026-06-30',
    });
    const local = await kheo.as('quantritam');
    const give = async (to: string, endsOn: string | null) =>
      local.try('POST /api/accounts/:id/grants', {
        params: { id: await idOf(to) },
        body: { ...grantAt(ward), role: 'inspector', endsOn },
      });
    const long = await give('huongxuan', null);
    expect(long.body).toMatchObject({
      code: 'grant_beyond_own',
      fields: [{ path: 'endsOn', message: expect.stringContaining('30/06/2026') as string }],
    });
    expect((await give('huongxuan', '2026-06-30')).status).toBe(200);
    expect((await give('quantritam', '2026-06-30')).body).toMatchObject({ code: 'grant_to_oneself' });
  });

  it('of one’s own administration cannot be taken back by oneself', async () => {
    const admin = await kheo.as('quantri');
    const { items } = await admin.call('GET /api/accounts', { query: { q: 'quantri' } });
    const own = items.find((account) => account.username === 'quantri')?.grants[0];
    const refused = await admin.try('POST /api/grants/:id/end', {
      params: { id: own?.id ?? '' },
      body: { reason: 'Thử' },
    });
    expect(refused.body).toMatchObject({ code: 'action_blocked' });
  });
});

describe('the audit trail', () => {
  it('tells in words what was done and what was refused, newest first', async () => {
    const admin = await kheo.as('quantri');
    const { items, total } = await admin.call('GET /api/audit', { query: { size: 200 } });
    expect(total).toBe(items.length);
    expect(items.map((entry) => entry.seq)).toEqual(
      items.map((entry) => entry.seq).toSorted((a, b) => b - a),
    );
    const created = items.find((entry) => entry.summary === 'Tạo tài khoản');
    expect(created).toMatchObject({ outcome: 'done', accountName: 'quantri', subjectType: 'account' });
    const refused = await admin.call('GET /api/audit', { query: { outcome: 'refused' } });
    expect(refused.items.map((entry) => entry.problem)).toContain(
      'Không thể giao quyền ngoài phạm vi của chính bạn.',
    );
    const other = await admin.call('GET /api/audit', { query: { to: '2026-03-01' } });
    expect(other.items).toEqual([]);
  });

  it('shows an administrator of a ward nothing of the other units', async () => {
    const local = await kheo.as('quantriphuong');
    const { items } = await local.call('GET /api/audit', { query: { size: 200 } });
    const ofCommune = await idOf('canboxa');
    expect(items.length).toBeGreaterThan(0);
    expect(items.map((entry) => entry.subjectId)).not.toContain(ofCommune);
  });
});
