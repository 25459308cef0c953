import type { SelfCheckStatus } from '#domain/practices/progress.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { PracticeDetails } from './practice.ts';
import type { PracticeIdea } from './practice-ideas.ts';

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** "Hộ tham gia liên kết: 12/25 hộ". */
export function reached({ aim }: PracticeIdea, share: number): string {
  const done = Math.max(1, Math.round(aim.target * share));
  return `${capital(aim.text)}: ${formatNumber(done)}/${formatNumber(aim.target)} ${aim.unit}`;
}

/** What is written beside the required items of a registration. */
export function detailsOf(idea: PracticeIdea, place: string): PracticeDetails {
  const where = place === '' ? 'đơn vị' : place;
  return {
    presentState: `Qua khảo sát tại ${where}: việc này lâu nay làm theo đợt, chưa có người phụ trách rõ, nhân dân có ý kiến tại các buổi họp.`,
    aims: [{ text: idea.aim.text, target: idea.aim.target, unit: idea.aim.unit }],
    method:
      'Họp bàn công khai, thống nhất cách làm; phân công từng thành viên; hằng tháng báo kết quả trước dân.',
    beneficiaries: `Nhân dân ${where}`,
    forces: `${idea.owner} chủ trì; Mặt trận và các đoàn thể phối hợp vận động; cấp ủy theo dõi.`,
    resources: 'Nhân dân đóng góp là chính, ngân sách hỗ trợ một phần, kêu gọi thêm nhà hảo tâm.',
    outputs: `${capital(idea.aim.text)}: ${formatNumber(idea.aim.target)} ${idea.aim.unit}; sổ theo dõi, ảnh trước và sau.`,
    durability: 'Có quy ước chung, có người giữ việc; nơi khác có điều kiện tương tự làm được.',
  };
}

const progressLines: readonly ((reached: string) => string)[] = [
  (now) => `Họp dân thống nhất cách làm, phân công từng người. ${now}.`,
  (now) => `Các đoàn thể cùng ra quân, kết quả được ghi trên bảng tin. ${now}.`,
  (now) => `Đã tháo gỡ vướng mắc nêu tại kỳ trước; thêm hộ, thêm người tham gia. ${now}.`,
  (now) => `Kiểm tra lại từng việc đã làm, công khai thu chi. ${now}.`,
];

export function progressText(idea: PracticeIdea, given: { number: number; share: number }): string {
  const line = progressLines[given.number % progressLines.length] ?? progressLines[0];
  return line ? line(reached(idea, given.share)) : reached(idea, given.share);
}

/** A self-check as an officer writes it: result, difficulty, need. */
export function selfCheckWords(
  idea: PracticeIdea,
  given: { status: SelfCheckStatus; share: number },
): { result: string; difficulty: string; need: string } {
  const result = `${reached(idea, given.share)}.`;
  switch (given.status) {
    case 'on_track':
      return { result: `Thực hiện đúng kế hoạch. ${result}`, difficulty: '', need: '' };
    case 'slow':
      return {
        result,
        difficulty: 'Mùa vụ và mưa kéo dài nên khó tập trung người; một số hộ còn chờ xem kết quả.',
        need: 'Đề nghị các đoàn thể cấp trên cùng xuống địa bàn vận động.',
      };
    case 'at_risk':
      return {
        result,
        difficulty: 'Nguồn đóng góp thấp hơn dự kiến; người phụ trách mới chuyển công tác.',
        need: 'Đề nghị Ban Chỉ đạo làm việc với đơn vị để tháo gỡ.',
      };
    default:
      return { result, difficulty: 'Không còn điều kiện để tiếp tục.', need: '' };
  }
}

export const returnReasons = [
  'Trùng cách làm với một mô hình đã đăng ký trên cùng địa bàn; đề nghị làm rõ điểm khác hoặc gộp lại.',
  'Nội dung còn chung chung; đề nghị nêu việc làm cụ thể và chỉ tiêu đo được.',
  'Chưa ghi rõ thời gian kết thúc và người phụ trách từng phần việc.',
  'Địa điểm chưa khảo sát; đề nghị ghi hiện trạng và số hộ hưởng lợi.',
] as const;

export const declineReasons = [
  'Là nhiệm vụ thường xuyên của cơ quan, chưa phải mô hình dân vận.',
  'Đã có mô hình cùng nội dung do đơn vị khác chủ trì trên địa bàn.',
] as const;

export const stopReasons = [
  'Mặt bằng thực hiện thuộc vùng quy hoạch mới, không còn phù hợp.',
  'Người đứng chủ mô hình chuyển nơi ở, nhóm chưa cử được người thay.',
  'Sau đợt lũ, nhóm hộ chuyển sang khắc phục nhà cửa, đồng ruộng; xin dừng trong năm nay.',
] as const;

/** The office that answers for a practice: never a named person. */
export function responsibleOf(owner: string): string {
  const head = heads.find(([opening]) => owner.startsWith(opening));
  return head ? `${head[1]} ${owner}` : `Người phụ trách: ${owner}`;
}

const heads: readonly (readonly [string, string])[] = [
  ['Chi hội', 'Chi hội trưởng'],
  ['Công đoàn', 'Chủ tịch'],
  ['Ban Công tác', 'Trưởng'],
  ['Tổ ', 'Tổ trưởng'],
  ['Chi bộ', 'Bí thư'],
  ['Chi đoàn', 'Bí thư'],
  ['Đoàn', 'Bí thư'],
  ['Đảng ủy', 'Phó Bí thư'],
  ['Hợp tác xã', 'Giám đốc'],
  ['Ban Chỉ huy', 'Trợ lý chính trị'],
];

const difficulties = [
  'Kinh phí còn ít, chủ yếu dựa vào đóng góp của nhân dân.',
  'Người phụ trách kiêm nhiều việc nên ghi chép, theo dõi chưa đều.',
  'Mưa lũ kéo dài làm chậm việc ngoài trời.',
  'Một số hộ đi làm ăn xa, khó họp đủ người.',
];
const proposals = [
  'Đề nghị tổ chức cho cơ sở tham quan, học tập mô hình hay.',
  'Đề nghị mở lớp tập huấn nghiệp vụ dân vận cho tổ trưởng, tổ phó tổ dân vận.',
  'Đề nghị cung cấp tài liệu tuyên truyền về các mô hình đã được công nhận.',
];

/** What a unit adds to its report: one in two has a difficulty to tell, one in four something to propose. */
export function reportWords(unit: string): { difficulties: string; proposals: string } {
  const at = [...unit].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return {
    difficulties: at % 2 === 0 ? (difficulties[(at / 2) % difficulties.length] ?? '') : '',
    proposals: at % 4 === 1 ? (proposals[at % proposals.length] ?? '') : '',
  };
}
