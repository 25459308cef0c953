import type { BaseField } from '#domain/campaigns/fields.ts';

/** What S0, the town's closing report of 2 October 2020, says of the stage 2017–2020 in figures, as it says them. */
export interface PaperFigure {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly definition: string;
  readonly value: number;
  readonly unit: string;
  readonly approx?: 'exact' | 'over' | 'nearly' | 'about';
  readonly baseField?: BaseField;
  readonly partOf?: string;
  readonly outOf?: string;
  readonly asWritten: string;
}

const registeredBy =
  'Số mô hình các TCCS đảng đăng ký trong 3 năm, theo báo cáo; một mô hình có thể được đăng ký nhiều năm.';

export const stageFigures: readonly PaperFigure[] = [
  {
    key: 'units_expected',
    kind: 'units_expected',
    label: 'Tổ chức cơ sở đảng của thị xã',
    definition: 'Toàn bộ TCCS đảng trực thuộc tại thời điểm báo cáo.',
    value: 39,
    unit: 'tổ chức cơ sở đảng',
    asWritten: '24/39 tổ chức cơ sở đảng',
  },
  {
    key: 'units_registered',
    kind: 'units_registered',
    label: 'Tổ chức cơ sở đảng có đăng ký',
    definition: 'TCCS đảng đăng ký ít nhất một mô hình trong giai đoạn.',
    value: 24,
    unit: 'tổ chức cơ sở đảng',
    outOf: 'units_expected',
    asWritten: '24/39 tổ chức cơ sở đảng',
  },
  {
    key: 'registered',
    kind: 'registered',
    label: 'Mô hình đăng ký',
    definition: registeredBy,
    value: 386,
    unit: 'mô hình',
    asWritten: '386 mô hình trên các lĩnh vực',
  },
  {
    key: 'economy',
    kind: 'registered',
    label: 'Lĩnh vực kinh tế',
    definition: registeredBy,
    value: 53,
    unit: 'mô hình',
    baseField: 'economy',
    partOf: 'registered',
    asWritten: 'kinh tế: 53 mô hình',
  },
  {
    key: 'culture_society',
    kind: 'registered',
    label: 'Lĩnh vực văn hóa - xã hội',
    definition: registeredBy,
    value: 242,
    unit: 'mô hình',
    baseField: 'culture_society',
    partOf: 'registered',
    asWritten: 'văn hóa - xã hội: 242 mô hình',
  },
  {
    key: 'defence_security',
    kind: 'registered',
    label: 'Lĩnh vực quốc phòng - an ninh',
    definition: registeredBy,
    value: 77,
    unit: 'mô hình',
    baseField: 'defence_security',
    partOf: 'registered',
    asWritten: 'quốc phòng - an ninh: 77 mô hình',
  },
  {
    key: 'political_system',
    kind: 'registered',
    label: 'Lĩnh vực xây dựng hệ thống chính trị',
    definition: registeredBy,
    value: 14,
    unit: 'mô hình',
    baseField: 'political_system',
    partOf: 'registered',
    asWritten: 'xây dựng hệ thống chính trị: 14 mô hình',
  },
  {
    key: 'classes',
    kind: 'training_classes',
    label: 'Lớp bồi dưỡng nghiệp vụ dân vận',
    definition: 'Lớp mở trong năm 2017 cho cán bộ dân vận cơ sở.',
    value: 2,
    unit: 'lớp',
    asWritten: '02 lớp bồi dưỡng nghiệp vụ',
  },
  {
    key: 'trainees',
    kind: 'trainees',
    label: 'Cán bộ được bồi dưỡng',
    definition: 'Tổ trưởng, tổ phó tổ dân vận các xã, phường.',
    value: 185,
    unit: 'cán bộ',
    asWritten: '185 cán bộ là tổ trưởng, tổ phó tổ dân vận',
  },
  {
    key: 'green_sundays',
    kind: 'sessions',
    label: 'Đợt ra quân “Ngày chủ nhật xanh”',
    definition: 'Số đợt ra quân toàn thị xã trong giai đoạn.',
    value: 190,
    unit: 'đợt',
    asWritten: '190 đợt ra quân',
  },
  {
    key: 'green_people',
    kind: 'participants',
    label: 'Lượt người tham gia “Ngày chủ nhật xanh”',
    definition: 'Lượt người, một người tham gia nhiều đợt tính nhiều lượt.',
    value: 13_000,
    unit: 'lượt người',
    approx: 'over',
    asWritten: 'hơn 13.000 lượt người',
  },
  {
    key: 'roads',
    kind: 'other',
    label: 'Tuyến đường Sáng - Xanh - Sạch - Đẹp',
    definition: 'Tuyến đường do Mặt trận, đoàn thể vận động tại 15/15 xã, phường.',
    value: 104,
    unit: 'tuyến đường',
    asWritten: '104 tuyến đường 15/15 xã, phường',
  },
  {
    key: 'houses',
    kind: 'houses',
    label: 'Nhà đại đoàn kết',
    definition: 'Nhà xây từ Quỹ vì người nghèo, Ủy ban MTTQ thị xã.',
    value: 52,
    unit: 'nhà',
    asWritten: '52 nhà với tổng kinh phí 915 triệu đồng',
  },
  {
    key: 'houses_money',
    kind: 'money',
    label: 'Kinh phí Nhà đại đoàn kết',
    definition: 'Tổng kinh phí hỗ trợ xây dựng 52 nhà.',
    value: 915,
    unit: 'triệu đồng',
    asWritten: 'tổng kinh phí 915 triệu đồng',
  },
];

