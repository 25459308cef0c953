import type { ApiKey } from '#contract/api.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import type { Actor, Answered, CallArguments } from '#server/platform/http/actor.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingOf } from './world-committee.ts';
import { planWith, registrationOf, scoreOf } from './world-plan.ts';
import { buildTown, type TownRecords } from './world-town.ts';

let kheo: Kheo;
let town: TownRecords;
/** Colleagues of the two who made everything: each pair decides at the same moment. */
let agency2: Actor;
let officer2: Actor;
const displayName = new Map<Actor, string>();
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const province = await kheo.given.unit({ name: 'Tỉnh ủy', kind: 'province_committee' });
  town = await buildTown(kheo, { prefix: 'thị xã', province });
  const { units } = town;
  await kheo.given.account({ username: 'dong-nghiep', role: 'standing_officer', unitId: units.town });
  await kheo.given.account({ username: 'can-bo-hai', role: 'unit_officer', unitId: units.commune });
  agency2 = await kheo.as('dong-nghiep');
  officer2 = await kheo.as('can-bo-hai');
  for (const [actor, name] of [
    [town.agency, 'thị xã-agency'],
    [agency2, 'dong-nghiep'],
    [town.officer, 'thị xã-officer'],
    [officer2, 'can-bo-hai'],
  ] as const)
    displayName.set(actor, name);
}, 60_000);
afterAll(() => kheo.stop());

interface Call {
  readonly by: Actor;
  send(): Promise<Answered<unknown>>;
}
const asks = <K extends ApiKey>(by: Actor, key: K, args: CallArguments<K>): Call => ({
  by,
  send: () => by.try(key, args),
});
const problemOf = (answer: Answered<unknown> | undefined): ProblemBody => answer?.body as ProblemBody;

/** What came of two who decide at the same moment. */
async function atOnce(first: Call, second: Call) {
  const answers = await Promise.all([first.send(), second.send()]);
  const [winner, lost] = answers[0].status === 200 ? [first.by, answers[1]] : [second.by, answers[0]];
  const { code, title } = problemOf(lost);
  return {
    statuses: answers.map((answer) => answer.status).toSorted(),
    code,
    namesWinner: title.includes(displayName.get(winner) ?? '?'),
  };
}

/** Exactly one wins; the other is told, by name where somebody else's act changed the record. */
function oneWon(code: ProblemBody['code'] = 'state_changed') {
  const namesWinner = code === 'state_changed' || code === 'version_conflict';
  return { statuses: [200, 409], code, namesWinner };
}

async function registered(name: string): Promise<string> {
  const { id } = await town.officer.call('POST /api/practices', {
    body: {
      campaignId: town.campaignId,
      unitId: town.units.commune,
      origin: 'new',
      sourcePracticeId: null,
      registration: registrationOf(name),
    },
  });
  return id;
}
async function submitted(name: string): Promise<string> {
  const id = await registered(name);
  await town.officer.call('POST /api/practices/:id/submission', { params: { id } });
  return id;
}
async function appraising(name: string): Promise<string> {
  const id = await submitted(name);
  await town.agency.call('POST /api/practices/decisions', decision('take_up', id));
  return id;
}
const decision = (action: 'take_up' | 'accept' | 'return' | 'decline', ...practiceIds: string[]) => ({
  body: { action, practiceIds, reason: 'Lý do để ghi lại' },
});

async function historyRows(subjectId: string): Promise<{ action: string; to_state: string | null }[]> {
  const { rows } = await kheo.connection.pool.query(
    'select action, to_state from history_entry where subject_id = $1 order by seq',
    [subjectId],
  );
  return rows;
}
async function stateOf(table: 'practice' | 'document' | 'meeting', id: string): Promise<string> {
  const row = await kheo.connection.db
    .selectFrom(table)
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.state;
}

