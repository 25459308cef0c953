import type { ReferenceSources } from './build-administrative-units.ts';
import type { Correction, ExpectedCounts } from './corrections.ts';
import type { MappingRow } from './sources.ts';

/**
 * A country small enough to be read at a glance, for tests: provinces An and Bình become Bình, Châu stays; communes
 * are merged, kept, renamed and divided; one island district has no communes. All names are made up.
 */
export const smallCountry: ReferenceSources = {
  old: [
    {
      id: '01',
      name: 'Tỉnh An',
      children: [
        {
          id: '001',
          name: 'Huyện Đông',
          children: [
            { id: '00001', name: 'Xã Một' },
            { id: '00002', name: 'Xã Hai' },
            { id: '00003', name: 'Thị Trấn Ba' },
            { id: '00099', name: 'Xã Đã Thôi' },
          ],
        },
        {
          id: '002',
          name: 'Huyện Tây',
          children: [
            { id: '00004', name: 'Xã Bốn' },
            { id: '00005', name: 'Xã Năm Chia' },
          ],
        },
      ],
    },
    {
      id: '02',
      name: 'Tỉnh Bình',
      children: [
        {
          id: '003',
          name: 'Thành phố Bình',
          children: [
            { id: '00006', name: 'Phường  Hoà' },
            { id: '00007', name: 'Phường 7' },
          ],
        },
        { id: '004', name: 'Huyện Đảo' },
      ].map((district) => ({ children: [], ...district })),
    },
    {
      id: '03',
      name: 'Thành phố Châu',
      children: [{ id: '005', name: 'Quận Nhất', children: [{ id: '00008', name: 'Phường Tám' }] }],
    },
  ],
  current: {
    provinces: [
      { province_code: '02', name: 'Bình', place_type: 'Tỉnh' },
      { province_code: '03', name: 'Thành phố Châu', place_type: 'Thành phố Trung Ương' },
    ],
    communes: [
      { ward_code: '00001', name: 'Xã Đông An', province_code: '02' },
      { ward_code: '00004', name: 'Xã Bốn', province_code: '02' },
      { ward_code: '00006', name: 'Phường Hòa Bình', province_code: '02' },
      { ward_code: '00090', name: 'Đặc khu Đảo', province_code: '02' },
      { ward_code: '00008', name: 'Phường Tám', province_code: '03' },
    ],
    mappings: [
      row(1, '00001', 'Xã Một, Huyện Đông, Tỉnh An', '00001 Xã Đông An, Bình'),
      row(2, '00002', 'Xã Hai, Huyện Đông, Tỉnh An', '00001 Xã Đông An, Bình'),
      row(3, '00003', 'Thị trấn Ba, Huyện Đông, Tỉnh An', '00001 Xã Đông An, Bình'),
      row(4, '00005', 'Xã Năm Chia, Huyện Tây, Tỉnh An', '00001 Xã Đông An, Bình'),
      row(5, '00006', 'Phường Hòa, Thành phố Bình, Tỉnh Bình', '00006 Phường Hòa Bình, Bình'),
      row(6, '00007', 'Phường 7, Thành phố Bình, Tỉnh Bình', '00006 Phường Hòa Bình, Bình'),
      row(7, '00008', 'Phường Tám, Quận Nhất, Thành phố Châu', '00008 Phường Tám, Thành phố Châu'),
      row(8, null, null, '00090 Đặc khu Đảo, Bình'),
      // Known only without a code: gone before, said twice, and a hint at a division with a wrong code.
      row(9, null, 'Xã Xưa, Huyện Đông, Tỉnh An', '00001 Xã Đông An, Bình'),
      row(10, null, 'Xã Một, Huyện Đông, Tỉnh An', '00001 Xã Đông An, Bình'),
      row(11, null, 'Xã Năm Chia, Huyện Tây, Tỉnh An', '777 Xã Bốn, Bình'),
      row(12, null, 'Xã Hai, Huyện Đông, Tỉnh An', '888 Xã Không Có, Bình'),
    ],
  },
};

export const smallCounts: ExpectedCounts = {
  before: { province: 3, district: 5, commune: 8 },
  after: { province: 2, commune: 5 },
};

/** Says that Năm Chia was divided, and that Bình became a city later. */
export const smallCorrections: readonly Correction[] = [
  { kind: 'successors', from: '00005', to: ['00001', '00004'], why: 'Nghị quyết ghi chia làm hai phần.' },
  {
    kind: 'renamed',
    code: '02',
    name: 'Thành phố Bình',
    from: '2026-04-30',
    why: 'Thành lập thành phố Bình.',
  },
];

function row(id: number, code: string | null, from: string | null, to: string): MappingRow {
  const [commune = null, district = null, province = null] = from?.split(', ') ?? [];
  const [, newCode = '', newName = '', newProvince = ''] = /^(\d+) (.+), (.+)$/u.exec(to) ?? [];
  return {
    id: String(id),
    old_ward_code: code,
    old_ward_name: commune,
    old_district_name: district,
    old_province_name: province,
    new_ward_code: newCode,
    new_ward_name: newName,
    new_province_name: newProvince,
  };
}
