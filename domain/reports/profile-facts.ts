/** What is known of a place in a year (S3, part I), in the order in which papers tell it. */
export const profileFacts = {
  area_ha: { label: 'Diện tích tự nhiên', unit: 'ha' },
  farmland_ha: { label: 'Đất sản xuất nông nghiệp', unit: 'ha' },
  households: { label: 'Số hộ', unit: 'hộ' },
  people: { label: 'Nhân khẩu', unit: 'người' },
  villages: { label: 'Thôn, tổ dân phố', unit: 'thôn, tổ' },
  party_cells: { label: 'Chi bộ trực thuộc', unit: 'chi bộ' },
  party_members: { label: 'Đảng viên', unit: 'đảng viên' },
  poor_share: { label: 'Tỷ lệ hộ nghèo', unit: '%' },
  near_poor_share: { label: 'Tỷ lệ hộ cận nghèo', unit: '%' },
  cultural_share: { label: 'Tỷ lệ gia đình văn hóa', unit: '%' },
  religious_households: { label: 'Hộ có đạo', unit: 'hộ' },
  religious_people: { label: 'Người có đạo', unit: 'người' },
} as const;
export type ProfileFact = keyof typeof profileFacts;
export const profileFactNames = Object.keys(profileFacts) as ProfileFact[];