describe('two people who decide on a practice at once', () => {
  it.each([
    ['accept', 'return'],
    ['accept', 'decline'],
    ['accept', 'accept'],
    ['return', 'decline'],
  ] as const)('%s against %s: one wins, the other is told of it', async (mine, theirs) => {
    const id = await appraising(`Hai người quyết định ${mine} ${theirs}`);
    const key = 'POST /api/practices/decisions';
    expect(
      await atOnce(asks(town.agency, key, decision(mine, id)), asks(agency2, key, decision(theirs, id))),
    ).toEqual(oneWon());
    const decided = (await historyRows(id)).filter((row) =>
      ['accept', 'return', 'decline'].includes(row.action),
    );
    expect(decided).toHaveLength(1);
    expect(await stateOf('practice', id)).toBe(decided[0]?.to_state);
  });

  it('two lists that overlap in other orders neither wait for each other nor half succeed', async () => {
    const [a, b, c] = [
      await appraising('Danh sách a'),
      await appraising('Danh sách b'),
      await appraising('Danh sách c'),
    ];
    const key = 'POST /api/practices/decisions';
    expect(
      await atOnce(
        asks(town.agency, key, decision('accept', a, b, c)),
        asks(agency2, key, decision('decline', c, b, a)),
      ),
    ).toEqual(oneWon());
    const states = await Promise.all([a, b, c].map((id) => stateOf('practice', id)));
    expect(new Set(states).size).toBe(1);
  });

  it('the unit sends it in while its colleague withdraws it: both may follow, but the state follows the history', async () => {
    const id = await registered('Gửi và rút');
    const params = { id };
    const answers = await Promise.all([
      town.officer.try('POST /api/practices/:id/submission', { params }),
      officer2.try('POST /api/practices/:id/withdrawal', { params, body: { reason: 'Ghi nhầm' } }),
    ]);
    const [sent, withdrawn] = answers.map((answer) => answer.status);
    // A registration that was sent may be withdrawn; one that was withdrawn cannot be sent.
    expect([
      [200, 200],
      [409, 200],
    ]).toContainEqual([sent, withdrawn]);
    expect((await historyRows(id)).at(-1)?.to_state).toBe('withdrawn');
    expect(await stateOf('practice', id)).toBe('withdrawn');
  });

  it('the unit withdraws while the agency takes up: one wins', async () => {
    const id = await submitted('Rút và thụ lý');
    expect(
      await atOnce(
        asks(town.officer, 'POST /api/practices/:id/withdrawal', {
          params: { id },
          body: { reason: 'Ghi nhầm' },
        }),
        asks(town.agency, 'POST /api/practices/decisions', decision('take_up', id)),
      ),
    ).toEqual(oneWon());
  });

  it('two save the same registration: the second is told who saved', async () => {
    const id = await registered('Hai người cùng sửa');
    const save = (actor: Actor, name: string): Call =>
      asks(actor, 'PUT /api/practices/:id', {
        params: { id },
        body: { version: 1, registration: registrationOf(name) },
      });
    expect(await atOnce(save(town.officer, 'Tên một'), save(officer2, 'Tên hai'))).toEqual(
      oneWon('version_conflict'),
    );
  });

  it('two score the same column: the second is told who scored', async () => {
    const params = { id: town.practices.proposedFree };
    const score = (actor: Actor, points: number): Call =>
      asks(actor, 'PUT /api/practices/:id/scores/team', { params, body: scoreOf(points) });
    expect(await atOnce(score(town.agency, 80), score(agency2, 60))).toEqual(oneWon('version_conflict'));
  });
});

