/** Kinds of unit, before and after 1 July 2025 (domain.md §3). Quotas and report forms are bound to kinds, never to names. */
export const unitKinds = [
  'nation',
  'province',
  'district',
  'commune',
  'province_committee',
  'district_committee',
  'commune_committee',
  'agency_party_organisation',
  'enterprise_party_organisation',
  'school_party_organisation',
  'armed_force_party_organisation',
  'village',
  'front',
  'mass_organisation',
  'government_body',
] as const;

export type UnitKind = (typeof unitKinds)[number];

export const unitKindWords: Record<UnitKind, string> = {
  nation: 'Cả nước',
  province: 'Tỉnh, thành phố trực thuộc Trung ương',
  district: 'Huyện, quận, thị xã, thành phố thuộc tỉnh',
  commune: 'Xã, phường, thị trấn, đặc khu',
  province_committee: 'Tỉnh ủy, Thành ủy trực thuộc Trung ương',
  district_committee: 'Huyện ủy, Thị ủy, Thành ủy',
  commune_committee: 'Đảng bộ xã, phường, thị trấn',
  agency_party_organisation: 'TCCS đảng khối cơ quan',
  enterprise_party_organisation: 'TCCS đảng khối doanh nghiệp',
  school_party_organisation: 'TCCS đảng khối trường học',
  armed_force_party_organisation: 'TCCS đảng lực lượng vũ trang',
  village: 'Thôn, tổ dân phố',
  front: 'Mặt trận Tổ quốc',
  mass_organisation: 'Tổ chức chính trị - xã hội',
  government_body: 'Cơ quan chính quyền',
};

/** The grassroots party organisations (TCCS đảng): the bodies that S0 counts ("24/39 tổ chức cơ sở đảng"). */
export const grassrootsKinds: readonly UnitKind[] = [
  'commune_committee',
  'agency_party_organisation',
  'enterprise_party_organisation',
  'school_party_organisation',
  'armed_force_party_organisation',
];

/** Places, not bodies: they register nothing, and everybody may see them. */
export const administrativeKinds: readonly UnitKind[] = ['nation', 'province', 'district', 'commune'];

/** Whether two lists name the same kinds, in any order. */
export function sameKinds(one: readonly UnitKind[], other: readonly UnitKind[]): boolean {
  return one.every((kind) => other.includes(kind)) && other.every((kind) => one.includes(kind));
}
