import type { ProblemBody } from '#domain/kernel/problem.ts';
import { zipParts } from '#server/testing/zip-parts.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, foundBloc, member, membersOn, startWard, type Ward } from './ward.testing.ts';

let ward: Ward;
beforeAll(async () => {
  ward = await startWard();
}, 60_000);
afterAll(() => ward.kheo.stop());

const problemOf = (answer: { body: unknown }): ProblemBody => answer.body as ProblemBody;
const nine = [
  member('Phó Bí thư Thường trực Đảng ủy', { post: 'head' }),
  member('Chủ tịch Mặt trận', { post: 'deputy' }),
  ...[
    'Phó Chủ tịch UBND',
    'Hội Nông dân',
    'Hội Phụ nữ',
    'Đoàn Thanh niên',
    'Cựu chiến binh',
    'Công an',
    'Quân sự',
  ].map((name) => member(name)),
];

async function consolidated(id: string, on: string, members: Awaited<ReturnType<typeof membersOn>>) {
  return ward.office.try('POST /api/bodies/:id/consolidations', {
    params: { id },
    body: { on, ...decision('Quyết định kiện toàn'), members },
  });
}

describe('a Khối dân vận through its acts', () => {
  it('is founded with nine, consolidated, and answers for every day who was what', async () => {
    const id = await foundBloc(ward, nine);
    const before = await membersOn(ward.office, id);
    expect(before).toHaveLength(9);
    const [head, deputy, first, ...others] = before;
    const after = [
      { ...deputy!, post: 'head' as const },
      member('Chủ tịch Mặt trận mới', { post: 'deputy' }),
      first!,
      ...others,
    ];
    expect((await consolidated(id, '2017-06-21', after)).status).toBe(200);
    expect((await membersOn(ward.office, id, '2017-06-20')).map((one) => one.personId).toSorted()).toEqual(
      before.map((one) => one.personId).toSorted(),
    );
    const now = await ward.officer.call('GET /api/bodies/:id', { params: { id }, query: {} });
    expect(now.members[0]).toMatchObject({ person: { id: deputy!.personId }, postName: 'Trưởng khối' });
    expect(now.members.some((one) => one.person.id === head!.personId)).toBe(false);
    expect(now.acts.map((act) => [act.kind, act.on])).toEqual([
      ['consolidation', '2017-06-21'],
      ['founding', '2015-07-21'],
    ]);
    expect(now.acts[0]).toMatchObject({
      goes: [{ person: { id: head!.personId } }],
      changes: [{ before: 'Phó Trưởng khối – Chủ tịch Mặt trận', after: 'Trưởng khối – Chủ tịch Mặt trận' }],
      stays: 7,
    });
    const beforeFounding = await ward.officer.call('GET /api/bodies/:id', {
      params: { id },
      query: { day: '2015-07-20' },
    });
    expect(beforeFounding.members).toEqual([]);
    // The plain rows say the same.
    const { rows } = await ward.kheo.connection.pool.query(
      `select count(*)::int as n from body_position where body_id = $1 and daterange(valid_from, valid_to) @> $2::date`,
      [id, '2017-06-21'],
    );
    expect(rows[0].n).toBe(9);
  });

  it('previews who comes, goes, stays and changes, and writes nothing by it', async () => {
    const id = await foundBloc(ward, nine);
    const [head, deputy, ...others] = await membersOn(ward.office, id);
    const plan = {
      on: '2018-03-12',
      ...decision('45-QĐ/ĐU'),
      members: [{ ...deputy!, post: 'head' as const }, member('Người mới'), ...others],
    };
    const preview = await ward.office.call('POST /api/bodies/:id/consolidations/preview', {
      params: { id },
      body: plan,
    });
    expect(preview.goes.map((one) => one.person.id)).toEqual([head!.personId]);
    expect(preview.comes).toMatchObject([{ person: { name: 'Người mới' }, isNew: true }]);
    expect(preview.changes.map((one) => one.person.id)).toEqual([deputy!.personId]);
    expect(preview.stays).toHaveLength(7);
    const after = await ward.office.call('GET /api/bodies/:id', { params: { id }, query: {} });
    expect([after.members.length, after.acts.length]).toEqual([9, 1]);
  });

  it('takes its newest act back, and only that one; the act stays in the line with its reason', async () => {
    const id = await foundBloc(ward, nine);
    const before = await membersOn(ward.office, id);
    await consolidated(id, '2017-06-21', before.slice(0, 5));
    await consolidated(id, '2018-03-12', before.slice(0, 3));
    const { acts } = await ward.office.call('GET /api/bodies/:id', { params: { id }, query: {} });
    const reverse = (actId: string) =>
      ward.office.try('POST /api/consolidations/:id/reversal', {
        params: { id: actId },
        body: { reason: 'Ghi nhầm danh sách' },
      });
    const refused = await reverse(acts[1]!.id);
    expect(problemOf(refused)).toMatchObject({ code: 'action_blocked' });
    expect(problemOf(refused).title).toContain('12/03/2018');
    expect((await reverse(acts[0]!.id)).status).toBe(200);
    expect(await membersOn(ward.office, id)).toHaveLength(5);
    expect(problemOf(await reverse(acts[0]!.id)).code).toBe('state_changed');
    expect((await reverse(acts[1]!.id)).status).toBe(200);
    expect(await membersOn(ward.office, id)).toEqual(before);
    const after = await ward.office.call('GET /api/bodies/:id', { params: { id }, query: {} });
    expect(after.acts.map((act) => act.reversed?.reason ?? null)).toEqual([
      'Ghi nhầm danh sách',
      'Ghi nhầm danh sách',
      null,
    ]);
    // Taking the founding back takes the body out of every list.
    expect((await reverse(acts[2]!.id)).status).toBe(200);
    expect((await ward.office.try('GET /api/bodies/:id', { params: { id }, query: {} })).status).toBe(404);
  });

  it('ends with all its posts, and then takes no act until that is taken back', async () => {
    const id = await foundBloc(ward, nine);
    const dissolve = { on: '2025-07-01', ...decision('Quyết định kết thúc') };
    await ward.office.call('POST /api/bodies/:id/dissolution', { params: { id }, body: dissolve });
    expect(await membersOn(ward.office, id, '2025-06-30')).toHaveLength(9);
    expect(await membersOn(ward.office, id, '2025-07-01')).toEqual([]);
    const gone = await ward.office.call('GET /api/bodies/:id', { params: { id }, query: {} });
    // Without a day the page shows the last one on which it stood.
    expect([gone.day, gone.validTo, gone.members.length]).toEqual(['2025-06-30', '2025-07-01', 9]);
    expect(gone.actions.map((one) => [one.action, one.allowed])).toEqual([
      ['consolidate', false],
      ['dissolve', false],
      ['reverse', true],
    ]);
    expect((await consolidated(id, '2026-01-05', nine)).status).toBe(409);
    await ward.office.call('POST /api/consolidations/:id/reversal', {
      params: { id: gone.acts[0]!.id },
      body: { reason: 'Chưa có quyết định' },
    });
    expect(await membersOn(ward.office, id)).toHaveLength(9);
  });
});

