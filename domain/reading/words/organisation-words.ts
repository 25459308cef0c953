/** Bodies that issue papers, own practices or are counted: the heads of their names, for the whole country. */
import { phrases } from '../lexicon.ts';

/** A name that begins so is a body or a group of people, not a place. */
export const bodyHeads = phrases(
  [
    'ban thường vụ|ban chấp hành|ban bí thư|bộ chính trị|ban chỉ đạo|bcđ|btv|bch|thường trực|trung ương|chính phủ|thủ tướng chính phủ|thủ tướng',
    'tỉnh ủy|thành ủy|thị ủy|huyện ủy|quận ủy|đảng ủy|đảng bộ|chi bộ|chi ủy|cấp ủy|đảng đoàn|ban cán sự đảng',
    'ban dân vận|khối dân vận|tổ dân vận|ban tuyên giáo|ban tuyên giáo và dân vận|ban tổ chức|ủy ban kiểm tra|văn phòng|ban nội chính',
    'mặt trận|mặt trận tổ quốc|ủy ban mặt trận|ủy ban mặt trận tổ quốc|ubmttq|ub mttq|mttq|ban công tác mặt trận|ủy ban mttq',
    'hội|ccb|lhpn|hnd|đvtn|csgt|chqs|hội liên hiệp phụ nữ|hội phụ nữ|hội lhpn|hội nông dân|hội cựu chiến binh|hội ccb|hội người cao tuổi|hội chữ thập đỏ|hội khuyến học|hội viên',
    'đoàn|đoàn thanh niên|đoàn tncs hồ chí minh|đoàn viên|liên đoàn lao động|công đoàn|chi đoàn|chi hội|phân hội|liên đội|đội|hội đồng|hội đồng nhân dân|hđnd',
    'ủy ban nhân dân|ubnd|ủy ban|sở|phòng|trung tâm|bệnh viện|trạm y tế|trường|nhà trường|trường học|công an|quân sự|ban chỉ huy quân sự|bộ đội biên phòng|đồn biên phòng|biên phòng|quân đội|bộ chỉ huy quân sự|bộ chỉ huy|bộ tư lệnh|bộ chqs|ban chqs|bđbp',
    'câu lạc bộ|clb|tổ hợp tác|hợp tác xã|htx|công ty|doanh nghiệp|cơ quan|ngân hàng|bảo hiểm xã hội|điện lực|chi cục|cục|kho bạc|tòa án|viện kiểm sát|đài|báo|thư viện',
    'dòng họ|họ tộc|gia đình|hộ|hộ gia đình|nhóm|tổ|ban|nhân dân|cán bộ|bà con|đồng bào|đồng bào dân tộc|giáo xứ|giáo họ|chùa|nhà thờ|phật tử|tập thể|chính quyền|các đoàn thể|đoàn thể|nhà máy|xí nghiệp|nông trường|lữ đoàn|trung đoàn|sư đoàn|tiểu đoàn|đại đội|hạt kiểm lâm',
  ].join('|'),
);

/** Kinds of place that stand before a place's name, before and after 2025, north and south. */
export const placeKinds = phrases(
  'xã|phường|thị trấn|thị xã|thành phố|tp|tx|tt|huyện|quận|tỉnh|đặc khu|thôn|bản|ấp|làng|xóm|buôn|buôn làng|phum|sóc|khóm|khu phố|khối phố|khu dân cư|kdc|khu|tổ dân phố|tdp|tổ|khối|tiểu khu|vùng|đảo|cù lao|kênh|đường|phố|chợ|cụm|cụm dân cư|xã đảo|đội|tổ nhân dân|tổ dân cư|liên gia|làng nghề|p|q|h|x',
);

/** Words of a place that is not told by name: the district's own town, "the whole province". */
export const placesWithoutName = new Set(
  'thị xã|huyện|tỉnh|thành phố|xã|phường|thị trấn|quận|địa phương|cơ sở'.split('|'),
);
