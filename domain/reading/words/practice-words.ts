/** Words that stand before the name of a practice, and words that say that a name is something else. */
import { lexicon, phrases } from '../lexicon.ts';

/**
 * model, exemplar: what is named is a practice. other: a movement, a slogan, a title, a fund, a document, a contest.
 * blocker: a list that follows is of something else. group: a thing that may be a practice inside a list of practices.
 */
export type Cue = 'model' | 'exemplar' | 'other' | 'blocker' | 'group';

const CUES: Readonly<Record<Cue, string>> = {
  model:
    'mô hình|mô hình điểm|mô hình dân vận khéo|mô hình điển hình|mô hình hay|mô hình mới|mô hình tiêu biểu|cách làm hay|cách làm mới|cách làm|cách làm sáng tạo|mô hình tự quản|mô hình sinh kế|mô hình kinh tế',
  exemplar: 'điển hình|gương điển hình|tấm gương|gương|điển hình tiên tiến|gương người tốt việc tốt',
  other: [
    'phong trào|phong trào thi đua|cuộc vận động|chủ đề|khẩu hiệu|phương châm|danh hiệu|quỹ|đề án|cuộc thi|hội thi|liên hoan|chuyên mục|chuyên đề|chuyên trang|bài|bài viết|tác phẩm|giải thưởng|kỷ niệm chương|huân chương|huy chương|bằng khen|tinh thần|tư tưởng|lời dạy|câu|quan điểm|nguyên tắc|cơ chế|quy chế|về|tháng|tháng cao điểm|tuần lễ|lễ|ngày hội|ngày|diễn đàn|hội thảo|tọa đàm|hội nghị|chương trình|cụm từ|theo hướng|tiêu chí|thông điệp|hưởng ứng|bộ phận|học tập|chiến dịch|phần mềm|ứng dụng|luận điệu|âm mưu|hiện tượng|tình trạng|điểm|cuốn sách|sách|bộ phim|phim|vở|ca khúc|bài hát|nghị quyết|chỉ thị|kế hoạch|quyết định|quy định|luật|năm|dự án|chiến lược|tác phong|cuộc gọi|hội trại|trại|giải|cúp|bộ tiêu chí|trang|fanpage|lời|vai trò|khái niệm|thi đua|mục tiêu|nội dung|vấn đề|với chủ đề|lớp|hội diễn|chuyên đề năm|cuộc vận động lớn|tuyên truyền|ý nghĩa|nhà|gương mẫu|tinh thần gương mẫu|phiên chợ|chuyến xe|gian hàng|hành trình',
  ].join('|'),
  blocker:
    'lĩnh vực|nhiệm vụ|hoạt động|công tác|công trình|hình thức|biện pháp|giải pháp|văn bản|địa phương|đơn vị|việc|mặt|thông tin|bước|hạn chế|kết quả|chính sách|nguồn lực|tổ chức|cơ quan|dịch vụ|nội dung|vấn đề|tiêu chí|yêu cầu|lực lượng|đối tượng|cây trồng|sản phẩm|thành phần',
  group:
    'câu lạc bộ|clb|tổ|tổ tự quản|tuyến đường|đoạn đường|con đường|công trình|phần việc|hàng cây|vườn|chi hội|nhóm|đội|khu dân cư|gia đình|hộ|dòng họ|cổng|ngôi nhà|tủ sách|thôn|xóm|bản|khu phố|tổ dân phố|chợ|trường học|chi đoàn|tiếng kẻng|liên gia|cụm|bếp ăn|hũ|ống|tiếng loa',
};

export const cues = lexicon<Cue>(
  Object.fromEntries(
    (Object.entries(CUES) as [Cue, string][])
      .toReversed()
      .flatMap(([cue, list]) => list.split('|').map((phrase) => [phrase, cue] as const)),
  ),
);

/** Words that open a list of practices after the cue: "mô hình tiêu biểu như", "cụ thể là". */
export const opensList = phrases(
  'như|như là|gồm|gồm có|bao gồm|cụ thể|cụ thể là|đó là|là|tiêu biểu|tiêu biểu là|điển hình|điển hình là|nổi bật|nổi bật là|có thể kể đến|có thể kể|phải kể đến|kể đến|ví dụ|nhất là|trong đó có',
);