describe('what a consolidation is refused', () => {
  it.each([
    ['a day before the last act', { on: '2015-07-21' }, 'on'],
    ['no paper', { documentText: '' }, 'documentText'],
    ['a paper that is not there', { documentId: '01999999-9999-7999-8999-999999999999' }, 'documentId'],
  ])('%s', async (_, change, path) => {
    const id = await foundBloc(ward, nine);
    const members = (await membersOn(ward.office, id)).slice(1);
    const answer = await ward.office.try('POST /api/bodies/:id/consolidations', {
      params: { id },
      body: { on: '2018-03-12', ...decision('45-QĐ/ĐU'), members, ...change },
    });
    expect([answer.status, problemOf(answer).fields.map((field) => field.path)]).toEqual([422, [path]]);
  });

  it('people out of reach, areas outside the ward, a list that changes nothing', async () => {
    const id = await foundBloc(ward, nine);
    const members = await membersOn(ward.office, id);
    const fieldsOf = async (list: typeof members) =>
      problemOf(await consolidated(id, '2018-03-12', list)).fields.map((field) => field.path);
    expect(await fieldsOf([...members, member('', { personId: ward.city })])).toEqual(['members.9.personId']);
    expect(await fieldsOf([member('Ai đó', { unitIds: [ward.other] })])).toEqual(['members.0.unitIds']);
    expect(await fieldsOf(members)).toEqual(['members']);
    expect(await fieldsOf([member('A', { post: 'head' }), member('B', { post: 'head' })])).toEqual([
      'members.1.post',
    ]);
  });

  it('two at once: one comes through, the other is told of it, and the database holds no overlap', async () => {
    const id = await foundBloc(ward, nine);
    const members = await membersOn(ward.office, id);
    const answers = await Promise.all([
      consolidated(id, '2018-03-12', members.slice(1)),
      consolidated(id, '2018-03-12', members.slice(2)),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 422]);
    const position = { person_id: members[3]!.personId, body_id: id };
    const overlapping = ward.kheo.connection.pool.query(
      `insert into body_position (id, person_id, body_id, post, title, ordinal, valid_from, begun_by)
       select gen_random_uuid(), $1, $2, 'member', '', 0, '2019-01-01', begun_by from body_position
       where person_id = $1 and body_id = $2 limit 1`,
      [position.person_id, position.body_id],
    );
    await expect(overlapping).rejects.toThrow('body_position_no_overlap');
  });

  it('who only reads people of the ward is told so; who works elsewhere is told nothing', async () => {
    const id = await foundBloc(ward, nine);
    const asked = { params: { id }, body: { reason: 'Nhầm' } };
    const { acts } = await ward.officer.call('GET /api/bodies/:id', { params: { id }, query: {} });
    expect(acts[0]?.reversal).toBeNull();
    const act = { ...asked, params: { id: acts[0]!.id } };
    expect((await ward.officer.try('POST /api/consolidations/:id/reversal', act)).status).toBe(403);
    expect((await ward.stranger.try('GET /api/bodies/:id', { params: { id }, query: {} })).status).toBe(404);
    const list = await ward.stranger.call('GET /api/bodies', { query: {} });
    expect(list.items).toEqual([]);
  });
});

