import type { Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { Access, type Grant } from './access.ts';
import type { Permission } from './permissions.ts';

/** A grant in force, with whose it is: one's own, or somebody's who is absent and has handed it on. */
export interface HeldGrant extends Grant {
  readonly id: string;
  /** Null for a grant of one's own. */
  readonly onBehalfOf: Absent | null;
}

export interface Absent {
  readonly accountId: string;
  readonly displayName: string;
}

/** Where a span stands on a day. */
export type Standing = 'future' | 'now' | 'past';

export function standingOn(
  day: Day,
  span: { readonly beginsOn: Day; readonly endsOn: Day | null; readonly ended: boolean },
): Standing {
  if (span.ended || (span.endsOn !== null && span.endsOn < day)) return 'past';
  return span.beginsOn > day ? 'future' : 'now';
}

export const standingWords: Record<Standing, string> = {
  future: 'Chưa đến ngày',
  now: 'Đang hiệu lực',
  past: 'Đã hết',
};

interface StandIn {
  readonly absent: Absent;
  readonly access: Access;
}

/**
 * For whom somebody acts. What one's own roles allow is done in one's own name; what only a role handed on allows
 * is done on behalf of its holder, and the history and the audit trail say so.
 */
export class Standings {
  readonly #own: Access;
  readonly #standIns: readonly StandIn[];

  constructor(grants: readonly HeldGrant[], tree: OrganisationTree) {
    this.#own = new Access(
      grants.filter((grant) => grant.onBehalfOf === null),
      tree,
    );
    const absent = new Map(
      grants.flatMap(({ onBehalfOf }) => (onBehalfOf ? [[onBehalfOf.accountId, onBehalfOf] as const] : [])),
    );
    this.#standIns = [...absent.values()].map((person) => ({
      absent: person,
      access: new Access(
        grants.filter((grant) => grant.onBehalfOf?.accountId === person.accountId),
        tree,
      ),
    }));
  }

  /** Whose right an act takes: null for one's own. `unitId` is the unit of the record, where it has one. */
  actsFor(permission: Permission, unitId: string | null): Absent | null {
    if (this.#standIns.length === 0) return null;
    const reaches = [
      (access: Access) => unitId !== null && access.can(permission, unitId),
      // A committee's record reaches the units below it, where the permission is held.
      (access: Access) => access.holds(permission),
    ];
    for (const reach of reaches) {
      if (reach(this.#own)) return null;
      const standIn = this.#standIns.find(({ access }) => reach(access));
      if (standIn) return standIn.absent;
    }
    return null;
  }
}

/** "Cán bộ A (thay mặt Phó Bí thư B)": how an act on behalf of somebody is signed. */
export function signedAs(displayName: string, absent: Absent | null): string {
  return absent === null ? displayName : `${displayName} (thay mặt ${absent.displayName})`;
}
