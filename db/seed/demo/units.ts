import type { UnitKind } from '#domain/organisations/unit-kinds.ts';

export interface DemoUnit {
  /** Short key: user name of its office's account, and the key by which the story speaks of it. */
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly code: string;
  /** Places inside it that registrations name. */
  readonly places: readonly string[];
}

export const province: DemoUnit = {
  key: 'tinh',
  name: 'Tỉnh ủy Thừa Thiên Huế',
  shortName: 'Tỉnh ủy',
  kind: 'province_committee',
  code: 'TTH',
  places: [],
};
export const town: DemoUnit = {
  key: 'thixa',
  name: 'Thị ủy Hương Trà',
  shortName: 'Thị ủy Hương Trà',
  kind: 'district_committee',
  code: 'TTH.HT',
  places: [],
};

const numbered: string[] = [];

/** "TTH.HT.01": the bodies are numbered in the order below. */
function codeOf(key: string): string {
  numbered.push(key);
  return `${town.code}.${String(numbered.length).padStart(2, '0')}`;
}

const commune = (key: string, name: string, places: readonly string[]): DemoUnit => ({
  key,
  name: `Đảng bộ ${name}`,
  shortName: name.replace(/^(phường|xã) /, (kind) => kind.charAt(0).toUpperCase() + kind.slice(1)),
  kind: 'commune_committee',
  code: codeOf(key),
  places,
});

/**
 * The fifteen wards and communes of S0. Bình Tiến was Bình Điền until 2020, the name that S0 still uses;
 * Bình Thành completes the list, which S0 does not name in full.
 */
export const communes: readonly DemoUnit[] = [
  commune('tuha', 'phường Tứ Hạ', [
    'tổ dân phố 1',
    'tổ dân phố 4',
    'tổ dân phố 7',
    'đường Cách mạng Tháng Tám',
  ]),
  commune('huongvan', 'phường Hương Văn', [
    'tổ dân phố Giáp Nhất',
    'tổ dân phố Giáp Ba',
    'tổ dân phố Bàu Đưng',
  ]),
  commune('huongvaan', 'phường Hương Vân', ['tổ dân phố Lai Bằng', 'tổ dân phố Long Khê', 'bờ bắc sông Bồ']),
  commune('huongxuan', 'phường Hương Xuân', [
    'vùng Cụm Trộ',
    'tổ dân phố Thanh Tiên',
    'tổ dân phố Liễu Nam',
    'bờ nam sông Bồ',
  ]),
  commune('huongchu', 'phường Hương Chữ', ['tổ dân phố Quê Chữ', 'tổ dân phố La Chữ', 'tổ dân phố An Đô']),
  commune('huongan', 'phường Hương An', ['tổ dân phố Cổ Bưu', 'tổ dân phố Bồn Trì', 'tổ dân phố Thanh Chữ']),
  commune('huongho', 'phường Hương Hồ', ['tổ dân phố Long Hồ Hạ', 'tổ dân phố Chầm', 'đường Văn Thánh']),
  commune('huongtoan', 'xã Hương Toàn', ['thôn Liễu Cốc Hạ', 'thôn Giáp Tây', 'thôn An Thuận']),
  commune('huongvinh', 'xã Hương Vinh', ['thôn Địa Linh', 'thôn Thế Lại Thượng', 'thôn La Khê']),
  commune('huongphong', 'xã Hương Phong', ['thôn Thanh Phước', 'thôn Vân Quật Thượng', 'thôn Thuận Hòa']),
  commune('haiduong', 'xã Hải Dương', ['thôn Thái Dương Hạ', 'thôn Vĩnh Trị', 'bãi biển Hải Dương']),
  commune('huongtho', 'xã Hương Thọ', ['thôn Đình Môn', 'thôn Hải Cát', 'thôn Liên Bằng']),
  commune('huongbinh', 'xã Hương Bình', ['thôn Bình Dương', 'thôn Hương Lộc', 'thôn Hương Sơn']),
  commune('binhthanh', 'xã Bình Thành', ['thôn Hòa Thành', 'thôn Bồ Hòn', 'thôn Phú Tuyên']),
  commune('binhtien', 'xã Bình Tiến', ['thôn Điền Lộc', 'thôn Bình Lợi', 'đồi Bình Điền']),
];

