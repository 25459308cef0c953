/** What offices count, and the kind of figure that it makes. Longer phrases win; unknown nouns are read too. */
import type { FigureKind } from '#domain/figures/reported-figure.ts';
import { lexicon, phrases } from '../lexicon.ts';

type Listed = Partial<Record<FigureKind, string>>;

const COUNTED: Listed = {
  registered:
    'mô hình|điển hình|mô hình điển hình|cách làm|mô hình dân vận khéo|điển hình dân vận khéo|mô hình mới',
  participants:
    'lượt người|lượt|lượt công dân|lượt khách|lượt bệnh nhân|lượt bà con|lượt cán bộ|lượt hội viên|lượt đoàn viên|lượt đoàn viên thanh niên|lượt người tham gia|lượt người dân|lượt đảng viên|lượt đại biểu|lượt ý kiến|người tham gia|người tham dự|người dự|người tham gia học tập|lượt cán bộ đảng viên|lượt học sinh|lượt nhân dân|lượt hộ|lượt thanh niên|lượt người nghe',
  sessions:
    'đợt|buổi|cuộc|hội nghị|lần|phiên|cuộc họp|buổi lễ|lượt phát thanh|cuộc đối thoại|hội nghị đối thoại|buổi tuyên truyền|buổi sinh hoạt|buổi ra quân|cuộc vận động|cuộc giám sát|cuộc kiểm tra|cuộc tuyên truyền|đợt ra quân|chương trình|chuyến|hội thi|cuộc thi|tọa đàm|hội thảo|tin bài|tin|bài|bài viết|tin bài viết|phóng sự|chuyên mục|buổi phát thanh|giờ phát thanh|hoạt động|đoàn kiểm tra|đoàn|kỳ|kỳ họp|bản tin|cuộc tiếp xúc cử tri|buổi tiếp công dân|buổi đối thoại|cuộc hòa giải',
  land: 'ha|héc ta|hecta|hec ta|m2|mét vuông|km2|sào|mẫu|công đất|thước|sào đất|m2 đất|ha đất|ha rừng|mẫu ruộng',
  length:
    'm|mét|km|ki lô mét|cây số|mét đường|km đường|m đường|mét dài|kilomet|m kênh|mét kênh mương|km kênh mương|md|m tường rào|mét tường rào|m rãnh',
  labour: 'ngày công|công lao động|công|ngày công lao động|lượt công|giờ công|ngày lao động',
  gifts:
    'suất|xuất|suất quà|xuất quà|phần quà|phần|quà|suất học bổng|học bổng|thẻ bảo hiểm y tế|thẻ bhyt|xe đạp|chiếc xe đạp|suất cơm|bộ quần áo|bộ sách|cuốn vở|quyển vở|túi quà|kg gạo|ki lô gam gạo|tấn gạo|kg|tấn|tạ|lít|đơn vị máu|sổ tiết kiệm|con bò|con giống|con bò giống|con giống|bò|suất ăn|tấm|bộ|gói|thùng mì|thùng|chăn|chăn ấm|áo ấm|khẩu trang|lọ|chai|máy tính|ti vi',
  houses:
    'nhà|căn nhà|ngôi nhà|nhà đại đoàn kết|nhà tình nghĩa|nhà tình thương|nhà ở|căn|mái ấm|căn nhà đại đoàn kết|ngôi nhà đại đoàn kết|nhà mái ấm tình thương|nhà cho hộ nghèo|căn hộ|căn nhà tình thương|nhà tạm|nhà dột nát|nhà tạm nhà dột nát|nhà nhân ái|ngôi nhà nhân ái',
  households:
    'hộ|hộ dân|hộ gia đình|gia đình|hộ nghèo|hộ cận nghèo|hộ thoát nghèo|gia đình chính sách|gia đình văn hóa|hộ giáo dân|hộ đồng bào|hộ đăng ký|hộ khá giàu|hộ khá|hộ sản xuất kinh doanh giỏi|hộ hội viên|gia đình hội viên|hộ kinh doanh|hộ nông dân|lượt hộ nghèo|hộ dân tộc thiểu số|hộ gia đình văn hóa|nóc nhà',
  people:
    'người|tổ trưởng|trưởng thôn|bí thư|bí thư chi bộ|chủ tịch|trưởng ban|báo cáo viên|cộng tác viên|cán bộ|công chức viên chức|nhân khẩu|khẩu|đồng chí|đ / c|đảng viên|hội viên|đoàn viên|đoàn viên thanh niên|thanh niên|học sinh|sinh viên|giáo viên|cá nhân|trường hợp|em|cháu|chị|phụ nữ|cụ|già làng|trưởng bản|người có uy tín|công nhân|lao động|người lao động|chiến sĩ|chiến sỹ|cán bộ chiến sĩ|cán bộ chiến sỹ|thành viên|ủy viên|đại biểu|tín đồ|giáo dân|người dân|công dân|đối tượng|quần chúng|quần chúng ưu tú|trẻ em|nạn nhân|người nghèo|hòa giải viên|tình nguyện viên|cựu chiến binh|nông dân|phật tử|bệnh nhân|cử tri|thai phụ|công chức|viên chức|thanh thiếu niên|tuyên truyền viên|người khuyết tật|nhân viên|đội viên|cựu quân nhân|quân nhân|anh|bà|ông|tập thể cá nhân|bà mẹ việt nam anh hùng|mẹ việt nam anh hùng|chức sắc|chức việc',
  training_classes:
    'lớp|lớp tập huấn|lớp bồi dưỡng|lớp học|khóa|khóa tập huấn|lớp dạy nghề|lớp đào tạo|lớp nghề|lớp chuyển giao',
  trainees: 'học viên|lượt học viên',
  rate: '%|phần trăm|điểm %|điểm phần trăm|‰',
  other: [
    'tổ chức cơ sở đảng|tổ chức đảng|tổ chức|tổ chức hội|tổ chức đoàn|tccs đảng|tccsđ|chi bộ|chi đảng bộ|đảng bộ|chi bộ đảng bộ|đảng bộ chi bộ|đơn vị|địa phương|cơ quan|xã|phường|thị trấn|huyện|quận|thành phố|tỉnh|thị xã|thôn|bản|ấp|khu phố|khối phố|tổ dân phố|khóm|buôn|xóm|làng|khu dân cư|tổ|khu|cụm dân cư|ban|ngành|sở|ban ngành|phòng|cơ sở|huyện thị xã|xã phường thị trấn|xã phường',
    'bệnh viện|trạm y tế|doanh nghiệp|chợ|cơ sở thờ tự|cột mốc|mốc quốc giới|mốc giới|công văn|công ty|công đoàn|công đoàn cơ sở|công an|kế hoạch|quyết định|nghị quyết|nghị quyết chuyên đề|chỉ thị|thông báo|hướng dẫn|báo cáo|chương trình hành động|bản cam kết|giấy chứng nhận|sổ|thẻ|vị|bác|cụ cao tuổi|ngọn nến|tập thể|lĩnh vực|tuyến đường|đoạn đường|đoạn đường hoa|tuyến đường hoa|tuyến|công trình|phần việc|công trình phần việc|dự án|câu lạc bộ|clb|tổ tự quản|tổ dân vận|khối dân vận|tổ hợp tác|hợp tác xã|htx|tổ liên kết|chi hội|chi đoàn|tổ hội|dòng họ|camera|mắt camera|bóng đèn|bóng điện|đèn|cột điện|cây|cây xanh|cây giống|cây hoa|thùng rác|cầu|cây cầu|cống|nhà văn hóa|trường|trường học|đơn thư|đơn|vụ|vụ việc|ý kiến|kiến nghị|ý kiến kiến nghị|lượt ý kiến|nội dung|tiêu chí|chỉ tiêu|nhiệm vụ|giải pháp|mục tiêu|quan điểm|văn bản|thủ tục|thủ tục hành chính|hồ sơ|tài liệu|cuốn|tờ rơi|tờ|quyển|băng rôn|khẩu hiệu|pa nô|pano|áp phích|địa chỉ|địa chỉ tin cậy|điểm|điểm sáng|nhóm|nhóm zalo|bài dự thi|tác phẩm|sản phẩm|sản phẩm ocop|sáng kiến|đề tài|danh hiệu|bằng khen|giấy khen|huân chương|kỷ niệm chương|tấn rác|m3|mét khối|khối|con|gia súc|gia cầm|lồng|chậu|giỏ|luống|ao|giếng|máy|xe|phương tiện|năm|tháng|tuần|ngày|giờ|phút|năm tuổi đảng|hố rác|lò đốt|lò đốt rác|trang trại|gia trại|vườn|vườn mẫu|ngõ|hẻm|kiệt|đội|đội bóng|ổ|bể|bể chứa|tủ sách|điểm đọc|loa|cụm loa|biển|biển báo|pha|trụ|trụ đèn|cổng|cổng chào|cổng rào|hàng rào|công tơ|bức|bức tranh|tranh|lá cờ|cờ|cột cờ|cặp|phong trào|tổ công nghệ số cộng đồng|tổ hòa giải|ngôi mộ|ngôi|cột|bộ phận|mức độ|dịch vụ công|tôn giáo|dân tộc|điều|giải|giải nhất|giải thưởng|lá|tài khoản|hệ thống|đập|trạm|tiểu phẩm|chốt|trục|tổ đội|liên gia|tổ liên gia|khẩu phần',
  ].join('|'),
};

