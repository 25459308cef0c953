import type { BaseField } from '#domain/campaigns/fields.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';

/** A practice that offices of such places do build; {place} is filled with a place of the unit. All invented. */
export interface PracticeIdea {
  readonly name: string;
  readonly field: BaseField;
  readonly nature?: 'model' | 'exemplar';
  readonly subject?: 'collective' | 'individual' | 'household';
  readonly content: string;
  readonly owner: string;
  readonly aim: { readonly text: string; readonly target: number; readonly unit: string };
  /** Only these units (by key) would do it; all of the kind where it is left out. */
  readonly only?: readonly string[];
}

const commune: readonly PracticeIdea[] = [
  {
    name: 'Vườn ổi an toàn {place}',
    field: 'economy',
    content:
      'Liên kết các hộ chuyển vườn tạp sang trồng ổi theo hướng an toàn; cùng mua phân hữu cơ, cùng bán qua một đầu mối; họp nhóm mỗi tháng một lần.',
    owner: 'Chi hội Nông dân',
    aim: { text: 'hộ tham gia liên kết', target: 25, unit: 'hộ' },
  },
  {
    name: 'Cánh đồng lúa hữu cơ {place}',
    field: 'economy',
    content: 'Vận động dồn thửa, cùng một giống, không dùng thuốc trừ cỏ; hợp tác xã bao tiêu.',
    owner: 'Hợp tác xã nông nghiệp',
    aim: { text: 'diện tích lúa hữu cơ', target: 12, unit: 'ha' },
  },
  {
    name: 'Tổ liên kết nuôi cá lồng {place}',
    field: 'economy',
    content: 'Các hộ nuôi cá lồng cùng theo dõi nguồn nước, báo tin khi có lũ, giúp nhau di dời lồng bè.',
    owner: 'Tổ hợp tác nuôi cá',
    aim: { text: 'lồng cá được bảo vệ an toàn trong mùa lũ', target: 60, unit: 'lồng' },
  },
  {
    name: 'Ba đồng vốn xoay vòng cho phụ nữ {place}',
    field: 'economy',
    content: 'Mỗi hội viên góp vốn hằng tháng, cho vay xoay vòng không lãi để mua giống, sửa chuồng trại.',
    owner: 'Chi hội Phụ nữ',
    aim: { text: 'lượt hội viên được vay', target: 30, unit: 'lượt' },
  },
  {
    name: 'Bàn giao mặt bằng trước hạn {place}',
    field: 'economy',
    content:
      'Tổ dân vận đến từng hộ, nghe ý kiến, công khai phương án đền bù, vận động bàn giao mặt bằng trước hạn.',
    owner: 'Tổ dân vận',
    aim: { text: 'hộ bàn giao mặt bằng trước hạn', target: 40, unit: 'hộ' },
  },
  {
    name: 'Hiến đất mở rộng kiệt xóm {place}',
    field: 'culture_society',
    content:
      'Vận động hộ dân hiến đất, dời hàng rào, cổng ngõ để mở rộng kiệt; công khai từng mét đất và công trình trên bảng tin.',
    owner: 'Ban Công tác Mặt trận',
    aim: { text: 'đất được hiến', target: 800, unit: 'm²' },
  },
  {
    name: 'Thắp sáng đường quê {place}',
    field: 'culture_society',
    content: 'Nhân dân góp tiền bóng đèn, nhà nào gần trụ nhà ấy giữ; tiền điện chia theo cụm hộ.',
    owner: 'Ban Công tác Mặt trận',
    aim: { text: 'đường được thắp sáng', target: 1500, unit: 'm' },
  },
  {
    name: 'Ngày chủ nhật xanh {place}',
    field: 'culture_society',
    content: 'Sáng chủ nhật hằng tuần ra quân dọn vệ sinh, trồng hoa, vớt bèo; mỗi tổ nhận một đoạn đường.',
    owner: 'Các đoàn thể tổ dân phố, thôn',
    aim: { text: 'đợt ra quân', target: 20, unit: 'đợt' },
  },
  {
    name: 'Thu gom vỏ chai thuốc bảo vệ thực vật {place}',
    field: 'culture_society',
    content:
      'Đặt bể chứa ở đầu bờ, mỗi vụ thu gom hai lần, giao đơn vị xử lý; nhắc nhau không vứt xuống mương.',
    owner: 'Chi hội Nông dân',
    aim: { text: 'bể chứa được đặt', target: 15, unit: 'bể' },
  },
  {
    name: 'Hũ gạo tình thương {place}',
    field: 'culture_society',
    content: 'Mỗi bữa nấu cơm bớt một nắm gạo, cuối tháng góp lại giúp hộ neo đơn.',
    owner: 'Chi hội Phụ nữ',
    aim: { text: 'hộ được giúp thường xuyên', target: 18, unit: 'hộ' },
  },
  {
    name: 'Việc tang văn minh {place}',
    field: 'culture_society',
    content:
      'Họp từng dòng họ, thống nhất quy ước: không để quá 48 giờ, không rải vàng mã, không mời thuốc lá.',
    owner: 'Chi bộ, Ban điều hành',
    aim: { text: 'đám tang theo quy ước', target: 90, unit: '%' },
  },
  {
    name: 'Nhà sạch, ngõ đẹp {place}',
    field: 'culture_society',
    content: 'Mỗi tuần dành 60 phút dọn nhà, ngõ; chấm điểm chéo giữa các cụm hộ hằng quý.',
    owner: 'Chi hội Phụ nữ',
    aim: { text: 'hộ đạt nhà sạch, ngõ đẹp', target: 120, unit: 'hộ' },
  },
  {
    name: 'Dòng họ khuyến học {place}',
    field: 'culture_society',
    content: 'Các dòng họ lập quỹ, tặng quà học sinh giỏi, nhận đỡ đầu con em có hoàn cảnh khó khăn.',
    owner: 'Hội Khuyến học và các dòng họ',
    aim: { text: 'học sinh được đỡ đầu', target: 20, unit: 'học sinh' },
  },
  {
    name: 'Tổ tự quản bảo vệ tài nguyên, khoáng sản {place}',
    field: 'defence_security',
    content: 'Tổ tuần tra ven sông, nhắc nhở và báo tin khai thác cát trái phép; họp dân mỗi tháng một lần.',
    owner: 'Ban Công tác Mặt trận',
    aim: { text: 'hộ ký cam kết', target: 12, unit: 'hộ' },
  },
  {
    name: 'Camera an ninh do dân góp {place}',
    field: 'defence_security',
    content: 'Nhân dân và doanh nghiệp góp tiền lắp camera ở các ngã ba; Công an quản lý, tổ tự quản bảo vệ.',
    owner: 'Tổ tự quản an ninh trật tự',
    aim: { text: 'mắt camera', target: 16, unit: 'mắt' },
  },
  {
    name: 'Không có tội phạm và tệ nạn xã hội {place}',
    field: 'defence_security',
    content: 'Ký cam kết từng hộ, hòa giải tại chỗ, giúp người lầm lỡ có việc làm.',
    owner: 'Chi bộ, tổ hòa giải',
    aim: { text: 'vụ việc hòa giải thành', target: 10, unit: 'vụ' },
  },
  {
    name: 'Chợ và lòng đường thông thoáng {place}',
    field: 'defence_security',
    content: 'Vận động hộ kinh doanh không lấn chiếm lòng, lề đường; kẻ vạch, bố trí nơi bán tạm.',
    owner: 'Mặt trận và các đoàn thể',
    aim: { text: 'hộ cam kết không lấn chiếm', target: 45, unit: 'hộ' },
  },
  {
    name: 'Đối thoại tại tổ dân phố, thôn {place}',
    field: 'political_system',
    content:
      'Mỗi quý người đứng đầu cấp ủy, chính quyền đối thoại với dân; ghi từng kiến nghị, trả lời có hạn ngày.',
    owner: 'Đảng ủy',
    aim: { text: 'cuộc đối thoại', target: 4, unit: 'cuộc' },
  },
  {
    name: 'Một cửa thân thiện {place}',
    field: 'political_system',
    content: 'Cười, chào, hướng dẫn, xin lỗi khi trễ hẹn; trả kết quả tại nhà cho người già yếu.',
    owner: 'Chi bộ cơ quan UBND',
    aim: { text: 'hồ sơ trả tại nhà', target: 60, unit: 'hồ sơ' },
  },
  {
    name: 'Tổ dân vận gần dân {place}',
    field: 'political_system',
    content: 'Mỗi thành viên phụ trách 20 hộ, mỗi tháng đến nhà một lần, ghi sổ tâm tư, kiến nghị.',
    owner: 'Tổ dân vận',
    aim: { text: 'lượt thăm hộ', target: 200, unit: 'lượt' },
  },
  {
    name: 'Người có uy tín vận động bàn giao mặt bằng {place}',
    field: 'economy',
    nature: 'exemplar',
    subject: 'individual',
    content: 'Người có uy tín đến từng nhà vận động di dời mồ mả, bàn giao mặt bằng cho công trình thủy lợi.',
    owner: 'Người có uy tín trong thôn',
    aim: { text: 'hộ đồng thuận', target: 35, unit: 'hộ' },
  },
  {
    name: 'Hộ gia đình hiến đất làm đường {place}',
    field: 'culture_society',
    nature: 'exemplar',
    subject: 'household',
    content: 'Gia đình hiến đất, tự tháo dỡ tường rào, vận động bà con cùng làm.',
    owner: 'Một hộ gia đình trong thôn',
    aim: { text: 'đất được hiến', target: 120, unit: 'm²' },
  },
  {
    name: 'Chi bộ gương mẫu, dân tin tưởng {place}',
    field: 'political_system',
    nature: 'exemplar',
    content: 'Đảng viên nhận việc khó, công khai việc đã hứa với dân; sinh hoạt chuyên đề mỗi quý.',
    owner: 'Chi bộ thôn, tổ dân phố',
    aim: { text: 'đảng viên nhận việc cụ thể', target: 25, unit: 'đảng viên' },
  },
];