describe('two people who decide on the committee’s own records at once', () => {
  it('issue a paper: one number is taken', async () => {
    const issue = (actor: Actor): Call =>
      asks(actor, 'POST /api/documents/:id/issue', {
        params: { id: town.draftDocumentId },
        body: { issuedOn: '2026-03-02', sendToUnitIds: [] },
      });
    expect(await atOnce(issue(town.agency), issue(agency2))).toEqual(oneWon());
    const { rows } = await kheo.connection.pool.query(
      `select d.type, count(*)::int as papers, max(d.number) as newest, max(s.last_number) as taken
       from document d join number_series s on s.issuer_unit_id = d.issuer_unit_id
         and s.issuer_code = d.issuer_code and s.type = d.type and s.party_term_id = d.party_term_id
       where d.state = 'issued' and d.direction = 'own' group by d.type`,
    );
    for (const row of rows) expect(row).toMatchObject({ newest: row.papers, taken: row.papers });
  });

  it('issue many papers of one series: numbers have neither gaps nor doubles', async () => {
    const drafts: string[] = [];
    for (let count = 0; count < 6; count += 1)
      drafts.push(
        (
          await town.agency.call('POST /api/campaigns/:id/papers', {
            params: { id: town.campaignId },
            body: { purpose: 'mid_year_report' },
          })
        ).id,
      );
    const answers = await Promise.all(
      drafts.map((id, at) =>
        (at % 2 ? town.agency : agency2).try('POST /api/documents/:id/issue', {
          params: { id },
          body: { issuedOn: '2026-03-02', sendToUnitIds: [] },
        }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(drafts.map(() => 200));
    const { rows } = await kheo.connection.pool.query<{ number: number }>(
      `select number from document where state = 'issued' and purpose = 'mid_year_report' order by number`,
    );
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, at) => at + 1));
  });

  it('the leader returns a draft while the agency issues it: the state follows the history', async () => {
    const params = { id: town.waitingDocumentId };
    const answers = await Promise.all([
      agency2.try('POST /api/documents/:id/return', { params, body: { reason: 'Sửa số liệu' } }),
      town.agency.try('POST /api/documents/:id/issue', {
        params,
        body: { issuedOn: '2026-03-02', sendToUnitIds: [] },
      }),
    ]);
    // Returned first, it is a draft again, and a draft may be issued; issued first, it cannot be returned.
    expect([
      [200, 200],
      [409, 200],
    ]).toContainEqual(answers.map((answer) => answer.status));
    expect((await historyRows(params.id)).at(-1)?.to_state).toBe('issued');
    expect(await stateOf('document', params.id)).toBe('issued');
  });

  it('acknowledge a paper for the same unit: once', async () => {
    const acknowledge = (actor: Actor): Call =>
      asks(actor, 'POST /api/documents/:id/acknowledgement', {
        params: { id: town.noticeId },
        body: { unitId: town.units.commune, startPractices: true },
      });
    expect(await atOnce(acknowledge(town.officer), acknowledge(officer2))).toEqual(
      oneWon('already_acknowledged'),
    );
    const started = (await historyRows(town.practices.assigned)).filter((row) => row.action === 'start');
    expect(started).toHaveLength(1);
  });

  it('conclude a meeting: once, with one recognition', async () => {
    const conclude = (actor: Actor): Call =>
      asks(actor, 'POST /api/meetings/:id/conclusion', {
        params: { id: town.draftMeetingId },
        body: { version: 2 },
      });
    expect(await atOnce(conclude(town.agency), conclude(agency2))).toEqual(oneWon());
    const moves = (await historyRows(town.practices.proposed)).filter((row) => row.action === 'recognise');
    expect(moves).toHaveLength(1);
  });

  it('take the same candidate into two meetings: only one of them has it', async () => {
    const prepare = (actor: Actor): Call =>
      asks(actor, 'POST /api/campaigns/:id/meetings', {
        params: { id: town.campaignId },
        body: meetingOf([town.practices.proposedFree]),
      });
    expect(await atOnce(prepare(town.agency), prepare(agency2))).toEqual(oneWon('action_blocked'));
  });

  it('take up and decline one offer: one wins', async () => {
    const params = { id: town.offerIds[0] ?? '' };
    expect(
      await atOnce(
        asks(town.officer, 'POST /api/replication-offers/:id/taking-up', { params }),
        asks(officer2, 'POST /api/replication-offers/:id/declining', { params, body: { reason: 'Đã có' } }),
      ),
    ).toEqual(oneWon());
  });

  it('take up one offer twice: one replica', async () => {
    const params = { id: town.offerIds[1] ?? '' };
    const takeUp = (actor: Actor): Call =>
      asks(actor, 'POST /api/replication-offers/:id/taking-up', { params });
    expect(await atOnce(takeUp(town.officer), takeUp(officer2))).toEqual(oneWon());
    const { rows } = await kheo.connection.pool.query(
      'select 1 from practice where source_practice_id = $1',
      [town.ofNeighbour[1]],
    );
    expect(rows).toHaveLength(1);
  });

  it('save the plan of a campaign: the second is told who saved', async () => {
    const save = (actor: Actor, title: string): Call =>
      asks(actor, 'PUT /api/campaigns/:id/plan', {
        params: { id: town.draftCampaignId },
        body: { version: 1, title, stageId: null, planDocumentId: null, plan: planWith(town.criteriaSetId) },
      });
    expect(await atOnce(save(town.agency, 'Tên một'), save(agency2, 'Tên hai'))).toEqual(
      oneWon('version_conflict'),
    );
  });

  it('open a campaign twice: once', async () => {
    const open = (actor: Actor): Call =>
      asks(actor, 'POST /api/campaigns/:id/opening', { params: { id: town.draftCampaignId } });
    expect(await atOnce(open(town.agency), open(agency2))).toEqual(oneWon());
  });

  it('make the campaign of one year twice: once', async () => {
    const make = (actor: Actor): Call =>
      asks(actor, 'POST /api/campaigns', {
        body: {
          ownerUnitId: town.units.town,
          year: 2040,
          title: 'Năm 2040',
          stageId: null,
          plan: planWith(town.criteriaSetId),
        },
      });
    expect(await atOnce(make(town.agency), make(agency2))).toEqual(oneWon('campaign_exists'));
  });

  it('accept and return one report: one wins', async () => {
    const id = town.submittedReportId;
    expect(
      await atOnce(
        asks(town.agency, 'POST /api/reports/acceptances', { body: { reportIds: [id] } }),
        asks(agency2, 'POST /api/reports/:id/return', { params: { id }, body: { reason: 'Thiếu' } }),
      ),
    ).toEqual(oneWon());
  });

  it('record two outcomes of one reward and of one proposal upward: one each', async () => {
    const reward = (actor: Actor, state: 'granted' | 'refused'): Call =>
      asks(actor, 'POST /api/rewards/:id/outcome', {
        params: { id: town.rewardId },
        body: { version: 1, state, decidedOn: '2026-03-02', decisionSymbol: '' },
      });
    expect(await atOnce(reward(town.agency, 'granted'), reward(agency2, 'refused'))).toEqual(oneWon());
    const upward = (actor: Actor, state: 'recognised' | 'not_recognised'): Call =>
      asks(actor, 'POST /api/upward-proposals/:id/outcome', {
        params: { id: town.upwardId },
        body: { version: 1, state, decidedOn: '2026-03-02', decisionSymbol: '' },
      });
    expect(await atOnce(upward(town.agency, 'recognised'), upward(agency2, 'not_recognised'))).toEqual(
      oneWon(),
    );
  });

  it('propose one practice upward twice: once', async () => {
    const proposeUpward = (actor: Actor): Call =>
      asks(actor, 'POST /api/practices/:id/upward-proposal', {
        params: { id: town.practices.recognisedFree },
        body: { toUnitId: town.province, proposedOn: '2026-03-02', reason: '' },
      });
    expect(await atOnce(proposeUpward(town.agency), proposeUpward(agency2))).toEqual(
      oneWon('action_blocked'),
    );
  });
});
