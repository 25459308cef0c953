import { heading, paper, paragraph } from '#domain/documents/paper-parts.ts';
import type { Paper } from '#domain/documents/paper.ts';
import { filled } from './stage-closing.ts';

/** S3, a ward's review of five years of a resolution (18 April 2018): its outline, facts and figures, in our own words. */

/** Year → what the ward tells of itself. */
export const wardProfile: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2012': { poor_share: '3,8', near_poor_share: '4,2' },
  '2017': {
    area_ha: '106,18',
    farmland_ha: '8,2',
    households: '1.800',
    people: '7.638',
    villages: '9',
    party_cells: '12',
    party_members: '522',
    poor_share: '2,26',
    near_poor_share: '2,42',
    cultural_share: '92,4',
    religious_households: '22',
    religious_people: '92',
  },
};

/** What the report tells of the place: filled in from the profile. */
export const reviewFacts: readonly string[] = ['party_cells', 'households', 'people', 'poor_share'];

export const reviewWords: Readonly<Record<string, string>> = {
  profile:
    'Phường ở trung tâm thành phố; 12/12 chi bộ trong sạch vững mạnh, trong đó 03 chi bộ tiêu biểu; năm 2017 phường đạt chuẩn văn minh đô thị. Khó khăn: cán bộ biến động, an ninh trật tự còn tiềm ẩn phức tạp.',
  profile_people:
    'Có 22 hộ giáo dân với 92 nhân khẩu, sống xen trong các tổ dân phố; sinh hoạt tôn giáo ổn định, chấp hành chủ trương, pháp luật.',
  leadership:
    'Đảng ủy quán triệt nghị quyết qua các buổi sinh hoạt chi bộ; coi công tác dân vận là việc của cả hệ thống chính trị.',
  concretisation: [
    '- Ban hành Chương trình hành động số 39-CTHĐ/ĐU, ngày 17/9/2013; thành lập Khối Dân vận gồm 09 người; kiện toàn các tổ dân vận.',
    '- Ủy ban nhân dân cải cách thủ tục, làm việc cả ngày ở bộ phận một cửa, thực hiện “sáu biết” khi tiếp dân.',
  ].join('\n'),
  coordination:
    'Mặt trận và các đoàn thể thống nhất chương trình phối hợp; vận động xây dựng đô thị văn minh.',
  inspection: 'Hằng năm Đảng ủy, Ủy ban kiểm tra giám sát Ủy ban nhân dân phường và các chi bộ.',
  results_goals:
    'Đối thoại giữa người đứng đầu với Nhân dân mỗi quý; hộ nghèo từ 3,8% năm 2012 còn 2,26% cuối năm 2017; vốn vay chính sách trên 2 tỷ đồng mỗi năm.',
  results_tasks:
    'Xây dựng Đảng là then chốt; phong trào thi đua đổi mới; tổ chức bộ máy dân vận đủ số lượng, bảo đảm chất lượng.',
  assessment: [
    'Ưu điểm: nhận thức về công tác dân vận được nâng lên, góp phần hoàn thành nhiệm vụ của phường.',
    'Hạn chế: triển khai có lúc chậm; mô hình mới còn ít, có mô hình thành quy định hành chính nên chưa vào lòng dân; giám sát của Mặt trận chưa hết vai trò.',
  ].join('\n'),
  causes:
    'Phối hợp có khi thiếu chặt chẽ; ngân sách cho công tác dân vận hạn chế; một bộ phận người dân ngại góp ý.',
  lessons: [
    '- Kiểm tra, giám sát thường xuyên, gắn với quy chế dân chủ.',
    '- Dân vận phải đáp ứng lợi ích thiết thực của người dân.',
  ].join('\n'),
  directions: [
    '- Tuyên truyền, quán triệt nghị quyết; tăng đối thoại trực tiếp với Nhân dân.',
    '- Khối Dân vận tham mưu phong trào thi đua “Dân vận khéo”.',
  ].join('\n'),
  proposals: [
    '- Thành phố tập huấn hằng năm, tổ chức tham quan mô hình.',
    '- Có phụ cấp trách nhiệm cho trưởng khối, tổ trưởng tổ dân vận.',
  ].join('\n'),
};

type Level = 0 | 1 | 2;

/** The headings of S3 in their order, with the section that stands under each. */
export const reviewOutline: readonly (readonly [Level, string, string, string | null])[] = [
  [0, 'Phần thứ nhất', 'KẾT QUẢ 5 NĂM THỰC HIỆN NGHỊ QUYẾT', null],
  [1, 'I.', 'ĐẶC ĐIỂM TÌNH HÌNH', null],
  [2, '1.', 'Tình hình kinh tế, chính trị, văn hóa xã hội của địa phương', 'profile'],
  [2, '2.', 'Tình hình Nhân dân, tình hình dân tộc, tôn giáo', 'profile_people'],
  [1, 'II.', 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO TRIỂN KHAI', null],
  [2, '1.', 'Lãnh đạo, phổ biến, quán triệt, xây dựng kế hoạch', 'leadership'],
  [2, '2.', 'Cụ thể hóa các quan điểm, chủ trương thành văn bản của địa phương', 'concretisation'],
  [2, '3.', 'Phối hợp của các cấp, các ngành', 'coordination'],
  [2, '4.', 'Kiểm tra, giám sát, đôn đốc và sơ kết', 'inspection'],
  [1, 'III.', 'KẾT QUẢ THỰC HIỆN', null],
  [2, '1.', 'Thực hiện các mục tiêu, quan điểm của nghị quyết', 'results_goals'],
  [2, '2.', 'Thực hiện các nhiệm vụ và giải pháp của nghị quyết', 'results_tasks'],
  [1, 'IV.', 'ĐÁNH GIÁ CHUNG, HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM', null],
  [2, '1.', 'Đánh giá chung', 'assessment'],
  [2, '2.', 'Nguyên nhân', 'causes'],
  [2, '3.', 'Bài học kinh nghiệm', 'lessons'],
  [0, 'Phần thứ hai', 'NHIỆM VỤ VÀ GIẢI PHÁP TIẾP TỤC THỰC HIỆN NGHỊ QUYẾT', null],
  [1, 'I.', 'NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU', 'directions'],
  [1, 'II.', 'KIẾN NGHỊ, ĐỀ XUẤT', 'proposals'],
];

const place = [
  'Địa phương có diện tích tự nhiên {ho_so_area_ha} ha, đất sản xuất nông nghiệp {ho_so_farmland_ha} ha; {ho_so_households} hộ dân,',
  ' {ho_so_people} nhân khẩu, {ho_so_villages} tổ dân phố, {so_party_cells} chi bộ trực thuộc, {ho_so_party_members} đảng viên;',
  ' tỷ lệ hộ nghèo còn {so_poor_share}%, gia đình văn hóa {ho_so_cultural_share}%.',
].join('');

/** The layout of S3 as an office would make it: two parts, and a sentence that tells the place from its profile. */
export function reviewTemplate(): Paper {
  return paper({
    layout: 'party',
    parentBody: '{co_quan_cap_tren}',
    issuer: '{co_quan}',
    place: '',
    draftYear: 2018,
    typeName: '{loai_van_ban}',
    subject: '{trich_yeu}',
    blocks: reviewOutline.flatMap(([level, number, title, code]) => [
      heading(level, number, title),
      ...(code === 'profile' ? [paragraph(place)] : []),
      ...(code === null ? [] : filled(`muc_${code}`)),
    ]),
    signatures: [{ authority: ['{quyen_ky}'], posts: ['{chuc_vu}'], name: '{nguoi_ky}' }],
  });
}
