import type { Actor } from '#server/platform/http/actor.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { signedIn } from '#server/testing/signed-in.ts';
import { nameOf, people, places, type Person, type UnitName } from './reference.ts';
import { buildTown, type TownRecords } from './world-town.ts';

/** Two provinces with a town each, everything in them, and one account for every role at every place. */
export interface World {
  readonly kheo: Kheo;
  readonly near: TownRecords;
  readonly far: TownRecords;
  readonly units: Readonly<Record<UnitName, string>>;
  /** An account of the commune that administrators act upon, with its grant. */
  readonly target: {
    readonly accountId: string;
    readonly grantId: string;
    /** Of that grant, to a colleague of the commune. */
    readonly delegationId: string;
  };
  /** Somebody as described, in one session for the whole walk. */
  speaker(person: Person): Actor;
  accountOf(person: Person): string | null;
  /** The same person in a session of its own, to be thrown away. */
  freshSpeaker(person: Person): Promise<Actor>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const kheo = await startKheo({ today: '2026-03-02' });
  const province = await kheo.given.unit({ name: 'Tỉnh ủy gần', kind: 'province_committee' });
  const farProvince = await kheo.given.unit({ name: 'Tỉnh ủy xa', kind: 'province_committee' });
  const near = await buildTown(kheo, { prefix: 'gần', province });
  const far = await buildTown(kheo, { prefix: 'xa', province: farProvince });
  const units: Record<UnitName, string> = {
    province,
    ...near.units,
    hamlet: near.hamlet.unitId,
    otherTown: await kheo.given.unit({
      name: 'Thị ủy bên cạnh',
      kind: 'district_committee',
      parentId: province,
    }),
    farProvince,
    farTown: far.units.town,
    farCommune: far.units.commune,
  };
  const accounts = await openAccounts(kheo, units);
  const actors = new Map<string, Actor>();
  for (const [name, accountId] of accounts) actors.set(name, await signedIn(kheo.app, accountId));
  return {
    kheo,
    near,
    far,
    units,
    target: await openTarget(kheo, units.commune),
    speaker: (person) => actors.get(nameOf(person)) ?? kheo.stranger(),
    accountOf: (person) => accounts.get(nameOf(person)) ?? null,
    freshSpeaker: async (person) => {
      const accountId = accounts.get(nameOf(person));
      return accountId === undefined ? kheo.stranger() : signedIn(kheo.app, accountId);
    },
    stop: () => kheo.stop(),
  };
}

async function openAccounts(
  kheo: Kheo,
  units: Readonly<Record<UnitName, string>>,
): Promise<Map<string, string>> {
  const accounts = new Map<string, string>();
  let counter = 0;
  for (const person of people) {
    if (person === 'stranger') continue;
    counter += 1;
    const username = `nguoi-${counter}`;
    if (person === 'without_role') {
      const id = await kheo.given.account({
        username,
        role: 'citizen',
        unitId: units.commune,
        to: '2000-01-02',
      });
      accounts.set(nameOf(person), id);
      continue;
    }
    const place: { at: UnitName; span?: { from: string; to: string | null }; subtree?: false } =
      places[person.place];
    const id = await kheo.given.account({
      username,
      role: person.role,
      unitId: units[place.at],
      subtree: place.subtree ?? true,
      ...place.span,
    });
    accounts.set(nameOf(person), id);
  }
  return accounts;
}

async function openTarget(kheo: Kheo, unitId: string): Promise<World['target']> {
  const accountId = await kheo.given.account({ username: 'can-bo-moi', role: 'steering_member', unitId });
  const grant = await kheo.connection.db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  const delegationId = await handOn(kheo, { unitId, accountId, grantId: grant.id });
  return { accountId, grantId: grant.id, delegationId };
}

async function handOn(
  kheo: Kheo,
  of: { unitId: string; accountId: string; grantId: string },
): Promise<string> {
  await kheo.given.account({ username: 'can-bo-thay', role: 'inspector', unitId: of.unitId });
  const owner = await signedIn(kheo.app, of.accountId);
  const { items } = await owner.call('GET /api/delegation-receivers', { query: { q: 'can-bo-thay' } });
  const { id } = await owner.call('POST /api/delegations', {
    body: {
      grantIds: [of.grantId],
      toAccountId: items[0]?.id ?? '',
      beginsOn: '2026-03-02',
      endsOn: '2026-03-31',
      reason: 'Đi học',
    },
  });
  return id;
}
