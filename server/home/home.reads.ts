import { UnitScope } from '#domain/access/unit-scope.ts';
import type { Permission } from '#domain/access/permissions.ts';
import { addDays } from '#domain/kernel/day.ts';
import { practiceActionWords } from '#domain/practices/practice.words.ts';
import { standInsToday } from '#server/accounts/delegations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { reachedCampaigns, workingCampaigns, type ReachedCampaign } from './home-campaigns.reads.ts';
import { recentMoves } from './home-lists.reads.ts';
import { homeRules } from './home-rules/rules.ts';
import { workOf } from './home-work.reads.ts';
import type { Home, Task } from './home.ts';

const recentDays = 14;
const recentAtMost = 8;

/** What I owe, what waits for my answer, my area and what happened in it: GET /api/home. */
export async function readHome(read: ReadContext) {
  const reached = await reachedCampaigns(read);
  const campaigns = await workingCampaigns(read, reached);
  const work = await workOf(read.db, {
    campaigns: campaigns.map((one) => ({ id: one.id, silentAfterDays: one.plan.silentAfterDays })),
    scopes: workScopes(read),
    today: read.today,
  });
  const home: Home = { ...read, campaigns, work };
  const found = await Promise.all(
    homeRules.filter((rule) => read.caller.access.holds(rule.permission)).map((rule) => rule.find(home)),
  );
  return {
    today: read.today,
    owed: found.flatMap((one) => one.owed ?? []).toSorted(byUrgency),
    waiting: found.flatMap((one) => [...(one.waiting ?? [])]),
    area: areaOf(read, reached),
    standIns: await standInsToday(read),
    recent: await recentOf(read),
  };
}

/** Permissions whose work the rules count by practice. */
const counting: readonly Permission[] = [
  'practice.register',
  'practice.implement',
  'practice.appraise',
  'practice.inspect',
  'practice.decide',
  'document.draft',
];

/** The units of that work, with all beneath them: a quota counts what a commune's villages register, too. */
function workScopes({ caller, tree }: ReadContext): UnitScope[] {
  const covers = counting.flatMap((permission) => caller.access.scope(permission).covers);
  return [
    new UnitScope(
      tree,
      covers.map(({ unitId }) => ({ unitId, subtree: true })),
    ),
  ];
}

/** The soonest day first; what has no day comes after, in the order of the rules. */
function byUrgency(a: Task, b: Task): number {
  if (a.due === b.due) return 0;
  if (a.due === null) return 1;
  if (b.due === null) return -1;
  return a.due < b.due ? -1 : 1;
}

/** The campaign nearest above the units at which I work, else the newest beneath them; with the part of it that is mine. */
function areaOf({ caller, tree }: ReadContext, reached: readonly ReachedCampaign[]) {
  const readable = caller.access.scope('practice.read');
  const mine = topmost(
    caller.access.grants.map((grant) => grant.unitId).filter((id) => readable.has(id)),
    tree,
  );
  for (const unitId of mine) {
    const above = tree
      .pathTo(unitId)
      .toReversed()
      .map((owner) => reached.find((one) => one.ownerUnitId === owner))
      .find((one) => one !== undefined);
    const campaign = above ?? reached.find((one) => tree.isWithin(one.ownerUnitId, unitId));
    const shown = above ? unitId : campaign?.ownerUnitId;
    if (!campaign || shown === undefined || !readable.has(shown)) continue;
    const area = { campaignId: campaign.id, campaignTitle: campaign.title };
    const together = mine.filter((id) => tree.isWithin(id, campaign.ownerUnitId));
    return together.length > 1
      ? { ...area, unitId: null, unitName: `${together.length} đơn vị phụ trách` }
      : { ...area, unitId: shown, unitName: tree.unit(shown).name };
  }
  return null;
}

/** Units of a list that do not lie under another of it, each once. */
function topmost(ids: readonly string[], tree: ReadContext['tree']): string[] {
  const all = [...new Set(ids)];
  return all.filter((id) => !all.some((other) => other !== id && tree.isWithin(id, other)));
}

async function recentOf({ db, caller, today }: ReadContext) {
  const moves = await recentMoves(db, {
    scope: caller.access.scope('practice.read'),
    since: `${addDays(today, -recentDays)}T00:00:00+07:00`,
    limit: recentAtMost,
  });
  const words = practiceActionWords as Readonly<Record<string, { done: string } | undefined>>;
  return moves.map((move) => ({
    text: `${move.actorName} · ${words[move.action]?.done ?? 'Cập nhật'}: “${move.practiceName}”`,
    at: move.at,
    link: `/mo-hinh/${move.practiceId}`,
  }));
}