describe('bodies found and taken away', () => {
  it('are found by the name of the body, of its unit or of somebody in it, without accents, on a day', async () => {
    const { id } = await ward.office.call('POST /api/bodies', {
      body: {
        unitId: ward.groups[0],
        kind: 'mobilisation_team',
        name: 'Tổ dân vận số 1',
        foundingKnown: false,
        on: '2018-04-02',
        ...decision('46-QĐ/ĐU'),
        members: [member('Bí thư Chi bộ Sông Phố', { post: 'head' })],
      },
    });
    const found = async (query: { q?: string; day?: string; unitId?: string }) =>
      (
        await ward.officer.call('GET /api/bodies', { query: { kind: 'mobilisation_team', ...query } })
      ).items.map((item) => item.id);
    expect(await found({ q: 'to dan van so 1' })).toEqual([id]);
    expect(await found({ q: 'song pho' })).toEqual([id]);
    expect(await found({ q: 'to dan pho 1' })).toEqual([id]);
    expect(await found({ q: 'to dan pho 2' })).toEqual([]);
    expect(await found({ day: '2018-04-01' })).toEqual([]);
    expect(await found({ unitId: ward.ward })).toEqual([id]);
    expect(await found({ unitId: ward.groups[1] })).toEqual([]);
    const team = await ward.officer.call('GET /api/bodies/:id', { params: { id }, query: {} });
    // Nothing is said about a founding that no paper tells of.
    expect([team.foundingKnown, team.acts[0]?.kind]).toEqual([false, 'consolidation']);
  });

  it('go out as Excel with names, posts and areas, without contacts', async () => {
    const { id: personId } = await ward.office.call('POST /api/people', {
      body: {
        unitId: ward.ward,
        name: 'Chủ tịch Hội Nông dân phường',
        accountId: null,
        phone: '0905 123 456',
        email: 'a@b.vn',
      },
    });
    const id = await foundBloc(ward, [
      member('', {
        personId,
        post: 'head',
        title: 'Đảng ủy viên',
        unitIds: [ward.groups[0]],
        fields: ['economy'],
      }),
    ]);
    const sheet = await ward.officer.try('GET /api/bodies/:id/members.xlsx', { params: { id }, query: {} });
    const text = [...(await zipParts(sheet.raw)).values()].join();
    for (const words of ['Chủ tịch Hội Nông dân phường', 'Trưởng khối', 'Kinh tế; Tổ dân phố 1'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/0905 |a@b\.vn/);
  });
});
