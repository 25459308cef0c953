import type { ProblemBody } from '#domain/kernel/problem.ts';
import { buildTown, type TownRecords } from '#server/access/world-town.ts';
import { planWith } from '#server/access/world-plan.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let kheo: Kheo;
let town: TownRecords;
let admin: Actor;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const province = await kheo.given.unit({ name: 'Tỉnh ủy', kind: 'province_committee' });
  town = await buildTown(kheo, { prefix: 'thị xã', province });
  for (const role of ['administrator', 'standing_officer'] as const)
    await kheo.given.account({ username: `tinh-${role}`, role, unitId: province });
  await kheo.given.account({ username: 'kiem-nhiem', role: 'administrator', unitId: province });
  const both = await kheo.given.account({ username: 'ca-hai', role: 'administrator', unitId: province });
  await (
    await kheo.as('tinh-administrator')
  ).call('POST /api/accounts/:id/grants', {
    params: { id: both },
    body: {
      role: 'standing_officer',
      unitId: province,
      beginsOn: '2026-03-02',
      endsOn: null,
      coversSubtree: true,
    },
  });
  admin = await kheo.as('ca-hai');
}, 60_000);
afterAll(() => kheo.stop());

const problemOf = (answer: { body: unknown }): ProblemBody => answer.body as ProblemBody;

/** A member with an account, in charge of the commune in the plan, with a draft of a paper and a seat in a body. */
async function someone(name: string): Promise<{ id: string; accountId: string }> {
  const accountId = await kheo.given.account({
    username: name,
    role: 'standing_officer',
    unitId: town.units.town,
  });
  const { id } = await town.agency.call('POST /api/people', {
    body: { unitId: town.units.town, name, accountId, phone: '', email: '' },
  });
  return { id, accountId };
}

async function inThePlan(accountId: string): Promise<void> {
  const { version } = await town.agency.call('GET /api/campaigns/:id', { params: { id: town.campaignId } });
  const plan = planWith(town.criteriaSetId);
  await town.agency.call('PUT /api/campaigns/:id/plan', {
    params: { id: town.campaignId },
    body: {
      version,
      title: 'Dân vận khéo năm 2026',
      stageId: town.stageId,
      planDocumentId: null,
      plan: {
        ...plan,
        members: [
          { post: 'Ủy viên phụ trách phường', duty: 'member', accountId, areaUnitIds: [town.units.commune] },
        ],
      },
    },
  });
}

async function draftOf(name: string): Promise<string> {
  const { id } = await (
    await kheo.as(name)
  ).call('POST /api/campaigns/:id/papers', {
    params: { id: town.campaignId },
    body: { purpose: 'mid_year_report' },
  });
  return id;
}

const workOf = (actor: Actor, id: string) =>
  actor.call('GET /api/people/:id/open-work', { params: { id } }).then((answer) => answer.items);

