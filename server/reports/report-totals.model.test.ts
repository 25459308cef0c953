import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '#domain/organisations/testing/organisation-story.ts';
import {
  ReportStory,
  statedFrom,
  storyActs,
  storyIndicators,
  storyPeriods,
  type ReportIntent,
  type ToldReport,
} from '#domain/reports/testing/report-story.ts';
import type { ReportAction } from '#domain/reports/report.workflow.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { OrganisationTwin } from '#server/testing/organisation-twin.ts';
import { recomputeAll } from './totals.store.ts';

const intentsInLife = 70;

describe.each([5, 17])('reports through a random life, through the API (seed %i)', (seed) => {
  const story = new ReportStory();
  let twin: OrganisationTwin;
  let officer: Actor;
  let reviewer: Actor;
  const forms = new Map<string, string>();
  const reports = new Map<string, string>();
  const accepted: string[] = [];
  const sentForAcceptance: string[] = [];

  beforeAll(async () => {
    twin = await OrganisationTwin.begin(story.organisation);
    const root = twin.idOf.get('r') ?? '';
    await twin.kheo.given.account({ username: 'viet', role: 'unit_officer', unitId: root });
    await twin.kheo.given.account({ username: 'xem', role: 'standing_officer', unitId: root });
    officer = await twin.kheo.as('viet');
    reviewer = await twin.kheo.as('xem');
    for (const [at, period] of storyPeriods.entries())
      forms.set(period, await askFor(reviewer, { ownerUnitId: root, code: `bieu-${at}`, period }));
  });
  afterAll(() => twin.kheo.stop());

  it('gives every total, in every tree, that the rules give in memory', async () => {
    let moved = 0;
    const reorganised: { wanted: unknown; done: unknown }[] = [];
    for (const intent of randomLife(seed)) {
      if ('kind' in intent) {
        const { wanted, status } = await reorganise(twin, story, intent);
        const done = wanted === null ? null : (status ?? 500) < 300;
        reorganised.push({ wanted: [intent.kind, wanted], done: [intent.kind, done] });
      } else
        for (const act of story.report(intent)) {
          await tell(act, intent);
          moved += 1;
        }
    }
    expect(reorganised.map((one) => one.done)).toEqual(reorganised.map((one) => one.wanted));
    expect(accepted).toEqual(sentForAcceptance);
    expect(moved).toBeGreaterThan(15);
    const nightly = await recomputeAll(twin.kheo.connection.db, {
      cause: 'nightly',
      now: '2024-01-02T00:00:00Z',
    });
    expect(nightly.differing).toBe(0);
    for (const period of storyPeriods) {
      const days = story.organisation.history.days();
      for (const day of [period, days[0] ?? period, days.at(-1) ?? period, '2024-01-01'])
        await agrees(period, day);
    }
  }, 120_000);

  async function tell(
    act: { action: ReportAction; report: ToldReport },
    intent: ReportIntent,
  ): Promise<void> {
    const { action, report } = act;
    const key = `${report.period} ${report.unit}`;
    const id = reports.get(key) ?? (await begin(report));
    reports.set(key, id);
    const params = { id };
    const stated = textsOf(intent.amount);
    if (action === 'submit') {
      const { version } = await officer.call('GET /api/reports/:id', { params });
      await officer.call('PUT /api/reports/:id', {
        params,
        body: { version, stated, reasons: {}, narrative: {} },
      });
      await officer.call('POST /api/reports/:id/submission', { params });
    } else if (action === 'correct') {
      const { version } = await officer.call('GET /api/reports/:id', { params });
      await officer.call('POST /api/reports/:id/corrections', {
        params,
        body: { version, why: 'Đếm lại', stated },
      });
    } else if (action === 'withdraw')
      await officer.call('POST /api/reports/:id/withdrawal', { params, body: { reason: 'Còn sửa' } });
    else if (action === 'return')
      await reviewer.call('POST /api/reports/:id/return', { params, body: { reason: 'Thiếu' } });
    else {
      const answer = await reviewer.call('POST /api/reports/acceptances', { body: { reportIds: [id] } });
      accepted.push(...answer.accepted);
      sentForAcceptance.push(id);
    }
  }

  async function begin(report: ToldReport): Promise<string> {
    const formId = forms.get(report.period) ?? '';
    const unitId = twin.idOf.get(report.unit) ?? '';
    return (await officer.call('POST /api/reports', { body: { formId, unitId, periodFrom: '2020-01-01' } }))
      .id;
  }

  /** The total of every unit of a day, and that its parts make it. */
  async function agrees(period: string, day: string): Promise<void> {
    const wanted = story.rolledUp(period, day);
    for (const { id } of story.organisation.history.treeOn(day).all()) {
      const unitId = twin.idOf.get(id) ?? '';
      const total = await reviewer
        .call('GET /api/report-totals', {
          query: { formId: forms.get(period) ?? '', periodFrom: '2020-01-01', unitId, day },
        })
        .catch(() => null);
      // Who is gone today is nobody's to ask for; what it left is in the unit that carries it on.
      if (total === null) continue;
      const said = wanted.get(id);
      expect([day, id, total.reports, total.figures.map((one) => one.value)]).toEqual([
        day,
        id,
        said?.reports ?? 0,
        storyIndicators.map((_, at) => (said ? (said.figures[at]?.toString() ?? null) : nothing[at])),
      ]);
      const inParts = total.parts.reduce((sum, part) => sum + part.reports, 0);
      expect([day, id, inParts]).toEqual([day, id, total.reports]);
    }
  }
});

