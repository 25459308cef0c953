/** Words by which a heading says what its section tells: what was done, what is to come, what was lacking. */
import { lexicon } from '../lexicon.ts';
import type { SectionRole } from '../types.ts';

export const roleWords = lexicon<SectionRole>({
  'kết quả': 'results',
  'tình hình': 'results',
  'thực trạng': 'results',
  'ưu điểm': 'results',
  'thành tích': 'results',
  'mô hình tiêu biểu': 'results',
  'phương hướng': 'targets',
  'nhiệm vụ': 'targets',
  'giải pháp': 'targets',
  'mục tiêu': 'targets',
  'chỉ tiêu': 'targets',
  'mục đích': 'targets',
  'yêu cầu': 'targets',
  'trọng tâm': 'targets',
  'thời gian tới': 'targets',
  'số lượng': 'targets',
  'hạn chế': 'limits',
  'tồn tại': 'limits',
  'khó khăn': 'limits',
  'khuyết điểm': 'limits',
  'nguyên nhân': 'limits',
  'kinh nghiệm': 'limits',
  'kiến nghị': 'proposals',
  'đề xuất': 'proposals',
});

/** Papers that say what is to be done; their figures are targets unless a heading speaks of results. */
export const planTypes = new Set([
  'kế hoạch',
  'chương trình',
  'chương trình hành động',
  'hướng dẫn',
  'đề án',
  'phương án',
]);
