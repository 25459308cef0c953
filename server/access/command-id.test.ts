import type { ProblemBody } from '#domain/kernel/problem.ts';
import type { Actor, Answered } from '#server/platform/http/actor.ts';
import { newId } from '#server/platform/ids.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registrationOf } from './world-plan.ts';
import { foundTown, type TownBase } from './world-town.ts';

let kheo: Kheo;
let town: TownBase;
let officer2: Actor;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const province = await kheo.given.unit({ name: 'Tỉnh ủy', kind: 'province_committee' });
  town = await foundTown(kheo, { prefix: 'thị xã', province });
  await kheo.given.account({ username: 'can-bo-hai', role: 'unit_officer', unitId: town.units.commune });
  officer2 = await kheo.as('can-bo-hai');
});
afterAll(() => kheo.stop());

const problemOf = (answer: Answered<unknown>): ProblemBody => answer.body as ProblemBody;
const idOf = (answer: Answered<unknown>): string => (answer.body as { id: string }).id;

async function historyRows(subjectId: string): Promise<number> {
  const { rows } = await kheo.connection.pool.query('select 1 from history_entry where subject_id = $1', [
    subjectId,
  ]);
  return rows.length;
}

describe('a command id', () => {
  const register = (actor: Actor, commandId: string, name: string) =>
    actor.try('POST /api/practices', {
      commandId,
      body: {
        campaignId: town.campaignId,
        unitId: town.units.commune,
        origin: 'new',
        sourcePracticeId: null,
        registration: registrationOf(name),
      },
    });
  const practicesNamed = async (name: string): Promise<number> =>
    (await kheo.connection.pool.query('select 1 from practice where name = $1', [name])).rows.length;

  it('sent again gives the first answer and changes nothing', async () => {
    const commandId = newId();
    const first = await register(town.officer, commandId, 'Gửi hai lần');
    const second = await register(town.officer, commandId, 'Gửi hai lần');
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await practicesNamed('Gửi hai lần')).toBe(1);
    expect(await historyRows(idOf(first))).toBe(1);
  });

  it('sent twenty times in the same moment has one effect and one answer', async () => {
    const commandId = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => register(town.officer, commandId, 'Gửi dồn dập')),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await practicesNamed('Gửi dồn dập')).toBe(1);
  });

  it('with another body is refused', async () => {
    const commandId = newId();
    await register(town.officer, commandId, 'Nội dung một');
    const second = await register(town.officer, commandId, 'Nội dung hai');
    expect(problemOf(second)).toMatchObject({ status: 409, code: 'command_id_reused' });
    expect(await practicesNamed('Nội dung hai')).toBe(0);
  });

  it('of somebody else is refused, and tells nothing of the first answer', async () => {
    const commandId = newId();
    const first = await register(town.officer, commandId, 'Mã của người khác');
    const second = await register(officer2, commandId, 'Mã của người khác');
    expect(problemOf(second)).toMatchObject({ status: 409, code: 'command_id_reused' });
    expect(JSON.stringify(second.body)).not.toContain(idOf(first));
  });

  it('at another address is refused', async () => {
    const commandId = newId();
    const id = idOf(await register(town.officer, newId(), 'Hai địa chỉ'));
    const params = { id };
    await town.officer.try('POST /api/practices/:id/submission', { params, commandId });
    const second = await town.officer.try('POST /api/practices/:id/withdrawal', {
      params,
      commandId,
      body: { reason: 'Nhầm' },
    });
    expect(problemOf(second)).toMatchObject({ status: 409, code: 'command_id_reused' });
    expect(await historyRows(id)).toBe(2);
  });

  it('of a refused command may be used again once the fault is mended', async () => {
    const commandId = newId();
    const refused = await register(town.officer, commandId, '');
    expect(refused.status).toBe(422);
    expect((await register(town.officer, commandId, 'Đã sửa tên')).status).toBe(200);
  });

  it('is asked for on every command', async () => {
    const answer = await town.officer.try('POST /api/practices/:id/submission', {
      params: { id: newId() },
      headers: { 'idempotency-key': '' },
    });
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'command_id_missing' });
  });
});