/** Where an unquoted name ends and the telling of it begins. */
export const endsName = phrases(
  'đã|được|đang|sẽ|vẫn|đạt|giúp|mang lại|đem lại|góp phần|thu hút|phát huy|hoạt động có|hoạt động hiệu quả|bước đầu|đến nay|hiện nay|hiện có|hiện|từ năm|từ tháng|từ ngày|trên địa bàn|là|thì|trị giá|ra đời|ngày càng|không chỉ|thực sự|tiếp tục|có hiệu quả|có sức|có tính|có trên|có hơn|có tác động|và mô hình|qua đó|nhờ đó|từ đó|vào năm|năm|do|nhằm|ở các|tại các|tại một số|ở một số|ở khắp|ở nhiều|tại nhiều|cho thu nhập|cho hiệu quả|cho năng suất|cho giá trị|cho lợi nhuận|với số|với sự|với tổng|với diện tích|với quy mô|với hơn|với trên|với gần|với khoảng|đưa lại|tạo điều kiện|tạo sự|phù hợp|được duy trì|tiếp tục được|triển khai tại|thực hiện tại|triển khai ở|thực hiện ở|hiệu quả|thiết thực|như|có sự|có từ|để|mà|nơi|khi|sau|trước khi|đi vào hoạt động|lan tỏa|cũng|chưa|còn|phải|cần',
);

/** The same words where they belong to the name. */
export const staysInName = phrases(
  'đạt chuẩn|đạt nông thôn mới|đạt tiêu chuẩn|được mùa|năm không|là nhà|sau giờ|sau cai|hiện đại|sau sinh|để lại|năm không',
);

/** Ways of working and movements of the whole country, folded: named everywhere, nobody's own practice. */
export const nationWide = new Set([
  'mot cua',
  'mot cua lien thong',
  'mot cua mot cua lien thong',
  'chinh quyen dia phuong 2 cap',
  'chinh quyen dia phuong hai cap',
  'nong thon moi',
  'don vi dan van tot',
  'nam dan van chinh quyen',
  'toan dan doan ket xay dung doi song van hoa',
  'toan dan doan ket xay dung nong thon moi do thi van minh',
  'dan biet dan ban dan lam dan kiem tra',
  'dang vien di truoc lang nuoc theo sau',
  'hoc tap va lam theo tu tuong dao duc phong cach ho chi minh',
  'hoc tap va lam theo bac',
  'hoc tap va lam theo loi bac',
  'hoc tap va lam theo tam guong dao duc ho chi minh',
  'the tran long dan',
  'the tran quoc phong toan dan',
  'bo doi cu ho',
  'canh tay noi dai',
  'thanh pho thong minh',
  'do thi thong minh',
  'do thi nen',
  'do thi san bay',
  'chinh quyen so',
  'chinh quyen dien tu',
  'kinh te chia se',
  'kinh te tuan hoan',
  'kinh te ban dem',
  'kieu mau',
  'mua dam tham lau',
  'di tung ngo go tung nha',
  'di tung ngo go tung nha ra tung doi tuong',
  'cam tay chi viec',
  'noi di doi voi lam',
  'nguoi that viec that',
  'nguoi tot viec tot',
  '3 bam 4 cung',
  'diem tua',
  'diem sang',
  'cau noi',
  'tai mat',
  'thi diem',
]);

/** Words by which a sentence leaves its list and tells something else. */
export const goesOn = phrases(
  'đồng thời|ngoài ra|bên cạnh đó|qua đó|từ đó|nhờ đó|cùng với|cùng đó|tăng cường|tiếp tục|góp phần|tổ chức thực hiện|phối hợp|đã góp phần|đem lại|mang lại|đặc biệt là phong trào',
);

/** Syllables that name no practice of their own: a name made of them alone is a kind, not a practice. */
const GENERIC =
  'mô hình điển hình phát triển kinh tế sản xuất kinh doanh chăn nuôi trồng trọt nông nghiệp tự quản hợp tác xã tổ câu lạc bộ dân vận khéo hiệu quả tiêu biểu mới hay sáng tạo thiết thực xây dựng nông thôn đời sống văn hóa hội an ninh quốc phòng trật tự chính trị hệ thống các trên lĩnh vực và trong về theo nhân quần chúng tập thể cá đăng ký thực hiện triển khai địa phương cơ sở quan đơn vị thôn phường điểm tốt có này đó nào cụ thể nhiều khác thêm của cao nhất giỏi việc cách làm hoạt động nhân rộng tích cực tại ở cấp chính quyền tổ chức hàng năm một số được đã phong trào thi đua nâng cao thuộc đảng đoàn thể đúng từng chung phù hợp với tình liên kết đạt nghĩa xuất sắc nói riêng loại nổi bật truyền thống bền vững nhỏ lớn'.split(
    ' ',
  );

