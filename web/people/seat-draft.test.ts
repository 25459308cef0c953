import { expect, it } from 'vitest';
import { draftOf, newSeat, sentSeats, stateOf } from './seat-draft.ts';

const unit = { id: 'u1', shortName: 'Tổ dân phố 1' };
const seat = draftOf({
  positionId: 'p1',
  person: { id: 'a', name: 'Chủ tịch Mặt trận' },
  post: 'deputy',
  title: 'Chủ tịch Mặt trận',
  fields: ['economy'],
  areas: [unit, { id: 'u2', shortName: 'Tổ dân phố 2' }],
});

it('tells who stays, changes, leaves and comes', () => {
  expect(stateOf(seat)).toBe('stays');
  expect(stateOf({ ...seat, units: seat.units.toReversed(), title: 'Chủ tịch Mặt trận ' })).toBe('stays');
  expect(stateOf({ ...seat, post: 'head' })).toBe('changes');
  expect(stateOf({ ...seat, units: [unit] })).toBe('changes');
  expect(stateOf({ ...seat, leaves: true })).toBe('leaves');
  expect(stateOf(newSeat('n', { id: null, name: 'Người mới' }, 'member'))).toBe('comes');
});

it('sends who stays and who comes, the new ones by name', () => {
  const sent = sentSeats([
    { ...seat, leaves: true },
    seat,
    newSeat('n', { id: null, name: 'Người mới' }, 'member'),
  ]);
  expect(sent.map((one) => [one.personId, one.name, one.unitIds])).toEqual([
    ['a', '', ['u1', 'u2']],
    [null, 'Người mới', []],
  ]);
});
