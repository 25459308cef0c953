import { describe, expect, it } from 'vitest';
import { beyondName, fitPlace, indexPlaces, keeperOf, unitCalled, type PlaceUnit } from './match-place.ts';

const unit = (id: string, name: string, kind: PlaceUnit['kind'], parentId: string | null): PlaceUnit => ({
  id,
  name,
  shortName: name,
  kind,
  parentId,
});
const index = indexPlaces([
  unit('thi', 'Thị ủy Sông Tranh', 'district_committee', null),
  unit('dong', 'Đảng ủy phường Đông Sơn', 'commune_committee', 'thi'),
  unit('dong-hc', 'Phường Đông Sơn', 'commune', null),
  unit('dong-mt', 'Mặt trận Tổ quốc phường Đông Sơn', 'front', 'dong'),
  unit('tay', 'Xã Tây Hà', 'commune_committee', 'thi'),
  unit('phu-x', 'Xã Phú Xuân', 'commune_committee', 'thi'),
  unit('phu-p', 'Phường Phú Xuân', 'commune_committee', 'thi'),
  unit('van-a', 'Đảng bộ phường Hà Văn', 'commune_committee', 'thi'),
  unit('van-b', 'Đảng bộ phường Hà Vân', 'commune_committee', 'thi'),
  unit('trung-d', 'Thôn Trung', 'village', 'dong'),
  unit('trung-t', 'Thôn Trung', 'village', 'tay'),
  unit('tdp-3', 'Tổ dân phố 3', 'village', 'dong'),
]);
const found = (place: string) => fitPlace(place, index).map((one) => one.id);

describe('a place in a paper', () => {
  it.each([
    ['Đông Sơn', ['dong']],
    ['phường Đông Sơn', ['dong']],
    ['P. Đông Sơn', ['dong']],
    ['dong son', ['dong']],
    ['UBND phường Đông Sơn', ['dong']],
    ['Tây Hà', ['tay']],
    ['thôn Trung, xã Tây Hà', ['trung-t']],
    ['tổ dân phố 3, phường Đông Sơn', ['tdp-3']],
    ['thôn Thượng, xã Tây Hà', ['tay']],
    ['Hà Vân', ['van-b']],
    ['phường Hà Văn', ['van-a']],
    ['xã Phú Xuân', ['phu-x']],
    ['phường Phú Xuân', ['phu-p']],
  ])('“%s” is %j', (place, ids) => {
    expect(found(place)).toEqual(ids);
  });

  it('is never guessed: two that fit are both offered, and one elsewhere is none', () => {
    expect(found('Phú Xuân').toSorted()).toEqual(['phu-p', 'phu-x']);
    expect(found('Ha Van').toSorted()).toEqual(['van-a', 'van-b']);
    expect(found('thôn Trung').toSorted()).toEqual(['trung-d', 'trung-t']);
    expect(found('thị xã Đông Sơn')).toEqual([]);
    expect(found('Bắc Giang')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('belongs to the commune of its village, and to an owner that is called by its full name', () => {
    const village = fitPlace('thôn Trung, xã Tây Hà', index)[0];
    expect(village && keeperOf(village, index).id).toBe('tay');
    expect(unitCalled('Mặt trận Tổ quốc phường Đông Sơn', index)?.id).toBe('dong-mt');
    expect(unitCalled('Thôn Trung', index)).toBeNull();
  });

  it('says only what its unit does not say', () => {
    expect(beyondName('thôn Thượng, xã Tây Hà', unit('tay', 'Xã Tây Hà', 'commune_committee', null))).toBe(
      'thôn Thượng',
    );
    expect(beyondName('Tây Hà', unit('tay', 'Xã Tây Hà', 'commune_committee', null))).toBe('');
  });
});