describe('handing over what somebody has in hand', () => {
  it('passes roles, areas and drafts to their receivers in one act, with history on both sides', async () => {
    const leaving = await someone('nguoi-di');
    const coming = await someone('nguoi-den');
    const other = await someone('nguoi-khac');
    await inThePlan(leaving.accountId);
    const draftId = await draftOf('nguoi-di');
    const work = await workOf(admin, leaving.id);
    expect(work.map((item) => item.kind)).toEqual(['grant', 'campaign_area', 'draft']);
    expect(work.every((item) => item.blocked === null)).toBe(true);
    const done = await admin.call('POST /api/people/:id/hand-over', {
      params: { id: leaving.id },
      body: {
        reason: 'Nghỉ hưu theo chế độ',
        items: work.map((item) => ({
          kind: item.kind,
          id: item.id,
          toPersonId: item.kind === 'draft' ? other.id : coming.id,
        })),
      },
    });
    expect(done.handedOver).toBe(3);
    expect(await workOf(admin, leaving.id)).toEqual([]);
    // The role ended at once; who came holds it already and does not hold it twice.
    expect((await (await kheo.as('nguoi-di')).try('GET /api/campaigns', {})).status).toBe(403);
    const { rows } = await kheo.connection.pool.query(
      'select count(*)::int as n from role_grant where account_id = $1 and ended_at is null',
      [coming.accountId],
    );
    expect(rows[0].n).toBe(1);
    const campaign = await town.agency.call('GET /api/campaigns/:id', { params: { id: town.campaignId } });
    expect(campaign.plan.members[0]?.accountId).toBe(coming.accountId);
    expect((await workOf(admin, other.id)).map((item) => [item.kind, item.id])).toContainEqual([
      'draft',
      draftId,
    ]);
    const history = async (id: string) =>
      (await admin.call('GET /api/people/:id', { params: { id } })).history.map((entry) => entry.label);
    expect(await history(leaving.id)).toContain('Bàn giao công việc');
    expect(await history(coming.id)).toContain('Nhận bàn giao công việc');
  });

  it('gives a role on to somebody without it, until the same last day', async () => {
    const leaving = await someone('nguoi-giao');
    const coming = await someone('nguoi-nhan');
    await kheo.given.account({ username: 'vai-khac', role: 'inspector', unitId: town.units.commune });
    await admin.call('POST /api/accounts/:id/grants', {
      params: { id: leaving.accountId },
      body: {
        role: 'inspector',
        unitId: town.units.commune,
        beginsOn: '2026-03-02',
        endsOn: '2026-12-17',
        coversSubtree: false,
      },
    });
    const inspector = (await workOf(admin, leaving.id)).find((item) =>
      item.title.startsWith('Thành viên đoàn kiểm tra'),
    );
    await admin.call('POST /api/people/:id/hand-over', {
      params: { id: leaving.id },
      body: {
        reason: 'Thay đoàn',
        items: [{ kind: 'grant', id: inspector?.id ?? '', toPersonId: coming.id }],
      },
    });
    const { rows } = await kheo.connection.pool.query(
      `select unit_id, ends_on::text, covers_subtree from role_grant where account_id = $1 and role = 'inspector'`,
      [coming.accountId],
    );
    expect(rows).toEqual([{ unit_id: town.units.commune, ends_on: '2026-12-17', covers_subtree: false }]);
  });

  it('gives nothing that the one who acts could not give, and then nothing at all', async () => {
    const leaving = await someone('nguoi-ban-giao');
    const coming = await someone('nguoi-tiep-nhan');
    const draftId = await draftOf('nguoi-ban-giao');
    const work = await workOf(town.agency, leaving.id);
    const grant = work.find((item) => item.kind === 'grant');
    expect(grant?.blocked?.reason).toContain('không có quyền giao vai trò');
    const answer = await town.agency.try('POST /api/people/:id/hand-over', {
      params: { id: leaving.id },
      body: {
        reason: 'Chuyển công tác',
        items: [
          { kind: 'draft', id: draftId, toPersonId: coming.id },
          { kind: 'grant', id: grant?.id ?? '', toPersonId: coming.id },
        ],
      },
    });
    expect([answer.status, problemOf(answer).fields.map((field) => field.path)]).toEqual([
      422,
      ['items.1.id'],
    ]);
    expect((await workOf(town.agency, leaving.id)).map((item) => item.id)).toContain(draftId);
  });

  it('refuses a receiver without an account, the same person, and work that is no longer there', async () => {
    const leaving = await someone('nguoi-nghi');
    const draftId = await draftOf('nguoi-nghi');
    const { id: noAccount } = await town.agency.call('POST /api/people', {
      body: {
        unitId: town.units.town,
        name: 'Người chưa có tài khoản',
        accountId: null,
        phone: '',
        email: '',
      },
    });
    const handOver = async (id: string, toPersonId: string) =>
      problemOf(
        await town.agency.try('POST /api/people/:id/hand-over', {
          params: { id: leaving.id },
          body: { reason: 'Nghỉ việc', items: [{ kind: 'draft', id, toPersonId }] },
        }),
      ).fields[0]?.message;
    expect(await handOver(draftId, noAccount)).toContain('chưa gắn với tài khoản');
    expect(await handOver(draftId, leaving.id)).toBe('Người nhận phải là người khác');
    expect(await handOver(town.campaignId, noAccount)).toContain('không còn ở người bàn giao');
  });
});
