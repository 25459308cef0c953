/** Words that make a number less than exact. */
import type { Approximation } from '#domain/figures/reported-figure.ts';
import { lexicon, phrases } from '../lexicon.ts';

export const hedges = lexicon<Approximation>({
  hơn: 'over',
  trên: 'over',
  quá: 'over',
  'lên tới hơn': 'over',
  gần: 'nearly',
  ngót: 'nearly',
  'xấp xỉ': 'about',
  khoảng: 'about',
  ước: 'about',
  'ước đạt': 'about',
  'ước tính': 'about',
  'ước khoảng': 'about',
  chừng: 'about',
  tầm: 'about',
  'trên dưới': 'about',
  'ít nhất': 'at_least',
  'tối thiểu': 'at_least',
  'thấp nhất': 'at_least',
  'không dưới': 'at_least',
  'ít nhất là': 'at_least',
  'tối thiểu là': 'at_least',
  'nhiều nhất': 'at_most',
  'tối đa': 'at_most',
  'không quá': 'at_most',
  'không vượt quá': 'at_most',
  dưới: 'at_most',
  'tối đa là': 'at_most',
});

export const atLeastAfter = phrases('trở lên');

/** "đăng ký trên 4 lĩnh vực" says where, not how many at least. */
export const placesOfOver = new Set(['lĩnh', 'mặt', 'địa', 'phương', 'cơ', 'nền']);

export const every = phrases('mỗi|hàng|hằng');
