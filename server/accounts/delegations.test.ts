import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
let town: Town;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  await kheo.given.account({ username: 'theodoi', role: 'inspector', unitId: town.xuan });
});
beforeEach(() => kheo.clock.set('2026-03-02'));
afterAll(() => kheo.stop());

/** Signed in anew: a session does not last over the days of a story. */
const freshly = (username: string) => new Actor(kheo.app).signIn(username, testPassword);

const ownGrant = async (username: string): Promise<string> =>
  (await (await kheo.as(username)).call('GET /api/delegations', {})).own[0]?.id ?? '';
const receiver = async (giver: string, name: string): Promise<string> => {
  const { items } = await (
    await kheo.as(giver)
  ).call('GET /api/delegation-receivers', { query: { q: name } });
  return items.find((one) => one.displayName === name)?.id ?? '';
};
const span = { beginsOn: '2026-03-02', endsOn: '2026-03-06', reason: 'Đi học tại tỉnh' };
const handOn = async (giver: string, to: string, change: Partial<typeof span> = {}) =>
  (await kheo.as(giver)).try('POST /api/delegations', {
    body: {
      grantIds: [await ownGrant(giver)],
      toAccountId: await receiver(giver, to),
      ...span,
      ...change,
    },
  });
const fieldsOf = (answer: { body: unknown }): Record<string, string> =>
  Object.fromEntries((answer.body as ProblemBody).fields.map((field) => [field.path, field.message]));
const newUnit = (name: string) => ({
  parentId: town.xuan,
  name,
  shortName: name,
  kind: 'village' as const,
  code: name,
  foundedOn: '2026-03-02',
});