export const countedNouns = lexicon<FigureKind>(
  Object.fromEntries(
    Object.entries(COUNTED).flatMap(([kind, list]) =>
      list.split('|').map((noun) => [noun, kind as FigureKind]),
    ),
  ),
);

/** What a web page counts of itself. */
export const countedByMachines = phrases(
  'lượt xem|lượt truy cập|bình luận|lượt thích|lượt tải|lượt đọc|ký tự',
);

/** Nouns that are counted together: "27 địa phương, cơ quan, đơn vị", "1.045 mô hình, điển hình". */
export const countedTogether = phrases(
  'xã|phường|thị trấn|huyện|thị xã|thành phố|thôn|bản|ấp|buôn|làng|xóm|khóm|khu phố|khu dân cư|tổ dân phố|địa phương|cơ quan|đơn vị|ban|ngành|sở|mô hình|điển hình|tập thể|cá nhân|cán bộ|đảng viên|đoàn viên|hội viên|hộ gia đình|công chức|viên chức|người lao động|chi bộ|đảng bộ|tổ chức|doanh nghiệp|trường học|công trình|phần việc|tin|bài|gia súc|gia cầm|nhân dân|chiến sĩ|chiến sỹ|quần chúng|hội nghị|cuộc họp|buổi|cuộc|ý kiến|kiến nghị|cây xanh|cây hoa',
);

