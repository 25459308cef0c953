import type { ApiKey } from '#contract/api.ts';
import type { CallArguments } from '#server/platform/http/actor.ts';
import type { Opening, PermissionName, Rule, UnitName } from './reference.ts';
import type { World } from './world.ts';

/** One way to call an endpoint, with the rule that decides who may. */
export interface Sample<K extends ApiKey> {
  /** What is special, where an endpoint has several. */
  readonly about?: string;
  readonly rule: Rule;
  /** Made afresh right before the endpoint is walked, so that versions are the newest. */
  readonly args: (world: World) => CallArguments<K> | Promise<CallArguments<K>>;
  /** Everybody allowed is refused by this rule of the matter, never by permission. */
  readonly refusedAs?: string;
  /** Ends its session: each caller gets one to throw away. */
  readonly endsSession?: true;
  /** Checks a password: walked at one place for each role. */
  readonly costly?: true;
}

export type Samples<K extends ApiKey> = { readonly [Key in K]: readonly Sample<Key>[] };

/** A list, filtered to the caller's own area: the walk looks through its answer for what is not the caller's. */
export function list(gate: PermissionName): Rule {
  return { gate };
}

/** A record or a campaign that reaches everybody beneath its owner. */
export function reaches(permission: PermissionName, owner: UnitName): Rule {
  return { gate: permission, needs: [{ permission, fromBelow: owner }] };
}

/** A record that only those with the permission at its unit may see. */
export function readAt(permission: PermissionName, unit: UnitName): Rule {
  return { gate: permission, needs: [{ permission, at: [unit] }] };
}

/** An act on a record: who sees it but may not act is told so. */
export function actAt(permission: PermissionName, unit: UnitName, seen: Opening): Rule {
  return { gate: permission, needs: [{ permission, at: [unit] }], seen: [seen] };
}

export const seesCampaign: Opening = { permission: 'campaign.read', fromBelow: 'town' };
export const seesPractice: Opening = { permission: 'practice.read', at: ['commune'] };

/** The version a record stands at. */
export async function versionOf(
  world: World,
  table: 'campaign' | 'document' | 'meeting' | 'report' | 'report_form' | 'reported_figure_set' | 'practice',
  id: string,
): Promise<number> {
  const row = await world.kheo.connection.db
    .selectFrom(table)
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.version;
}
