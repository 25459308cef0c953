import type { Day } from '#domain/kernel/day.ts';
import { readyDemoAccounts } from '#server/accounts/demo-accounts.store.ts';
import { demoPassword } from '#server/accounts/session.reads.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { administrator, newcomers, otherAccounts, shownAccounts, type StoryAccount } from '../accounts.ts';
import type { Story } from '../story.ts';
import { communes, grassroots, province, town, villages, type DemoUnit } from '../units.ts';

const founded = '2000-01-01';
/** From this day the office keeps its records here; older papers are entered later. */
export const firstDay = '2022-01-04';

/** Who is who: the organisation as it was and is, its party terms, and the accounts of the people who act. */
export async function tellOrganisations(story: Story): Promise<void> {
  story.clock.set(firstDay);
  const { code, kind, name, shortName } = province;
  await new Actor(story.app).call('POST /api/setup', {
    body: {
      unit: { code, kind, name, shortName },
      administrator: { ...administrator, password: demoPassword },
    },
  });
  await story.signIn([administrator.username]);
  story.say('Tổ chức: Thị ủy và 39 tổ chức cơ sở đảng');
  await foundUnits(story);
  await renameBinhDien(story);
  await declareTerms(story);
  story.say('Tài khoản của từng đơn vị');
  await makeAccounts(story, [...shownAccounts, ...otherAccounts]);
  const usernames = [...shownAccounts, ...otherAccounts].map((account) => account.username);
  await readyDemoAccounts(story.app.db, {
    ready: [administrator.username, ...usernames],
    shown: [administrator.username, ...shownAccounts.map((account) => account.username)],
  });
  await leaveTheMovementToOthers(story);
  await story.signIn(usernames);
}

/** Weeks before today two villages get accounts; nobody has signed in with them yet. */
export async function addNewcomers(story: Story): Promise<void> {
  await makeAccounts(story, newcomers);
}

async function foundUnits(story: Story): Promise<void> {
  const { items } = await story.as('quantri').call('GET /api/units', { query: {} });
  const [root] = items;
  if (!root) throw new Error('the first unit is missing');
  story.units.set(province.key, root.id);
  await found(story, town, province.key);
  for (const unit of grassroots)
    await found(story, unit.key === 'binhtien' ? { ...unit, ...binhDien } : unit, town.key);
  for (const [at, village] of villages.entries())
    await found(
      story,
      {
        key: village.key,
        name: village.name,
        shortName: village.name,
        kind: 'village',
        code: `${codeOf(village.parent)}.${at + 1}`,
        places: [],
      },
      village.parent,
    );
}

async function found(story: Story, unit: DemoUnit, parent: string): Promise<void> {
  const { code, kind, name, shortName } = unit;
  const { id } = await story.as('quantri').call('POST /api/units', {
    body: { parentId: story.unit(parent), code, kind, name, shortName, foundedOn: founded },
  });
  story.units.set(unit.key, id);
}

function codeOf(key: string): string {
  return grassroots.find((unit) => unit.key === key)?.code ?? key;
}

const binhDien = { name: 'Đảng bộ xã Bình Điền', shortName: 'Xã Bình Điền' };

/** S0 of October 2020 still says Bình Điền; the commune was renamed in that year. */
async function renameBinhDien(story: Story): Promise<void> {
  const now = communes.find((unit) => unit.key === 'binhtien');
  if (!now) throw new Error('Bình Tiến is missing');
  await story.as('quantri').call('POST /api/units/:id/changes', {
    params: { id: story.unit('binhtien') },
    body: {
      from: '2020-02-01',
      name: now.name,
      shortName: now.shortName,
      code: now.code,
      parentId: story.unit(town.key),
      reason: 'Sắp xếp đơn vị hành chính: xã Bình Điền nhập với xã Hồng Tiến thành xã Bình Tiến',
    },
  });
}

/** Congresses come first in the grassroots, then in the town, then in the province. */
async function declareTerms(story: Story): Promise<void> {
  const declare = async (key: string, monthAndDay: string): Promise<void> => {
    for (const [from, to] of [
      [2015, 2020],
      [2020, 2025],
      [2025, null],
    ] as const)
      await story.as('quantri').call('POST /api/units/:id/terms', {
        params: { id: story.unit(key) },
        body: {
          name: `${from}-${from + 5}`,
          beginsOn: `${from}-${monthAndDay}`,
          endsOn: to === null ? null : dayBefore(`${to}-${monthAndDay}`),
        },
      });
  };
  await declare(province.key, '10-20');
  await declare(town.key, '08-15');
  for (const unit of communes) await declare(unit.key, '06-01');
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

async function makeAccounts(story: Story, accounts: readonly StoryAccount[]): Promise<void> {
  const waiting = [...accounts];
  const worker = async (): Promise<void> => {
    for (let account = waiting.shift(); account; account = waiting.shift()) await makeAccount(story, account);
  };
  await Promise.all([worker(), worker(), worker()]);
}

async function makeAccount(story: Story, account: StoryAccount): Promise<void> {
  const { username, displayName, role } = account;
  const [first, ...others] = account.units;
  // The inspection team is set up for a season: its members' roles end with it.
  const endsOn = role === 'inspector' ? story.calendar.day('12-17') : null;
  const grantAt = (key: string) => ({
    role,
    unitId: story.unit(key),
    beginsOn: '2022-01-01',
    endsOn,
    coversSubtree: true,
  });
  const { id } = await story.as('quantri').call('POST /api/accounts', {
    body: { username, displayName, password: demoPassword, grant: grantAt(first) },
  });
  story.accounts.set(username, id);
  for (const key of others)
    await story.as('quantri').call('POST /api/accounts/:id/grants', { params: { id }, body: grantAt(key) });
}

/** The first run makes the administrator a standing officer too; the story leaves the movement to its own people. */
async function leaveTheMovementToOthers(story: Story): Promise<void> {
  const { items } = await story.as('quantri').call('GET /api/accounts', { query: { q: 'quantri' } });
  const grant = items
    .flatMap((account) => account.grants)
    .find(
      (one) => one.role === 'standing_officer' && one.unit.id === story.unit(province.key) && one.inForce,
    );
  const own = items.find((account) => account.username === 'quantri');
  if (!grant || !own?.grants.includes(grant)) throw new Error('the administrator has no second role');
  await story.as('quantri').call('POST /api/grants/:id/end', {
    params: { id: grant.id },
    body: { reason: 'Đã có cán bộ cơ quan thường trực; quản trị chỉ giữ việc quản trị' },
  });
}
