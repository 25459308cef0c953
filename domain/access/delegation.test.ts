import { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { describe, expect, it } from 'vitest';
import { signedAs, standingOn, Standings, type HeldGrant } from './delegation.ts';

const today = '2026-03-02';
const unit = (id: string, parentId: string | null) => ({
  id,
  parentId,
  name: id,
  shortName: id,
  kind: 'commune_committee' as const,
  code: id,
  position: 0,
});
const tree = new OrganisationTree(today, [unit('town', null), unit('ward', 'town'), unit('commune', 'town')]);
const leader = { accountId: 'l', displayName: 'Phó Bí thư' };
const held = (change: Partial<HeldGrant>): HeldGrant => ({
  id: 'g',
  role: 'unit_officer',
  unitId: 'ward',
  from: '2026-01-01',
  to: null,
  coversSubtree: true,
  onBehalfOf: null,
  ...change,
});
const lent = held({ role: 'leader', unitId: 'town', onBehalfOf: leader });

describe('in whose name somebody acts', () => {
  const standings = new Standings([held({}), lent], tree);

  it('is one’s own where one’s own role allows the act', () => {
    expect(standings.actsFor('practice.register', 'ward')).toBeNull();
    expect(standings.actsFor('practice.read', 'ward')).toBeNull();
  });
  it('is that of whoever is absent where only the role handed on allows it', () => {
    expect(standings.actsFor('document.issue', 'town')).toEqual(leader);
    expect(standings.actsFor('practice.read', 'commune')).toEqual(leader);
  });
  it('is told by the permission alone where the record has no unit', () => {
    expect(standings.actsFor('document.issue', null)).toEqual(leader);
    expect(standings.actsFor('practice.read', null)).toBeNull();
  });
  it('is nobody else’s once the role handed on is over', () => {
    const over = new Standings([held({}), { ...lent, to: '2026-03-01' }], tree);
    expect(over.actsFor('document.issue', 'town')).toBeNull();
  });
  it('stands in the signature', () => {
    expect(signedAs('Cán bộ', leader)).toBe('Cán bộ (thay mặt Phó Bí thư)');
    expect(signedAs('Cán bộ', null)).toBe('Cán bộ');
  });
});

describe('where a span stands', () => {
  it.each([
    ['before it', { beginsOn: '2026-03-03', endsOn: null, ended: false }, 'future'],
    ['on its first day', { beginsOn: today, endsOn: null, ended: false }, 'now'],
    ['on its last day', { beginsOn: '2026-01-01', endsOn: today, ended: false }, 'now'],
    ['after it', { beginsOn: '2026-01-01', endsOn: '2026-03-01', ended: false }, 'past'],
    ['taken back', { beginsOn: '2026-01-01', endsOn: null, ended: true }, 'past'],
  ] as const)('%s', (_, span, expected) => {
    expect(standingOn(today, span)).toBe(expected);
  });
});
