import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyKinds, posts, postsOf, postWords } from './bodies.ts';
import {
  bodyActionBlocked,
  changesNothing,
  consolidate,
  dayFault,
  reversalBlocked,
  seatFaults,
  type Seat,
} from './consolidation.ts';

const seat = (personId: string, change: Partial<Seat> = {}): Seat => ({
  personId,
  post: 'member',
  title: 'Cấp ủy viên',
  fields: [],
  unitIds: [],
  ...change,
});

const anySeat = fc.record({
  personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  post: fc.constantFrom(...posts),
  title: fc.constantFrom('Bí thư', 'Chủ tịch'),
  fields: fc.subarray(['economy', 'political_system'] as const),
  unitIds: fc.subarray(['u1', 'u2']),
});
const anySeats = fc.uniqueArray(anySeat, { selector: (one) => one.personId, maxLength: 5 });

describe('a consolidation', () => {
  it('says of everybody exactly once whether he comes, goes, stays or changes, and leads from one list to the other', () => {
    fc.assert(
      fc.property(anySeats, anySeats, (before, after) => {
        const act = consolidate(before, after);
        const told = [
          ...[...act.comes, ...act.goes, ...act.stays].map((one) => one.personId),
          ...act.changes.map((one) => one.after.personId),
        ];
        expect(told.toSorted()).toEqual(
          [...new Set([...before, ...after].map((one) => one.personId))].toSorted(),
        );
        const led = [...act.stays, ...act.comes, ...act.changes.map((one) => one.after)];
        expect(led.map((one) => `${one.personId} ${one.post} ${one.title}`).toSorted()).toEqual(
          after.map((one) => `${one.personId} ${one.post} ${one.title}`).toSorted(),
        );
        expect(changesNothing(consolidate(after, after))).toBe(true);
      }),
    );
  });

  it('takes another area for a change, and the same areas in another order for none', () => {
    const before = [seat('a', { unitIds: ['u1', 'u2'] })];
    expect(consolidate(before, [seat('a', { unitIds: ['u2', 'u1'] })]).changes).toEqual([]);
    expect(consolidate(before, [seat('a', { unitIds: ['u1'] })]).changes).toHaveLength(1);
  });

  it('refuses two heads, the same person twice, a post the body does not have, and nobody at all', () => {
    const twoHeads = [seat('a', { post: 'head' }), seat('b', { post: 'head' })];
    expect(seatFaults('mobilisation_bloc', twoHeads)).toEqual([
      { path: 'members.1.post', message: 'Chỉ có một Trưởng khối' },
    ]);
    expect(seatFaults('mobilisation_bloc', [seat('a'), seat('a')])[0]?.path).toBe('members.1.personId');
    expect(seatFaults('mobilisation_team', [seat('a', { post: 'secretary' })])[0]?.message).toContain(
      'Tổ trưởng, Tổ phó, Tổ viên',
    );
    expect(seatFaults('inspection_team', [])).toEqual([
      { path: 'members', message: 'Chưa có thành viên nào' },
    ]);
  });

  it('takes effect after the act before it, and within a year', () => {
    const acts = [{ kind: 'founding', on: '2015-07-21' }] as const;
    const given = { acts, today: '2026-03-02' };
    expect(dayFault('2015-07-21', given)).toContain('từ ngày 22/07/2015 trở đi');
    expect(dayFault('2015-07-22', given)).toBeNull();
    expect(dayFault('2027-03-02', given)).toBeNull();
    expect(dayFault('2027-03-03', given)).toContain('xa quá một năm');
  });

  it('can be taken back only while nothing came after it; a body that ended takes no more acts', () => {
    const acts = [
      { kind: 'founding', on: '2015-07-21' },
      { kind: 'dissolution', on: '2020-01-01' },
    ] as const;
    expect(reversalBlocked(acts[0], acts)?.reason).toContain('01/01/2020');
    expect(reversalBlocked(acts[1], acts)).toBeNull();
    expect(bodyActionBlocked('consolidate', acts)?.reason).toContain('đã kết thúc');
    expect(bodyActionBlocked('reverse', acts)).toBeNull();
    expect(bodyActionBlocked('dissolve', acts.slice(0, 1))).toBeNull();
  });
});

it('every kind of body has a head and members, and names each post it has', () => {
  for (const kind of bodyKinds) {
    expect(postsOf(kind)).toEqual(expect.arrayContaining(['head', 'deputy', 'member']));
    expect(postsOf(kind).map((post) => postWords[kind][post])).not.toContain(null);
  }
});
