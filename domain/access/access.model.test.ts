import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#domain/kernel/day.ts';
import { OrganisationStory, storyKinds } from '#domain/organisations/testing/organisation-story.ts';
import { Access } from './access.ts';
import { permissions, roles } from './permissions.ts';
import { decidesByHand } from './testing/decide-by-hand.ts';

const runs = 600;
const lives = array(
  record({
    kind: constantFrom(...storyKinds, 'merge', 'split'),
    late: boolean(),
    day: nat(12),
    picks: array(nat(997), { minLength: 10, maxLength: 10 }),
  }),
  { minLength: 4, maxLength: 30, size: 'max' },
);
/** Held at a unit by its number, from and to so many days around the day that is asked about. */
const grants = array(
  record({
    role: constantFrom(...roles),
    unit: nat(997),
    since: nat(6),
    until: constantFrom(null, -2, -1, 0, 1, 5),
    coversSubtree: boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

it('decides at every unit, standing or gone, as one who walks the way from the record up to the grant', () => {
  let allowed = 0;
  let refused = 0;
  assert(
    property(lives, grants, nat(997), (life, held, dayPick) => {
      const story = new OrganisationStory();
      for (const intent of life) story.step(intent);
      const days = story.history.days();
      const tree = story.history.treeOn(days[dayPick % days.length] ?? '2020-01-01');
      const known = [...story.history.versions.keys()];
      const own = held.map((grant) => ({
        role: grant.role,
        unitId: known[grant.unit % known.length] ?? 'r',
        from: addDays(tree.day, 2 - grant.since),
        to: grant.until === null ? null : addDays(tree.day, grant.until),
        coversSubtree: grant.coversSubtree,
      }));
      const access = new Access(own, tree);
      const may = decidesByHand(tree);
      for (const permission of permissions) {
        const wanted = known.filter((unit) => may(own, permission, unit));
        allowed += wanted.length;
        refused += known.length - wanted.length;
        expect(known.filter((unit) => access.can(permission, unit))).toEqual(wanted);
        expect([...access.scope(permission)].toSorted()).toEqual(wanted.toSorted());
      }
    }),
    { numRuns: runs },
  );
  // A model in which nobody ever may, or everybody, would prove nothing.
  expect(allowed).toBeGreaterThan(runs);
  expect(refused).toBeGreaterThan(runs);
}, 60_000);