export interface PaperPractice {
  readonly name: string;
  readonly field: BaseField | null;
  /** Keys of units (units.ts); several places make one entry each, as the paper gives several. Empty: the whole town. */
  readonly at: readonly string[];
  readonly owner?: string;
  readonly place?: string;
}

/** The practices that S0 names, in its fields and places; scan errors of the paper are put right. */
export const stagePractices: readonly PaperPractice[] = [
  {
    name: 'Chuyển đổi cơ cấu cây trồng, vật nuôi, sản xuất, kinh doanh, buôn bán, tổ liên kết sản xuất, các mô hình câu lạc bộ',
    field: 'economy',
    at: ['huongvaan', 'huongphong'],
  },
  { name: 'Phát triển kinh tế vườn', field: 'economy', at: ['huongxuan'] },
  { name: 'Nuôi cá lồng trên sông Bồ', field: 'economy', at: ['huongxuan'] },
  {
    name: 'Ứng dụng khoa học công nghệ và phát triển sản phẩm nông nghiệp hữu cơ tại vùng Cụm Trộ',
    field: 'economy',
    at: ['huongxuan'],
    place: 'vùng Cụm Trộ',
  },
  { name: 'Nuôi gà, vịt bằng đệm lót sinh học', field: 'economy', at: ['huongphong'] },
  { name: 'Trồng nấm', field: 'economy', at: ['huongphong'] },
  { name: 'Chăn nuôi tập trung phát triển theo hướng gia trại, trang trại', field: 'economy', at: [] },
  {
    name: 'Vận động nhân dân bàn giao mặt bằng để thực hiện các công trình, dự án trên địa bàn thị xã',
    field: 'economy',
    at: ['huongtho', 'huongho'],
  },
  {
    name: 'Chuyển đổi từ đất trồng lúa, đất vườn kém hiệu quả sang trồng ổi',
    field: 'economy',
    at: ['huongxuan'],
  },
  {
    name: 'Vận động nhân dân hiến đất, tài sản trên đất, mở rộng kiệt xóm theo tiêu chuẩn phường văn minh đô thị',
    field: 'culture_society',
    at: ['huongvan', 'huongan', 'huongho'],
  },
  {
    name: 'Vận động nhân dân đóng góp xây dựng Nhà cộng đồng và bắt điện chiếu sáng các đường kiệt, xóm',
    field: 'culture_society',
    at: ['huongtho', 'huongchu'],
  },
  {
    name: 'Thu gom và xử lý vật dụng, chất thải hóa học trên đồng ruộng',
    field: 'culture_society',
    at: ['huongphong'],
    place: 'thôn Thanh Phước, thôn Vân Quật Thượng',
  },
  {
    name: 'Thu gom vỏ chai thuốc bảo vệ thực vật',
    field: 'culture_society',
    at: ['huongphong'],
    place: 'thôn Thanh Phước, thôn Vân Quật Thượng',
  },
  { name: 'Xây dựng cơ quan công sở Xanh - Sạch - Thân thiện - Văn minh', field: 'culture_society', at: [] },
  {
    name: 'Vận động nhân dân xây dựng tuyến đường Sáng - Xanh - Sạch - Đẹp - trật tự trị an',
    field: 'culture_society',
    at: [],
    owner: 'Mặt trận và các đoàn thể',
  },
  { name: '60 phút sạch nhà, đẹp ngõ', field: 'culture_society', at: [], owner: 'Mặt trận và các đoàn thể' },
  {
    name: 'Trồng hoa trên tuyến đường vào Nghĩa trang liệt sĩ của xã và thắp điện chiếu sáng đường làng, ngõ xóm',
    field: 'culture_society',
    at: ['huongbinh'],
  },
  {
    name: 'Sử dụng thùng để đốt vàng mã',
    field: 'culture_society',
    at: [],
    owner: 'Hội Liên hiệp Phụ nữ thị xã',
  },
  { name: 'Hai dao hai thớt', field: 'culture_society', at: [], owner: 'Hội Liên hiệp Phụ nữ thị xã' },
  {
    name: 'Tổ liên kết sản xuất trầm hương',
    field: 'culture_society',
    at: [],
    owner: 'Hội Liên hiệp Phụ nữ thị xã',
  },
  { name: '5 không, 3 sạch', field: 'culture_society', at: [], owner: 'Hội Liên hiệp Phụ nữ thị xã' },
  {
    name: 'Nồi cháo yêu thương',
    field: 'culture_society',
    at: ['congan'],
    owner: 'Đoàn thanh niên cơ quan Công an thị xã',
  },
  { name: 'Bữa cơm có thịt', field: 'culture_society', at: [], owner: 'Đoàn Thanh niên thị xã' },
  {
    name: 'Hũ gạo tình thương',
    field: 'culture_society',
    at: ['huongphong'],
    owner: 'Hội viên Hội Liên hiệp Phụ nữ xã Hương Phong',
  },
  {
    name: 'Vận động giáo viên không ngừng đổi mới phương pháp, nâng cao chất lượng giảng dạy',
    field: 'culture_society',
    at: ['huongho'],
    owner: 'Trường THCS Huỳnh Đình Túc',
  },
  {
    name: 'Dòng họ khuyến học và tự quản về an ninh trật tự',
    field: 'culture_society',
    at: ['huongvaan', 'huongxuan'],
    owner: 'Các dòng họ ở Hương Vân, Hương Xuân',
  },
  { name: 'Phong trào khuyến học, khuyến tài', field: 'culture_society', at: [] },
  { name: 'Không có học sinh bỏ học giữa chừng', field: 'culture_society', at: ['haiduong'] },
  {
    name: 'Ra quân lập lại trật tự cộng đồng, xử lý vi phạm lấn chiếm lòng, lề đường',
    field: 'defence_security',
    at: ['huongho'],
  },
  {
    name: 'Tổ tự quản bảo vệ tài nguyên, khoáng sản trên sông Bồ',
    field: 'defence_security',
    at: ['huongxuan', 'huongvaan', 'huongvinh', 'huongho'],
  },
  { name: 'Thôn không có tội phạm và tệ nạn xã hội', field: 'defence_security', at: ['huongvinh'] },
  { name: 'Tuyến đường Camera an ninh', field: 'defence_security', at: ['huongtho', 'binhtien'] },
  {
    name: 'Liên đội tự quản về trật tự an toàn giao thông và nói không với ma túy',
    field: 'defence_security',
    at: ['tuha', 'huongxuan'],
    owner: 'Các trường THCS ở Tứ Hạ và Hương Xuân',
  },
  { name: 'Tổ dân vận khéo tiêu biểu', field: 'political_system', at: ['huongvinh'] },
  {
    name: 'Vận động cán bộ, hội viên, đoàn viên, nhân dân tham gia xây dựng hệ thống chính trị vững mạnh',
    field: 'political_system',
    at: ['matran'],
    owner: 'Đảng ủy cơ quan Mặt trận - đoàn thể thị xã',
  },
  {
    name: 'Sản phẩm nông nghiệp theo hướng VietGAP',
    field: null,
    at: ['huongan', 'huongchu', 'huongtoan', 'huongbinh'],
  },
  {
    name: 'Vận động quần chúng nhân dân tự nguyện hiến đất và tài sản trên đất để mở rộng đường ngõ phố, xây dựng hệ thống điện chiếu sáng công cộng, xây dựng các công trình, dự án',
    field: null,
    at: ['huongho'],
  },
  { name: 'Vận động nhân dân tham gia phát triển đô thị', field: null, at: ['huongan', 'huongvan'] },
  { name: 'Mô hình đảm bảo an ninh trật tự', field: null, at: ['huongvinh'] },
  { name: 'Mô hình chung tay xây dựng nông thôn mới', field: null, at: ['huongtoan', 'huongbinh'] },
  {
    name: 'Vận động nhân dân trong công tác giải phóng mặt bằng các dự án, công trình',
    field: null,
    at: ['huongtho'],
  },
];
