import { describe, expect, it } from 'vitest';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { areaWordOf, issuerCodeOf, issuerNameOf, leadershipOf, partyBodyOf } from './issuing-bodies.ts';
import { paperHead } from './paper-head.ts';

const CODES: readonly (readonly [string, UnitKind, string])[] = [
  ['Tỉnh ủy Thừa Thiên Huế', 'province_committee', 'TU'],
  ['Thành ủy Huế', 'province_committee', 'TU'],
  ['Thị ủy Hương Trà', 'district_committee', 'ThU'],
  ['Thành ủy Huế', 'district_committee', 'ThU'],
  ['Huyện ủy Phú Vang', 'district_committee', 'HU'],
  ['Quận ủy Thuận Hóa', 'district_committee', 'QU'],
  ['Đảng ủy phường Hương Xuân', 'commune_committee', 'ĐU'],
  ['Đảng bộ xã Hương Toàn', 'commune_committee', 'ĐU'],
  ['Đảng bộ cơ quan Mặt trận - đoàn thể', 'agency_party_organisation', 'ĐU'],
  ['Chi bộ Trường THPT Đặng Huy Trứ', 'school_party_organisation', 'CB'],
  ['Tổ dân phố 3', 'village', 'CB'],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam thị xã', 'front', 'MTTQ-BTT'],
  ['Hội Liên hiệp Phụ nữ thị xã', 'mass_organisation', 'HPN'],
  ['Đoàn TNCS Hồ Chí Minh thị xã', 'mass_organisation', 'ĐTN'],
  ['Ủy ban nhân dân phường Hương Xuân', 'government_body', 'UBND'],
  ['Phòng Nội vụ thị xã', 'government_body', 'PNV'],
];

describe('issuer codes', () => {
  it.each(CODES)('%s (%s) signs with %s', (name, kind, code) => {
    expect(issuerCodeOf({ name, kind })).toBe(code);
  });

  it('gives every steering committee BCĐ, whoever set it up', () => {
    expect(issuerCodeOf({ name: 'Thị ủy Hương Trà', kind: 'district_committee' }, 'steering_committee')).toBe(
      'BCĐ',
    );
  });
});

describe('names of issuing bodies', () => {
  it('names the party body above as papers do', () => {
    expect(partyBodyOf({ name: 'Tỉnh ủy Thừa Thiên Huế' })).toBe('Đảng bộ tỉnh Thừa Thiên Huế');
    expect(partyBodyOf({ name: 'Thị ủy Hương Trà' })).toBe('Đảng bộ thị xã Hương Trà');
    expect(partyBodyOf({ name: 'Đảng ủy phường Hương Xuân' })).toBe('Đảng bộ phường Hương Xuân');
  });

  it('lets a commune sign as its Đảng ủy, however the tree names it', () => {
    const kind = 'commune_committee';
    expect(issuerNameOf({ name: 'Phường Hương Xuân', kind })).toBe('Đảng ủy phường Hương Xuân');
    expect(issuerNameOf({ name: 'Đảng bộ phường Hương Xuân', kind })).toBe('Đảng ủy phường Hương Xuân');
    expect(issuerNameOf({ name: 'Đảng ủy phường Hương Xuân', kind })).toBe('Đảng ủy phường Hương Xuân');
  });

  it('finds the word for the area led', () => {
    expect(areaWordOf({ name: 'Thị ủy Hương Trà' })).toBe('thị xã');
    expect(areaWordOf({ name: 'Đảng ủy phường Hương Xuân' })).toBe('phường');
    expect(areaWordOf({ name: 'Đảng ủy Công an' })).toBe('đơn vị');
  });

  it('speaks for the standing board of a committee and the leadership of a cell', () => {
    expect(leadershipOf({ name: 'Thị ủy Hương Trà', kind: 'district_committee' })).toBe(
      'Ban Thường vụ Thị ủy',
    );
    expect(leadershipOf({ name: 'Phường Hương Xuân', kind: 'commune_committee' })).toBe(
      'Ban Thường vụ Đảng ủy',
    );
    expect(leadershipOf({ name: 'Chi bộ Trường A', kind: 'school_party_organisation' })).toBe('Chi ủy');
  });
});

const town = { name: 'Thị ủy Hương Trà', shortName: 'Hương Trà', kind: 'district_committee' } as const;
const province = {
  name: 'Tỉnh ủy Thừa Thiên Huế',
  shortName: 'Thừa Thiên Huế',
  kind: 'province_committee',
} as const;

describe('the head of a paper', () => {
  it('puts the province above the town committee and signs for the standing board', () => {
    const head = paperHead('leadership', town, { parent: province, signer: null });
    expect(head).toMatchObject({
      layout: 'party',
      parentBody: 'Đảng bộ tỉnh Thừa Thiên Huế',
      issuer: 'Thị ủy Hương Trà',
      issuerCode: 'ThU',
      fileCopy: 'Lưu Văn phòng Thị ủy',
    });
    expect(head.signature).toEqual({ authority: ['T/M Ban Thường vụ'], posts: ['Phó Bí thư'], name: null });
  });

  it('puts the committee above its steering committee and lets its head sign by two posts (S2)', () => {
    const signer = {
      authority: '',
      post: 'Phó Bí thư Thị ủy kiêm Trưởng Ban Chỉ đạo',
      name: '',
    };
    const head = paperHead('steering_committee', town, { parent: province, signer });
    expect(head.parentBody).toBe('Thị ủy Hương Trà');
    expect(head.issuer).toBe('Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã');
    expect(head.signature.posts).toEqual(['Phó Bí thư Thị ủy', 'kiêm', 'Trưởng Ban Chỉ đạo']);
  });

  it('writes in state layout for Mặt trận', () => {
    const front = {
      name: 'Ủy ban Mặt trận Tổ quốc Việt Nam thị xã',
      shortName: 'MTTQ thị xã',
      kind: 'front',
    } as const;
    const head = paperHead('leadership', front, { parent: null, signer: null });
    expect(head.layout).toBe('state');
    expect(head.signature.authority).toEqual(['TM. Ban Thường trực']);
  });
});