export const genericSyllables = new Set(GENERIC);

/** A practice that is wished for is none yet. */
export const yetToBeDone = phrases(
  'sẽ|phấn đấu|cần|đề nghị|dự kiến|tập trung xây dựng|nghiên cứu xây dựng|phải|chỉ tiêu|tiếp tục xây dựng|đẩy mạnh xây dựng|xây dựng ít nhất|xây dựng được ít nhất|hướng tới|quan tâm xây dựng|chú trọng xây dựng|đề xuất',
);
/** "phải kể đến mô hình …" tells of one that is there. */
export const notWished = phrases(
  'phải kể|cần kể|phải nói|có thể|không cần|không phải|phải nhắc|cần ghi nhận|cần nhân rộng|cần được nhân rộng|cần phát huy|đề nghị công nhận|đề nghị khen thưởng',
);
export const keepsAlive = phrases(
  'duy trì|nhân rộng|phát huy|tiếp tục thực hiện|tiếp tục triển khai|đã|hiện có|hiệu quả',
);

/** Words before "mô hình" that make it a kind or a heap of them. */
export const pluralBefore = new Set('các những nhiều số mọi từng mỗi vài loạt nào việc'.split(' '));

export const persons = phrases(
  'ông|bà|anh|chị|đồng chí|hộ ông|hộ bà|hộ anh|hộ chị|gia đình ông|gia đình bà|gia đình anh|gia đình chị|hộ gia đình ông|hộ gia đình bà|hộ gia đình anh|hộ gia đình chị|cụ|cô|thầy|em|cựu chiến binh|già làng|linh mục|sư cô|đại đức|thượng tọa|bác sĩ|đ / c|thầy giáo|cô giáo|nghệ nhân|trưởng thôn|trưởng bản|bí thư chi bộ|hòa thượng|ni sư|nhà giáo|thương binh|hội viên|đoàn viên|nông dân|trưởng ấp|trưởng buôn|trưởng làng|trưởng khóm|trưởng khu phố|tổ trưởng|người có uy tín|chánh trương|mục sư|sư thầy|giáo viên|học sinh|sinh viên|công nhân|thiếu úy|trung úy|thượng úy|đại úy|thiếu tá|trung tá|thượng tá|đại tá|thượng sĩ|trung sĩ|binh nhất',
);

export const exemplarOpeners = phrases(
  'điển hình như|điển hình là|điển hình có|tiêu biểu như|tiêu biểu là|tiêu biểu có|điển hình|tiêu biểu|gương điển hình|nổi bật là|nổi bật như|nổi bật có|điển hình tiên tiến|gương|tấm gương|điển hình phải kể đến|tiêu biểu phải kể đến',
);

