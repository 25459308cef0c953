import { Access } from '#domain/access/access.ts';
import { permissions, roles } from '#domain/access/permissions.ts';
import { decidesByHand } from '#domain/access/testing/decide-by-hand.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { quantile } from './measure.ts';
import { today, type Nation } from './nation.ts';

const targetMicroseconds = 50;
const callers = 500;
const decisions = 1_000_000;
/** One in so many is decided again by hand, outside the time: a wrong answer counts for nothing. */
const checkedEvery = 50;

/** A million decisions, each for a random caller with one to three roles, a random permission and a random unit. */
export async function measureAccess(nation: Nation): Promise<string[]> {
  const tree = await loadTree(nation.connection.db, today);
  const units = [...tree.all(), ...tree.gone()].map((unit) => unit.id);
  const standing = tree.all().map((unit) => unit.id);
  const random = randomFrom(42);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  // Half of all roles are held above the villages: there decisions are more than "no".
  const offices = tree.all().flatMap((unit) => (unit.kind === 'village' ? [] : [unit.id]));
  const mayByHand = decidesByHand(tree);
  const accesses = Array.from({ length: callers }, () => {
    const grants = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      role: oneOf(roles),
      unitId: oneOf(random() < 0.5 ? offices : standing),
      from: '2020-01-01',
      to: null,
      coversSubtree: random() < 0.8,
    }));
    // What is asked about lies as often near the caller as anywhere.
    const near = grants.flatMap((grant) => [...tree.holdings(grant.unitId)].slice(0, 500));
    return { access: new Access(grants, tree), near };
  });
  const took = new Float64Array(decisions);
  let allowed = 0;
  for (let at = 0; at < decisions; at += 1) {
    const { access, near } = oneOf(accesses);
    const permission = oneOf(permissions);
    const unitId = oneOf(random() < 0.5 ? near : units);
    const begun = performance.now();
    const may = access.can(permission, unitId);
    took[at] = (performance.now() - begun) * 1_000;
    if (may) allowed += 1;
    if (at % checkedEvery === 0 && may !== mayByHand(access.grants, permission, unitId))
      throw new Error(`${permission} at ${unitId}: ${may}, by hand ${!may}`);
  }
  const all = [...took];
  const p99 = quantile(all, 0.99);
  console.log(`\nA million decisions of access over ${units.length} units, ${allowed} allowed`);
  console.log(`  median ${quantile(all, 0.5).toFixed(2)} µs, p99 ${p99.toFixed(2)} µs`);
  return p99 > targetMicroseconds ? [`access p99 ${p99.toFixed(1)} of ${targetMicroseconds} µs`] : [];
}

/** A small generator of its own, so that every run decides the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