describe('a delegation for an absence', () => {
  it('lets the receiver act within its days, in the name of the absent, and not after', async () => {
    let standIn = await freshly('theodoi');
    const found = (name: string) => standIn.try('POST /api/units', { body: newUnit(name) });
    expect((await found('to1')).status).toBe(403);
    const { status } = await handOn('quantri', 'theodoi', { beginsOn: '2026-03-03' });
    expect(status).toBe(200);
    expect((await found('to1')).status).toBe(403);
    kheo.clock.set('2026-03-03');
    standIn = await freshly('theodoi');
    const unit = await found('to1');
    expect(unit.status).toBe(200);
    const { history } = await standIn.call('GET /api/units/:id', { params: { id: unit.body.id }, query: {} });
    expect(history[0]?.actorName).toBe('theodoi (thay mặt quantri)');
    const admin = await freshly('quantri');
    const { items } = await admin.call('GET /api/audit', { query: { size: 200 } });
    expect(items.find((entry) => entry.subjectId === unit.body.id)).toMatchObject({
      accountName: 'theodoi',
      onBehalfOf: 'quantri',
    });
    const home = await standIn.call('GET /api/home', {});
    expect(home.standIns).toEqual([
      { direction: 'received', otherName: 'quantri', roles: ['Quản trị hệ thống'], endsOn: '2026-03-06' },
    ]);
    kheo.clock.set('2026-03-07');
    standIn = await freshly('theodoi');
    expect((await found('to2')).status).toBe(403);
  });

  it('stops on the next request when it is taken back, and when the role behind it ends', async () => {
    const ward = await kheo.as('xuan');
    const standIn = await kheo.as('theodoi');
    const write = () =>
      standIn.try('GET /api/registration-options', { query: {} }).then((answer) => answer.status);
    expect(await write()).toBe(403);
    const given = await handOn('xuan', 'theodoi');
    expect(await write()).toBe(200);
    await ward.call('POST /api/delegations/:id/end', {
      params: { id: given.body.id },
      body: { reason: 'Về sớm' },
    });
    expect(await write()).toBe(403);
    const again = await ward.try('POST /api/delegations/:id/end', {
      params: { id: given.body.id },
      body: { reason: '' },
    });
    expect(again.body).toMatchObject({ code: 'action_blocked' });

    expect((await handOn('xuan', 'theodoi')).status).toBe(200);
    expect(await write()).toBe(200);
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/grants/:id/end', {
      params: { id: await ownGrant('xuan') },
      body: { reason: 'Chuyển công tác' },
    });
    expect(await write()).toBe(403);
    const { items } = await standIn.call('GET /api/delegations', {});
    expect(items.find((one) => one.otherName === 'xuan' && one.endedAt === null)?.standing).toBe('past');
  });

  it('cannot be handed on: there is no chain', async () => {
    expect((await handOn('chu', 'thanhvien')).status).toBe(200);
    const middle = await kheo.as('thanhvien');
    expect(await middle.try('GET /api/registration-options', { query: {} })).toMatchObject({ status: 200 });
    const mine = await middle.call('GET /api/delegations', {});
    const received = mine.items.find((one) => one.direction === 'received');
    expect(mine.own.map((grant) => grant.id)).not.toContain(received?.grants[0]?.id);
    const onwards = await middle.try('POST /api/delegations', {
      body: {
        grantIds: [received?.grants[0]?.id ?? ''],
        toAccountId: await receiver('thanhvien', 'thuongtruc'),
        ...span,
      },
    });
    expect(fieldsOf(onwards)['grantIds']).toContain('không ủy quyền lại');
  });

  it('is refused with its reason: backwards, in the past, beyond the role’s own days, twice, to oneself or a stranger', async () => {
    await kheo.given.account({
      username: 'muavu',
      role: 'unit_officer',
      unitId: town.school,
      from: '2026-02-01',
      to: '2026-03-05',
    });
    expect(fieldsOf(await handOn('muavu', 'truong', { endsOn: '2026-03-01' }))).toHaveProperty('endsOn');
    expect(fieldsOf(await handOn('muavu', 'truong', { beginsOn: '2026-03-01' }))['beginsOn']).toContain(
      'đã qua',
    );
    expect(fieldsOf(await handOn('muavu', 'truong'))['endsOn']).toContain('chỉ giữ vai trò');
    expect((await handOn('muavu', 'truong', { endsOn: '2026-03-05' })).status).toBe(200);
    expect(fieldsOf(await handOn('muavu', 'truong', { endsOn: '2026-03-04' }))['toAccountId']).toContain(
      'đã được ủy quyền',
    );
    // The ward next door works neither above nor below the school.
    expect(await receiver('muavu', 'chu')).toBe('');
    const stranger = await (
      await kheo.as('muavu')
    ).try('POST /api/delegations', {
      body: {
        grantIds: [await ownGrant('muavu')],
        toAccountId: await receiver('thuongtruc', 'chu'),
        ...span,
        endsOn: '2026-03-04',
      },
    });
    expect(fieldsOf(stranger)).toHaveProperty('toAccountId');
  });

  it('is stopped by whoever administers its units, and by nobody else', async () => {
    const given = await handOn('thuongtruc', 'lanhdao');
    const end = async (who: string) =>
      (await kheo.as(who)).try('POST /api/delegations/:id/end', {
        params: { id: given.body.id },
        body: { reason: 'Thu lại' },
      });
    expect((await end('truong')).status).toBe(404);
    expect((await end('quantri')).status).toBe(200);
  });

  it('lends nothing any more once its giver’s account is closed', async () => {
    await kheo.given.account({ username: 'nghihuu', role: 'standing_officer', unitId: town.town });
    expect((await handOn('nghihuu', 'lanhdao')).status).toBe(200);
    const standIn = await kheo.as('lanhdao');
    expect((await standIn.call('GET /api/session', {})).permissions).toContain('criteria.manage');
    const admin = await kheo.as('quantri');
    const { items } = await admin.call('GET /api/accounts', { query: { q: 'nghihuu' } });
    expect(items[0]?.delegations[0]).toMatchObject({ direction: 'given', standing: 'now' });
    await admin.call('POST /api/accounts/:id/disabling', {
      params: { id: items[0]?.id ?? '' },
      body: { disabled: true, reason: 'Nghỉ hưu' },
    });
    expect((await standIn.call('GET /api/session', {})).permissions).not.toContain('criteria.manage');
  });

  it('of administration gives no more than it lasts', async () => {
    expect((await handOn('quantri', 'thuongtruc')).status).toBe(200);
    const standIn = await kheo.as('thuongtruc');
    const create = (endsOn: string | null) =>
      standIn.try('POST /api/accounts', {
        body: {
          username: `moi-${endsOn ?? 'mai'}`,
          displayName: 'Cán bộ mới',
          password: null,
          grant: {
            role: 'unit_officer',
            unitId: town.chu,
            beginsOn: '2026-03-02',
            endsOn,
            coversSubtree: false,
          },
        },
      });
    const forEver = await create(null);
    expect(forEver.body).toMatchObject({ code: 'grant_beyond_own' });
    expect(fieldsOf(forEver)['grant.endsOn']).toContain('06/03/2026');
    expect((await create('2026-03-07')).status).toBe(403);
    expect((await create('2026-03-06')).status).toBe(200);
  });
});
