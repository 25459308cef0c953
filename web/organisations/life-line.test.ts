import { describe, expect, it } from 'vitest';
import type { ActRow } from './act-words.ts';
import { lifeLine } from './life-line.ts';

const ref = (name: string) => ({ id: name, name, shortName: name, kind: 'commune_committee' as const });
const version = (validFrom: string, name: string, parentName: string) => ({
  ...ref(name),
  validFrom,
  validTo: null,
  code: 'hx',
  parentName,
});
const kin = (name: string, on: string) => ({
  unit: ref(name),
  on,
  rule: 'whole' as const,
  share: null,
  reorganisationId: 'r',
});
const act = (on: string, undone = false): ActRow => ({
  id: on,
  kind: 'change',
  kindName: 'Đổi tên',
  on,
  from: [],
  to: [],
  movedCount: 0,
  document: null,
  documentText: '',
  reason: '',
  byName: null,
  at: on,
  undone: undone ? { at: on, reason: 'nhầm' } : null,
});

describe('the life line of a unit', () => {
  const unit = {
    versions: [
      version('2000-01-01', 'Xã Hương Xuân', 'Huyện Hương Trà'),
      version('2011-11-15', 'Phường Hương Xuân', 'Huyện Hương Trà'),
      version('2012-01-01', 'Phường Hương Xuân', 'Thị xã Hương Trà'),
    ],
    dissolvedOn: '2025-07-01',
    cameFrom: [kin('Hợp tác xã', '2005-01-01')],
    became: [kin('Phường Kim Trà', '2025-07-01')],
  };

  it('tells each step newest first, with what came to it and what became of it', () => {
    expect(lifeLine(unit, []).map((one) => [one.day, one.title])).toEqual([
      ['2025-07-01', 'Nhập vào Phường Kim Trà'],
      ['2012-01-01', 'Chuyển về Thị xã Hương Trà'],
      ['2011-11-15', 'Đổi tên thành Phường Hương Xuân'],
      ['2005-01-01', 'Nhận Hợp tác xã'],
      ['2000-01-01', 'Thành lập: Xã Hương Xuân'],
    ]);
  });

  it('names the act of a day, never one that was taken back', () => {
    const line = lifeLine(unit, [act('2012-01-01', true), act('2011-11-15')]);
    expect(line.map((one) => one.act?.id ?? null)).toEqual([null, null, '2011-11-15', null, null]);
  });

  it('says into what a unit was split', () => {
    const split = { ...unit, became: [kin('Xã A', '2025-07-01'), kin('Xã B', '2025-07-01')] };
    expect(lifeLine(split, [])[0]?.title).toBe('Chia thành Xã A, Xã B');
  });
});
