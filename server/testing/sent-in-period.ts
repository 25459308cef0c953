import { newId } from '#server/platform/ids.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from './kheo.ts';
import { readyForm, takeForm } from './reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from './town.ts';

/** A town that asks for the practices and the money of 2023, and units that send before the year is over. */
export interface SentInPeriod {
  readonly kheo: Kheo;
  readonly town: Town;
  readonly campaignId: string;
  readonly formId: string;
  /** Puts a practice at a unit, registered on a day, with a gift of 100 on that day; returns its id. */
  practice(unitId: string, day: string): Promise<string>;
  gift(practiceId: string, day: string): Promise<void>;
  send(username: string, unitId: string): Promise<string>;
  /** What a report says of practices and money; null where it was not sent. */
  read(username: string, id: string): Promise<ReturnType<typeof said>>;
  /** The town's total of practices and money. */
  total(): Promise<(string | null)[]>;
  /** The administrator carries an act out on the day of the clock. */
  administrator(): Promise<Actor>;
  signedIn(username: string): Promise<Actor>;
  unitWithCode(code: string): Promise<string>;
  reportOf(unitId: string): Promise<string>;
}

export async function sentInPeriod(today: string): Promise<SentInPeriod> {
  const kheo = await startKheo({ today });
  const town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  const campaignId = await openCampaign2023(kheo, town);
  const formId = await takeForm(kheo, yearly(town.town));
  const { pool } = kheo.connection;
  const signedIn = (username: string) => new Actor(kheo.app).signIn(username, testPassword);
  const gift = async (practiceId: string, day: string) => {
    await pool.query(
      `insert into contribution (id, practice_id, kind, source, amount, unit, on_date, account_id, at)
       select $1, $2, 'money', 'budget', 100, 'đồng', $3::date, id, now() from account limit 1`,
      [newId(), practiceId, day],
    );
  };
  return {
    kheo,
    town,
    campaignId,
    formId,
    gift,
    signedIn,
    practice: async (unitId, day) => {
      const id = await placePractice(kheo, { campaignId, unitId, state: 'implementing' });
      const at = `${day}T02:00:00Z`;
      await pool.query('update practice set created_at = $2, updated_at = $2 where id = $1', [id, at]);
      await gift(id, day);
      return id;
    },
    send: async (username, unitId) => {
      const officer = await signedIn(username);
      const body = { formId, unitId, periodFrom: '2023-01-01' };
      const { id } = await officer.call('POST /api/reports', { body });
      await officer.call('POST /api/reports/:id/submission', { params: { id } });
      kheo.clock.pass(1);
      return id;
    },
    read: async (username, id) =>
      said(await (await signedIn(username)).call('GET /api/reports/:id', { params: { id } })),
    total: async () => {
      const query = { formId, periodFrom: '2023-01-01', unitId: town.town };
      const answer = await (await signedIn('thuongtruc')).call('GET /api/report-totals', { query });
      return answer.figures.map((one) => one.value);
    },
    administrator: () => signedIn('quantri'),
    unitWithCode: async (code) => {
      const { rows } = await pool.query('select unit_id from unit_version where code = $1', [code]);
      return rows[0].unit_id;
    },
    reportOf: async (unitId) => {
      const { rows } = await pool.query('select id from report where unit_id = $1', [unitId]);
      return rows[0].id;
    },
  };
}

interface Read {
  readonly figures: readonly { counted: string | null; now: string | null }[];
  readonly sentBefore: readonly { unit: { id: string }; sentOn: string }[];
}

function said({ figures, sentBefore }: Read) {
  return {
    counted: figures.map((one) => one.counted),
    /** What the register counts today, where it differs. */
    now: figures.map((one) => one.now),
    sentBefore: sentBefore.map((one) => [one.unit.id, one.sentOn]),
  };
}

function yearly(ownerUnitId: string) {
  const body = readyForm('dvk-thang', { ownerUnitId, askedFrom: '2023-01-01' });
  const [registered] = body.content.indicators;
  if (!registered) throw new Error('the form has figures');
  const money = { kind: 'register', measure: 'money_in_period', baseField: null } as const;
  return {
    ...body,
    code: 'nam',
    periodKind: 'year' as const,
    content: {
      ...body.content,
      sections: [],
      indicators: [registered, { ...registered, code: 'money', unit: 'đồng', partOf: null, source: money }],
    },
  };
}