const body = (key: string, name: string, kind: UnitKind): DemoUnit => ({
  key,
  name,
  shortName: name,
  kind,
  code: codeOf(key),
  places: [],
});

/** The other twenty-four grassroots party organisations that make S0's thirty-nine. */
export const otherBodies: readonly DemoUnit[] = [
  body('matran', 'Đảng bộ cơ quan Mặt trận - đoàn thể thị xã', 'agency_party_organisation'),
  body('thiuy', 'Chi bộ cơ quan Thị ủy', 'agency_party_organisation'),
  body('uybannd', 'Đảng bộ cơ quan chính quyền thị xã', 'agency_party_organisation'),
  body('toaan', 'Chi bộ Tòa án nhân dân thị xã', 'agency_party_organisation'),
  body('vienkiemsat', 'Chi bộ Viện kiểm sát nhân dân thị xã', 'agency_party_organisation'),
  body('thihanhan', 'Chi bộ Chi cục Thi hành án dân sự thị xã', 'agency_party_organisation'),
  body('thue', 'Chi bộ Chi cục Thuế khu vực', 'agency_party_organisation'),
  body('khobac', 'Chi bộ Kho bạc Nhà nước thị xã', 'agency_party_organisation'),
  body('baohiem', 'Chi bộ Bảo hiểm xã hội thị xã', 'agency_party_organisation'),
  body('vanhoa', 'Chi bộ Trung tâm Văn hóa - Thông tin và Thể thao thị xã', 'agency_party_organisation'),
  body('chinhtri', 'Chi bộ Trung tâm Chính trị thị xã', 'agency_party_organisation'),
  body('yte', 'Đảng bộ Trung tâm Y tế thị xã', 'agency_party_organisation'),
  body('benhvien2', 'Chi bộ Bệnh viện Trung ương Huế cơ sở 2', 'agency_party_organisation'),
  body('congan', 'Đảng bộ Công an thị xã', 'armed_force_party_organisation'),
  body('quansu', 'Đảng bộ Quân sự thị xã', 'armed_force_party_organisation'),
  body('thptdanghuytru', 'Chi bộ Trường THPT Đặng Huy Trứ', 'school_party_organisation'),
  body('thpthuongvinh', 'Chi bộ Trường THPT Hương Vinh', 'school_party_organisation'),
  body('thptbinhdien', 'Chi bộ Trường THPT Bình Điền', 'school_party_organisation'),
  body('gdtx', 'Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên', 'school_party_organisation'),
  body(
    'nganhangnn',
    'Chi bộ Ngân hàng Nông nghiệp và Phát triển nông thôn thị xã',
    'enterprise_party_organisation',
  ),
  body('nganhangcs', 'Chi bộ Phòng giao dịch Ngân hàng Chính sách xã hội', 'enterprise_party_organisation'),
  body('dienluc', 'Chi bộ Điện lực Hương Trà', 'enterprise_party_organisation'),
  body('ximang', 'Đảng bộ Công ty xi măng trên địa bàn', 'enterprise_party_organisation'),
  body('lamnghiep', 'Chi bộ Ban Quản lý rừng phòng hộ', 'enterprise_party_organisation'),
];

export const grassroots: readonly DemoUnit[] = [...communes, ...otherBodies];

/** "Cán bộ phường Hương Xuân": offices, never named persons. */
export function officeOf(unit: DemoUnit): string {
  return unit.kind === 'commune_committee'
    ? `Cán bộ ${unit.name.replace(/^Đảng bộ /, '')}`
    : `Cán bộ ${unit.name}`;
}

/** Villages with an entry of their own: registrations of these two wards name them as the place. */
export const villages: readonly { key: string; name: string; parent: string }[] = [
  { key: 'thanhphuoc', name: 'Thôn Thanh Phước', parent: 'huongphong' },
  { key: 'vanquatthuong', name: 'Thôn Vân Quật Thượng', parent: 'huongphong' },
  { key: 'thuanhoa', name: 'Thôn Thuận Hòa', parent: 'huongphong' },
  { key: 'thanhtien', name: 'Tổ dân phố Thanh Tiên', parent: 'huongxuan' },
  { key: 'lieunam', name: 'Tổ dân phố Liễu Nam', parent: 'huongxuan' },
];
