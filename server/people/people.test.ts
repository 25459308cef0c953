import type { ProblemBody } from '#domain/kernel/problem.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, foundBloc, member, membersOn, startWard, type Ward } from './ward.testing.ts';

let ward: Ward;
beforeAll(async () => {
  ward = await startWard();
}, 60_000);
afterAll(() => ward.kheo.stop());

const problemOf = (answer: { body: unknown }): ProblemBody => answer.body as ProblemBody;
const phone = '0905 777 888';

async function entered(name: string, accountId: string | null = null): Promise<string> {
  const { id } = await ward.office.call('POST /api/people', {
    body: { unitId: ward.ward, name, accountId, phone, email: 'can-bo@phuong.vn' },
  });
  return id;
}

describe('a person', () => {
  it('has a life line of posts, each with its days and the decisions that began and ended it', async () => {
    const personId = await entered('Chủ tịch Mặt trận phường');
    const id = await foundBloc(ward, [
      member('Phó Bí thư', { post: 'head' }),
      member('', { personId, post: 'deputy' }),
    ]);
    const members = await membersOn(ward.office, id);
    await ward.office.call('POST /api/bodies/:id/consolidations', {
      params: { id },
      body: {
        on: '2017-06-21',
        ...decision('40-QĐ/ĐU'),
        members: [member('', { personId, post: 'head' }), ...members.slice(1, 1)],
      },
    });
    const person = await ward.officer.call('GET /api/people/:id', { params: { id: personId } });
    expect(
      person.positions.map((one) => [one.postName, one.validFrom, one.validTo, one.begunBy, one.endedBy]),
    ).toEqual([
      ['Trưởng khối', '2017-06-21', null, 'Kiện toàn theo 40-QĐ/ĐU', null],
      [
        'Phó Trưởng khối',
        '2015-07-21',
        '2017-06-21',
        'Thành lập theo Quyết định số 03/QĐ-ĐU ngày 21/7/2015',
        'Kiện toàn theo 40-QĐ/ĐU',
      ],
    ]);
  });

  it('is found by name without accents, with the posts of the day', async () => {
    const personId = await entered('Bí thư Đoàn phường Trần Phú');
    await foundBloc(ward, [member('', { personId, post: 'head' })]);
    const found = async (query: { q: string; day?: string; inOffice?: 'yes' }) =>
      (await ward.officer.call('GET /api/people', { query })).items;
    expect(await found({ q: 'bi thu doan' })).toMatchObject([
      { id: personId, posts: [{ postName: 'Trưởng khối' }] },
    ]);
    expect(await found({ q: 'Đoàn phường', day: '2015-07-20' })).toMatchObject([{ id: personId, posts: [] }]);
    expect(await found({ q: 'bi thu doan', day: '2015-07-20', inOffice: 'yes' })).toEqual([]);
    expect((await ward.stranger.call('GET /api/people', { query: { q: 'bi thu doan' } })).items).toEqual([]);
    const searched = async (actor: typeof ward.officer) =>
      (await actor.call('GET /api/search', { query: { q: 'bi thu doan' } })).groups.find(
        (group) => group.kind === 'people',
      );
    expect((await searched(ward.officer))?.items).toMatchObject([
      { id: personId, detail: 'Trưởng khối · Khối Dân vận Đảng ủy phường Trần Phú' },
    ]);
    expect(await searched(ward.stranger)).toBeUndefined();
  });

  it('shows contacts to those who keep the entry, and nowhere else: no list, no history, no audit trail', async () => {
    const id = await entered('Tổ trưởng dân vận');
    const kept = await ward.office.call('GET /api/people/:id', { params: { id } });
    expect(kept.contact).toEqual({ phone, email: 'can-bo@phuong.vn' });
    const read = await ward.officer.call('GET /api/people/:id', { params: { id } });
    expect([read.contact, read.actions]).toEqual([null, []]);
    await ward.office.call('PUT /api/people/:id', {
      params: { id },
      body: { version: 1, name: 'Tổ trưởng dân vận', accountId: null, phone: '0905 999 000', email: '' },
    });
    const { rows } = await ward.kheo.connection.pool.query(
      `select (select count(*) from history_entry h where h::text like '%0905 %')
        + (select count(*) from audit_entry a where a::text like '%0905 %')
        + (select count(*) from command c where c::text like '%0905 %') as found`,
    );
    expect(Number(rows[0].found)).toBe(0);
    const lists = [
      await ward.office.call('GET /api/people', { query: { size: 200 } }),
      await ward.office.call('GET /api/bodies', { query: {} }),
      await ward.office.call('GET /api/units/:id/people', { params: { id: ward.ward }, query: {} }),
    ];
    expect(JSON.stringify(lists)).not.toMatch(/0905 |can-bo@phuong/);
  });

  it('is linked to one account, which must be of the area; who saves over a newer version is told', async () => {
    const accountId = await ward.kheo.given.account({
      username: 'nguoi-mot',
      role: 'steering_member',
      unitId: ward.ward,
    });
    const strange = await ward.kheo.given.account({
      username: 'nguoi-la',
      role: 'steering_member',
      unitId: ward.other,
    });
    const id = await entered('Ủy viên một', accountId);
    const again = (change: object) =>
      ward.office.try('POST /api/people', {
        body: { unitId: ward.ward, name: 'Ủy viên hai', accountId, phone: '', email: '', ...change },
      });
    expect(problemOf(await again({})).fields[0]?.message).toBe('Tài khoản này đã gắn với một người khác');
    expect(problemOf(await again({ accountId: strange })).fields[0]?.path).toBe('accountId');
    const { items } = await ward.office.call('GET /api/people/accounts', { query: { q: 'nguoi' } });
    expect(items.map((item) => item.displayName)).toEqual(['nguoi-mot']);
    const save = (version: number) =>
      ward.office.try('PUT /api/people/:id', {
        params: { id },
        body: { version, name: 'Ủy viên một', accountId, phone: '', email: '' },
      });
    expect((await save(1)).status).toBe(200);
    expect(problemOf(await save(1)).code).toBe('version_conflict');
  });
});