/** Scale words multiply counts and stay in the unit of money and areas. */
export const scaleWords: Readonly<Record<string, number>> = {
  chục: 10,
  trăm: 100,
  nghìn: 1000,
  ngàn: 1000,
  vạn: 10_000,
  triệu: 1_000_000,
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
};

/** What may stand after "/": "tạ/ha", "triệu đồng/hộ/năm". */
export const perWords = new Set(
  'ha năm tháng người hộ sào vụ m2 ngày lượt suất căn nhà quý tuần tấn kg con công cây buổi đợt lần mẫu học xuất ngôi lít m3 km hội khẩu phần thành đơn'.split(
    ' ',
  ),
);

/** Counters of rules and slogans: "5 không, 3 sạch", "4 tại chỗ", "3 nhất". */
export const sloganCounters = new Set(
  'không sạch có biết nhất tốt giảm tăng tự đúng rõ xin luôn an đủ cùng dám gần trọng trách chung thật bám cần yên k t s văn mới hóa xây chống đừng nên sẵn'.split(
    ' ',
  ),
);

/** Words by which no counted noun begins. */
export const neverUnits = new Set(
  'của và là thì đến tới đã được về trong tại ở có với do từ cho để nhằm như khi mà nhưng hay hoặc các những một mỗi này đó theo trên dưới sau trước qua bằng vào ra lên xuống còn nếu vì nên gồm trở hơn so tuổi đạt giảm tăng tổng chiếm thuộc giữa cùng đối tuy sang bao đây cũng đang sẽ phải cần lại rất nhiều ít h g giờ phút kể thứ độ vỹ vĩ kinh cấp kv kva'.split(
    ' ',
  ),
);

/** A number after one of these names or orders something, it counts nothing: "thứ 6", "cơ sở 2", "quốc lộ 1". */
export const beforeOrdinals = phrases(
  'thứ|lần thứ|số|điều|khoản|mục|chương|phần|bước|quý|khóa|kỳ|bảng|biểu|phụ lục|hình|trang|câu|loại|cấp|hạng|lớp|khối|quốc lộ|ql|tỉnh lộ|đường|cơ sở|giai đoạn|vòng|tuần|mẫu|nhóm|tiêu chí|chỉ tiêu|km|kênh|ngõ|hẻm|kiệt|hội trường|nhà máy|trường|mầm non|tiểu học|thpt|thcs|vụ|đại hội|trung ương|tw|chương trình|quy định|công ty|tháng|ngày|năm|sáng|chiều|điểm|tờ|sinh năm|đại hội đảng|giờ|phút|dự án|bài',
);

/** Kinds of place that are numbered: "tổ 5", "thôn 3", "khu phố 2", "phường 12". */
export const numberedPlaces = phrases(
  'tổ|thôn|khu|khu vực|ấp|khóm|đội|tiểu khu|quận|phường|khu phố|khối phố|khối|kp|tổ dân phố|tdp|bản|buôn|xóm|chi bộ|chi hội|làng|đường|cụm|tổ nhân dân|lữ đoàn|trung đoàn|sư đoàn|tiểu đoàn|quân khu|hải đội|hải đoàn|binh đoàn|quân đoàn|trung đội|tiểu đội|đoàn|đồn|trạm|trạm ra đa|kho|bộ binh|pháo binh|công binh|kinh tế quốc phòng|ktqp|vùng|tổ dân cư|khu dân cư|chi đoàn|đại đội|xã|tổ liên gia|nông trường|chặng|cầu|cống|phân khu|mốc|cột mốc|quốc giới|mốc giới',
);

export const isMoneyWord = (low: string): boolean =>
  ['đồng', 'đ', 'vnđ', 'vnd', 'đ.', 'usd', 'trđ', 'trđồng', 'tỷđ', 'đô'].includes(low);