const agency: readonly PracticeIdea[] = [
  {
    name: 'Công sở xanh, sạch, thân thiện',
    field: 'culture_society',
    content:
      'Chiều thứ sáu dọn vệ sinh cơ quan, phân loại rác, tiếp dân đúng giờ, không để dân đi lại nhiều lần.',
    owner: 'Công đoàn cơ quan',
    aim: { text: 'buổi ra quân', target: 30, unit: 'buổi' },
  },
  {
    name: 'Giờ thứ chín vì nhân dân',
    field: 'political_system',
    content: 'Mỗi ngày cán bộ ở lại thêm một giờ để giải quyết hồ sơ gấp của dân.',
    owner: 'Chi bộ',
    aim: { text: 'hồ sơ giải quyết trước hạn', target: 150, unit: 'hồ sơ' },
  },
  {
    name: 'Đồng hành cùng hộ khó khăn',
    field: 'culture_society',
    content: 'Cơ quan nhận đỡ đầu hộ nghèo, trẻ mồ côi; góp tiền hằng tháng và giúp việc làm.',
    owner: 'Chi bộ',
    aim: { text: 'hộ được đỡ đầu', target: 5, unit: 'hộ' },
  },
  {
    name: 'Trả lời dân đúng hẹn',
    field: 'political_system',
    content:
      'Ghi sổ từng phản ánh của dân, giao người trả lời, công khai ngày trả lời trên bảng tin cơ quan.',
    owner: 'Chi bộ',
    aim: { text: 'phản ánh được trả lời đúng hẹn', target: 40, unit: 'phản ánh' },
  },
  {
    name: 'Chi đoàn hướng dẫn dân làm thủ tục trên mạng',
    field: 'political_system',
    content: 'Đoàn viên trực tại nơi tiếp dân và về các thôn, giúp người lớn tuổi nộp hồ sơ trên mạng.',
    owner: 'Chi đoàn cơ quan',
    aim: { text: 'lượt người được giúp', target: 250, unit: 'lượt' },
  },
];
const school: readonly PracticeIdea[] = [
  {
    name: 'Cổng trường an toàn giao thông',
    field: 'defence_security',
    content: 'Đội cờ đỏ, phụ huynh và công an cùng giữ trật tự cổng trường giờ tan học.',
    owner: 'Đoàn trường',
    aim: { text: 'ngày không ùn tắc cổng trường', target: 150, unit: 'ngày' },
  },
  {
    name: 'Thầy cô đồng hành, không để học sinh bỏ học',
    field: 'culture_society',
    content: 'Mỗi thầy cô nhận giúp một học sinh có nguy cơ bỏ học, đến nhà vận động, vận động học bổng.',
    owner: 'Chi bộ, Công đoàn trường',
    aim: { text: 'học sinh trở lại lớp', target: 12, unit: 'học sinh' },
  },
  {
    name: 'Phòng đọc mở cửa cho dân quanh trường',
    field: 'culture_society',
    content: 'Mở thư viện chiều thứ bảy, học sinh thay nhau trực; phụ huynh góp sách, đọc cùng con.',
    owner: 'Công đoàn trường',
    aim: { text: 'lượt người đến đọc', target: 400, unit: 'lượt' },
  },
];
const enterprise: readonly PracticeIdea[] = [
  {
    name: 'Giao dịch tận nơi cho người già yếu',
    field: 'political_system',
    content: 'Mỗi tháng hai lần cán bộ đến điểm giao dịch xã, phường phục vụ người già yếu, khuyết tật.',
    owner: 'Chi bộ',
    aim: { text: 'lượt người được phục vụ', target: 300, unit: 'lượt' },
  },
  {
    name: 'Doanh nghiệp góp sức xây dựng nông thôn mới',
    field: 'economy',
    content: 'Góp vật liệu, ca máy làm đường thôn; ưu tiên nhận lao động địa phương.',
    owner: 'Công đoàn doanh nghiệp',
    aim: { text: 'đường được làm', target: 900, unit: 'm' },
  },
  {
    name: 'Việc làm cho lao động địa phương',
    field: 'economy',
    content: 'Cùng Đảng ủy xã, phường lập danh sách lao động cần việc, dạy nghề tại chỗ rồi nhận vào làm.',
    owner: 'Chi bộ',
    aim: { text: 'lao động được nhận', target: 20, unit: 'người' },
  },
];
const armedForce: readonly PracticeIdea[] = [
  {
    name: 'Nồi cháo yêu thương',
    field: 'culture_society',
    only: ['congan'],
    content: 'Mỗi tháng hai đợt nấu cháo phát cho bệnh nhân khó khăn tại Trung tâm Y tế và bệnh viện.',
    owner: 'Đoàn thanh niên',
    aim: { text: 'đợt phát cháo', target: 24, unit: 'đợt' },
  },
  {
    name: 'Tiếng loa an ninh',
    field: 'defence_security',
    only: ['congan'],
    content: 'Loa lưu động nhắc phòng chống lừa đảo, cháy nổ; thu số điện thoại tin báo của dân.',
    owner: 'Chi đoàn',
    aim: { text: 'buổi tuyên truyền', target: 48, unit: 'buổi' },
  },
  {
    name: 'Bộ đội giúp dân mùa lũ',
    field: 'defence_security',
    only: ['quansu'],
    content: 'Lực lượng thường trực giúp dân kê cao đồ đạc, gặt chạy lũ, dọn bùn sau lũ.',
    owner: 'Ban Chỉ huy Quân sự',
    aim: { text: 'ngày công giúp dân', target: 400, unit: 'ngày công' },
  },
  {
    name: 'Làm căn cước tận nhà cho người già yếu',
    field: 'political_system',
    only: ['congan'],
    content: 'Tổ lưu động đến nhà người già yếu, khuyết tật làm căn cước, định danh điện tử.',
    owner: 'Chi đoàn',
    aim: { text: 'người được làm tại nhà', target: 180, unit: 'người' },
  },
  {
    name: 'Khu dân cư không lừa đảo qua mạng',
    field: 'defence_security',
    only: ['congan'],
    content:
      'Công an cùng tổ tự quản đến từng nhà chỉ cách nhận ra cuộc gọi, đường dẫn lừa đảo; lập nhóm báo tin.',
    owner: 'Chi bộ',
    aim: { text: 'hộ được hướng dẫn tận nhà', target: 600, unit: 'hộ' },
  },
  {
    name: 'Hũ gạo vì người nghèo của chiến sĩ',
    field: 'culture_society',
    only: ['quansu'],
    content:
      'Mỗi bữa bớt một nắm gạo, hằng tháng tặng hộ neo đơn, gia đình chính sách trên địa bàn đóng quân.',
    owner: 'Hội Phụ nữ, Chi đoàn cơ quan Quân sự',
    aim: { text: 'hộ được giúp', target: 10, unit: 'hộ' },
  },
];

/** Ideas that suit a unit, in the order in which the story uses them. */
export function ideasFor(unit: { key: string; kind: UnitKind }): readonly PracticeIdea[] {
  return ideasOf(unit.kind).filter((idea) => idea.only === undefined || idea.only.includes(unit.key));
}

function ideasOf(kind: UnitKind): readonly PracticeIdea[] {
  switch (kind) {
    case 'commune_committee':
      return commune;
    case 'school_party_organisation':
      return school;
    case 'enterprise_party_organisation':
      return enterprise;
    case 'armed_force_party_organisation':
      return armedForce;
    default:
      return agency;
  }
}