/** Words of the mobilisation work. A paper without them is about something else, whatever it calls a model. */
export const mobilisation = phrases('dân vận|vận động quần chúng');
/** The bodies whose own work this is: each of them weighs twice. */
export const massBodies = phrases(
  'mặt trận tổ quốc|mttq|ubmttq|ubmttqvn|ub mttq|ban công tác mặt trận|toàn dân bảo vệ an ninh tổ quốc|học tập và làm theo|lời bác dạy|lời bác hồ dạy|làm theo lời bác|toàn dân bảo vệ antq|công an phường|công an xã|công an thị trấn|hội liên hiệp phụ nữ|hội lhpn|hội phụ nữ|hội nông dân|hội nd|hnd|tổ hội|thành đoàn|huyện đoàn|tỉnh đoàn|quận đoàn|đoàn xã|đoàn phường|tổ chức đoàn|hội lhtn|hội liên hiệp thanh niên|hội người cao tuổi|hội chữ thập đỏ|hội cựu chiến binh|hội ccb|đoàn thanh niên|bộ đội biên phòng|bđbp|đồn biên phòng|chi hội phụ nữ|chi hội|huyện hội|hội viên phụ nữ|cấp hội',
);
export const massWork = phrases(
  'mặt trận tổ quốc|mttq|ubmttq|ubmttqvn|ub mttq|toàn dân bảo vệ an ninh tổ quốc|toàn dân bảo vệ antq|công an thị trấn|antt|học tập và làm theo|lời bác dạy|lời bác hồ dạy|làm theo lời bác|tổ dân phố|nếp sống văn hóa|đoàn cơ sở|gương điển hình|người tốt việc tốt|hội liên hiệp phụ nữ|hội lhpn|hội phụ nữ|hội nông dân|hội nd|hnd|tổ hội|thành đoàn|huyện đoàn|tỉnh đoàn|quận đoàn|đoàn xã|đoàn phường|tổ chức đoàn|hội lhtn|hội liên hiệp thanh niên|hội người cao tuổi|hội chữ thập đỏ|thủ tục hành chính|cải cách hành chính|phục vụ nhân dân|vì nhân dân phục vụ|chính quyền thân thiện|đạo đức công vụ|thanh niên tình nguyện|sinh hoạt chi bộ|hội cựu chiến binh|hội ccb|đoàn thanh niên|đoàn thể|cấp ủy|đảng ủy|chi bộ|vận động nhân dân|vận động người dân|khu dân cư|tự quản|hội viên|nhân rộng|xây dựng nông thôn mới|chi hội|hệ thống chính trị|tổ chức chính trị xã hội|người có uy tín|tổ nhân dân tự quản|quy chế dân chủ|bộ đội biên phòng|bđbp|đồn biên phòng|lòng dân|hoàn cảnh khó khăn|khó khăn yếu thế|hoàn cảnh đặc biệt khó khăn|hộ nghèo|người nghèo|hội viên phụ nữ|chị em phụ nữ|chi hội phụ nữ|toàn dân đoàn kết|bảo vệ an ninh tổ quốc|an ninh trật tự|công an xã|công an phường|tổ an ninh|tổ liên gia|giáo dân|đồng bào|già làng|tương thân tương ái|quân dân|gây quỹ|quyên góp|đời sống văn hóa|cách làm hay|cách làm sáng tạo|phong trào thi đua|thi đua yêu nước|biên phòng|biên giới|vùng biên|công giáo|giáo xứ|giáo họ|họ đạo|phật tử|chức sắc|công tác hội|cấp hội|huyện hội|đoàn viên thanh niên|khối đại đoàn kết|hòa giải|nông thôn mới kiểu mẫu|nhà đại đoàn kết|mái ấm|an sinh xã hội|đền ơn đáp nghĩa|cựu chiến binh|người cao tuổi|ban công tác mặt trận|nêu gương|cán bộ chiến sĩ|cán bộ chiến sỹ',
);

/** Words with which a heading announces a list of practices. */
export const announcing = phrases(
  'danh sách|danh mục|tổng hợp|biểu tổng hợp|bảng tổng hợp|một số mô hình|các mô hình|những mô hình|mô hình tiêu biểu|các điển hình|một số điển hình|kết quả xây dựng|kết quả đăng ký',
);
/** What an office does for the movement, as plans and reports tell it: no practice. */
export const officeWork = phrases(
  'phối hợp|tham mưu|chủ trì|hướng dẫn|theo dõi|chỉ đạo|căn cứ|báo cáo|đôn đốc|tiếp tục|tăng cường|đẩy mạnh|có trách nhiệm|tổng hợp|lãnh đạo|quán triệt|ban hành|triển khai|đăng ký|kiểm tra|giám sát|gửi|lựa chọn|tổ chức tuyên truyền|là|đã|có|chưa|cần|đạt',
);

/** Words with which the second half of a headline begins: "Mô hình “Dân vận khéo” ở A: Từ thực tiễn đến lý luận". */
export const headlines = phrases(
  'từ|cần|vì sao|nhìn từ|bài học|kinh nghiệm|những|nhiều|khi|để|hiệu quả|kết quả|góp phần|lan tỏa|phát huy|sức lan tỏa|điểm sáng|chìa khóa|động lực|đổi mới|còn|cách làm',
);

/** Headings of a form or a report's lines: they name no practice. */
export const labels = phrases(
  'tên mô hình|tên gọi|thời gian|thời gian thực hiện|địa điểm|địa chỉ|người phụ trách|chủ mô hình|nội dung|nội dung thực hiện|mục đích|yêu cầu|mục đích yêu cầu|kết quả|kết quả đạt được|đối tượng|kinh phí|kinh phí thực hiện|hình thức|cách làm|hiệu quả|ý nghĩa|số lượng|thành phần|khó khăn|thuận lợi|đánh giá|lý do|lý do lựa chọn|sự cần thiết|phương pháp|ưu điểm|hạn chế|tồn tại|nguyên nhân|bài học kinh nghiệm|kiến nghị|đơn vị thực hiện|đặc điểm tình hình|công tác chỉ đạo|tổ chức thực hiện',
);
