/** Types of directive document, as words and as the codes of a symbol. */
import { lexicon, phrases } from '../lexicon.ts';

/** Type words and the short forms that stand before "số" ("QĐ số 04"). */
export const documentTypes = lexicon<string>({
  'nghị quyết': 'Nghị quyết',
  'nghị quyết liên tịch': 'Nghị quyết liên tịch',
  'nghị quyết chuyên đề': 'Nghị quyết',
  'quyết định': 'Quyết định',
  'chỉ thị': 'Chỉ thị',
  'kết luận': 'Kết luận',
  'thông báo kết luận': 'Thông báo',
  'quy định': 'Quy định',
  'qui định': 'Quy định',
  'quy chế': 'Quy chế',
  'quy chế phối hợp': 'Quy chế phối hợp',
  'thông tri': 'Thông tri',
  'hướng dẫn': 'Hướng dẫn',
  'hướng dẫn liên tịch': 'Hướng dẫn liên tịch',
  'hướng dẫn liên ngành': 'Hướng dẫn liên ngành',
  'thông báo': 'Thông báo',
  'báo cáo': 'Báo cáo',
  'báo cáo chính trị': 'Báo cáo',
  'kế hoạch': 'Kế hoạch',
  'kế hoạch phối hợp': 'Kế hoạch phối hợp',
  'kế hoạch liên tịch': 'Kế hoạch liên tịch',
  'kế hoạch liên ngành': 'Kế hoạch liên ngành',
  'kế hoạch hành động': 'Kế hoạch',
  'chương trình': 'Chương trình',
  'chương trình hành động': 'Chương trình hành động',
  'chương trình công tác': 'Chương trình công tác',
  'chương trình phối hợp': 'Chương trình phối hợp',
  'chương trình liên tịch': 'Chương trình liên tịch',
  'tờ trình': 'Tờ trình',
  'công văn': 'Công văn',
  'công điện': 'Công điện',
  'biên bản': 'Biên bản',
  'đề án': 'Đề án',
  'phương án': 'Phương án',
  'nghị định': 'Nghị định',
  'thông tư': 'Thông tư',
  'thông tư liên tịch': 'Thông tư liên tịch',
  'pháp lệnh': 'Pháp lệnh',
  luật: 'Luật',
  'bộ luật': 'Bộ luật',
  'chiến lược': 'Chiến lược',
  'giấy mời': 'Giấy mời',
  'thể lệ': 'Thể lệ',
  'văn bản': 'Công văn',
  'đề cương': 'Đề cương',
  qđ: 'Quyết định',
  nq: 'Nghị quyết',
  ct: 'Chỉ thị',
  kh: 'Kế hoạch',
  cv: 'Công văn',
  hd: 'Hướng dẫn',
  tb: 'Thông báo',
  kl: 'Kết luận',
  nđ: 'Nghị định',
  bc: 'Báo cáo',
  ctr: 'Chương trình',
});

/** Codes in a symbol (Hướng dẫn 05-HD/VPTW; Nghị định 30/2020/NĐ-CP), with those that offices made themselves. */
const CODES: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  QĐI: 'Quy định',
  QYĐ: 'Quy định',
  QĐNS: 'Quyết định',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  QC: 'Quy chế',
  QCPH: 'Quy chế phối hợp',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  HD: 'Hướng dẫn',
  HDLT: 'Hướng dẫn liên tịch',
  HDLN: 'Hướng dẫn liên ngành',
  TB: 'Thông báo',
  TBKL: 'Thông báo',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  KHPH: 'Kế hoạch phối hợp',
  KHLT: 'Kế hoạch liên tịch',
  KHLN: 'Kế hoạch liên ngành',
  CTR: 'Chương trình',
  CTRHĐ: 'Chương trình hành động',
  CTHĐ: 'Chương trình hành động',
  CTPH: 'Chương trình phối hợp',
  CTRPH: 'Chương trình phối hợp',
  TTR: 'Tờ trình',
  CV: 'Công văn',
  CĐ: 'Công điện',
  BB: 'Biên bản',
  ĐA: 'Đề án',
  PA: 'Phương án',
  NĐ: 'Nghị định',
  NQLT: 'Nghị quyết liên tịch',
  PL: 'Pháp lệnh',
  SL: 'Sắc lệnh',
  TL: 'Thể lệ',
  GM: 'Giấy mời',
};

export function typeOfCode(code: string): string | null {
  const upper = code.toUpperCase();
  const known = CODES[upper];
  if (known !== undefined) return known;
  if (/^UBTVQH\d*$/.test(upper)) return 'Nghị quyết';
  return /^QH\d+$/.test(upper) ? 'Luật' : null;
}

/** Types so often cited by a bare number that no "số" need stand between: "Quyết định 217", "Chỉ thị 05". */
export const bareNumberTypes = new Set([
  'Nghị quyết',
  'Quyết định',
  'Chỉ thị',
  'Kết luận',
  'Quy định',
  'Nghị định',
]);

/** "Mẫu số 01/BC", "nhà số 12", "tài khoản số …": the word before "số" tells that no document is cited. */
export const numbersSomethingElse = new Set(
  'mẫu biểu bảng lục nhà thoại khoản sổ thửa lô hẻm ngõ tờ đường kỳ tổ khu thôn xe máy dòng'.split(' '),
);

/** Where the words about who issued a document, and when, come to an end. */
export const endsCitation = phrases(
  'về|v / v|nhằm|để|hướng dẫn|triển khai|thực hiện|trước|đến|từ|báo cáo|gửi|chậm nhất|cho|vào|trong|tại|với|do|được|có|đã|gắn|quy định|ban hành|kèm theo|bằng|đối với|theo|phê duyệt|yêu cầu|là',
);

export const issues = phrases(
  'ban hành|đã ban hành|xây dựng|đã xây dựng|ban hành các|đã ban hành các|đã có|ký ban hành|đã ký ban hành',
);
