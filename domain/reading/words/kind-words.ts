/** Verbs near a count that say what was counted: registered, recognised, rewarded … */
import type { FigureKind } from '#domain/figures/reported-figure.ts';
import { lexicon, phrases } from '../lexicon.ts';

/** What happens to models; the nearest word before the count decides. */
export const modelVerbs = lexicon<FigureKind>({
  'đăng ký': 'registered',
  'xây dựng': 'registered',
  'hiệu quả': 'effective',
  'hoạt động hiệu quả': 'effective',
  'phát huy hiệu quả': 'effective',
  'công nhận': 'recognised',
  'đề nghị': 'proposed',
  'đề xuất': 'proposed',
  'khen thưởng': 'rewarded',
  'biểu dương': 'rewarded',
  'tuyên dương': 'rewarded',
  'tặng bằng khen': 'rewarded',
  'tặng giấy khen': 'rewarded',
  'được khen': 'rewarded',
  'tôn vinh': 'rewarded',
  'nhân rộng': 'other',
  'sơ kết': 'other',
  'khảo sát': 'other',
  'kiểm tra': 'other',
  'duy trì': 'other',
});

/** Who is proposed and rewarded. */
export const rewardVerbs = lexicon<FigureKind>({
  'đề nghị': 'proposed',
  'đề xuất': 'proposed',
  'khen thưởng': 'rewarded',
  'biểu dương': 'rewarded',
  'tuyên dương': 'rewarded',
  khen: 'rewarded',
  'bằng khen': 'rewarded',
  'giấy khen': 'rewarded',
  'công nhận': 'recognised',
  'tôn vinh': 'rewarded',
});

export const proposals = phrases('đề nghị|đề xuất');
export const registers = phrases('đăng ký|tiến hành đăng ký');
export const targetsWords = phrases(
  'phấn đấu|chỉ tiêu|mục tiêu|đăng ký xây dựng ít nhất|ít nhất|tối thiểu|mỗi đơn vị|sẽ|dự kiến|kế hoạch giao',
);
export const trains = phrases('lớp|tập huấn|bồi dưỡng|lớp bồi dưỡng|lớp tập huấn');

/** Movements and directives beside Dân vận khéo whose awards stand in the same papers. */
export const otherMovements = phrases(
  'học tập và làm theo|làm theo tư tưởng|toàn dân đoàn kết|toàn dân bảo vệ an ninh|thi đua quyết thắng|lao động giỏi|dạy tốt|người tốt việc tốt|nông dân sản xuất kinh doanh giỏi|vì an ninh tổ quốc|đền ơn đáp nghĩa',
);
export const dvkWords = phrases('dân vận khéo|dân vận');