/** What a unit without any report amounts to. */
const nothing = ['0', '0', null, '0', null, '0'];

async function reorganise(twin: OrganisationTwin, story: ReportStory, intent: Intent) {
  const before = story.organisation.history.acts.length;
  // The twin steps the organisation; the story then makes the totals anew, as the queued job does.
  const outcome = await twin.step(intent);
  if (story.organisation.history.acts.length > before) {
    story.remakeAll();
    await recomputeAll(twin.kheo.connection.db, { cause: 'reorganisation', now: '2024-01-01T00:00:00Z' });
  }
  return outcome;
}

async function askFor(
  reviewer: Actor,
  given: { ownerUnitId: string; code: string; period: string },
): Promise<string> {
  const { id } = await reviewer.call('POST /api/report-forms', {
    body: {
      ownerUnitId: given.ownerUnitId,
      code: given.code,
      name: 'Biểu để thử',
      periodKind: 'custom',
      unitKinds: ['province', 'district', 'commune', 'village'],
      askedFrom: '2020-01-01',
      askedTo: null,
      customFrom: '2020-01-01',
      customTo: given.period,
      content: {
        sections: [],
        indicators: [...storyIndicators],
        due: { kind: 'days_after', days: 5, shift: 'none' },
      },
    },
  });
  return id;
}

function textsOf(amount: number): Record<string, string | null> {
  const stated = statedFrom(amount);
  return Object.fromEntries(
    storyIndicators.flatMap((indicator, at) =>
      indicator.source.kind === 'entered' ? [[indicator.code, stated[at]?.toString() ?? null]] : [],
    ),
  );
}

/** The same seed gives the same life. Taking acts back is left out: it is refused where units have reports. */
function* randomLife(seed: number): Generator<Intent | ReportIntent> {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const kinds = ['found', 'rename', 'move', 'merge', 'split', 'dissolve', 'remove_level'] as const;
  for (let at = 0; at < intentsInLife; at += 1)
    if (next(3) === 0)
      yield {
        kind: kinds[next(kinds.length)] ?? 'found',
        late: next(3) > 0,
        day: next(13),
        picks: Array.from({ length: 10 }, () => next(997)),
      };
    else
      yield {
        act: next(2) === 0 ? 'submit' : (storyActs[next(storyActs.length)] ?? 'submit'),
        period: next(3),
        unit: next(12),
        amount: next(2_000),
      };
}