describe('who is in charge', () => {
  it('of a unit, of a field, of a field at a unit, on the day asked for', async () => {
    const [first, second] = ward.groups;
    const id = await foundBloc(ward, [
      member('Phụ trách cả phường', { post: 'head', unitIds: [ward.ward] }),
      member('Phụ trách tổ 1', { unitIds: [first] }),
      member('Phụ trách kinh tế', { fields: ['economy'] }),
      member('Kinh tế tổ 2', { fields: ['economy'], unitIds: [second] }),
    ]);
    const inCharge = async (query: { unitId?: string; field?: 'economy'; day?: string }) =>
      (await ward.officer.call('GET /api/people/in-charge', { query })).items
        .filter((item) => item.body.id === id)
        .map((item) => [item.person.name, item.direct]);
    expect(await inCharge({ unitId: first })).toEqual([
      ['Phụ trách tổ 1', true],
      ['Phụ trách cả phường', false],
    ]);
    expect(await inCharge({ field: 'economy' })).toEqual([
      ['Phụ trách kinh tế', true],
      ['Kinh tế tổ 2', true],
    ]);
    expect((await inCharge({ field: 'economy', unitId: first })).map(([name]) => name)).toEqual([
      'Phụ trách kinh tế',
    ]);
    expect((await inCharge({ field: 'economy', unitId: second })).map(([name]) => name)).toEqual([
      'Kinh tế tổ 2',
      'Phụ trách kinh tế',
    ]);
    expect(await inCharge({ unitId: first, day: '2015-07-20' })).toEqual([]);
    const ofUnit = await ward.officer.call('GET /api/units/:id/people', { params: { id: first }, query: {} });
    expect(ofUnit.bodies).toEqual([]);
    expect(ofUnit.inCharge.filter((one) => one.body.id === id)).toHaveLength(2);
  });
});
