/** Text made of pieces that mean something to the grammar, in an order that means nothing. For tests and measurements. */

const PIECES = [
  'mô hình',
  'điển hình',
  '“',
  '”',
  '"',
  '(',
  ')',
  ';',
  ',',
  '.',
  ':',
  '…',
  '...',
  'như',
  'gồm',
  'trong đó',
  'và',
  'của',
  'Kế hoạch số 12-KH/TU',
  'ngày 05/3/2021',
  'Quyết định số 46, 47, 48',
  '217',
  '24/39',
  '1.045',
  '36,5',
  'ha',
  'triệu đồng',
  'mô hình “Dân vận khéo”',
  'dân vận khéo',
  'lượt người',
  'hơn',
  'gần',
  'từ',
  'sang',
  'đến',
  'thôn An',
  'xã Bình',
  'ở',
  'tại',
  'Hội Phụ nữ',
  'ông Nguyễn Văn A',
  'tiêu biểu',
  '\n',
  '\n\n',
  '\t',
  '|',
  '- ',
  '1. ',
  '2.1. ',
  'III. ',
  'a) ',
  '¹',
  '²',
  'm2',
  'năm 2020',
  'tháng',
  '2016-2020',
  'ĐẢNG BỘ',
  'Số: 70 - BC/ĐU',
  '1',
  '2',
  '/',
  '-',
  '–',
  '%',
  'lĩnh vực kinh tế',
  '/ha',
  '’',
  'phường5',
  'TWngày',
  'Nơi nhận:',
  'BÁO CÁO',
  'được',
  'là',
  'a\u0323\u0301',
  '\u200B',
  '\u00A0',
  '1 - 2',
  '500.000đ/tháng',
  'x'.repeat(40),
  '9'.repeat(30),
  '1,'.repeat(15),
  '-/'.repeat(10),
  'KH/'.repeat(8),
  '(('.repeat(6),
];

/** A sequence of numbers that is the same for the same seed (mulberry32). */
function pseudoNumbers(seed: number): () => number {
  let state = (seed * 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pseudoPaper(seed: number, length: number): string {
  const next = pseudoNumbers(seed);
  // A few pieces over and over, or all of them: repetition is what makes patterns backtrack.
  const few = 1 + Math.floor(next() * PIECES.length);
  const first = Math.floor(next() * PIECES.length);
  const joint = next() < 0.3 ? '' : ' ';
  let text = '';
  while (text.length < length)
    text += (PIECES[(first + Math.floor(next() * few)) % PIECES.length] ?? '') + joint;
  return text.slice(0, length);
}

const PAGES = 30;

/** A closing report of thirty pages: headings, lists of models with places, figures, footnotes. */
export function pseudoReport(): string {
  const pages = Array.from({ length: PAGES }, (_, page) => pageOf(page + 1));
  return ['BÁO CÁO', 'tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2016-2020', ...pages].join('\n\n');
}

const FIELDS = ['kinh tế', 'văn hóa - xã hội', 'quốc phòng - an ninh', 'xây dựng hệ thống chính trị'];

function pageOf(page: number): string {
  const field = FIELDS[page % FIELDS.length] ?? '';
  const names = Array.from(
    { length: 6 },
    (_, at) => `“Tuyến đường tự quản số ${page}${at} của đoàn viên” (xã Tân Bình, xã Phú Hòa)`,
  );
  return [
    `${page}. Lĩnh vực ${field}`,
    `Thực hiện Kế hoạch số ${page + 10}-KH/TU, ngày 05/3/2017 của Ban Thường vụ Tỉnh ủy, trong năm có ${page}/39 đơn vị đăng ký ${page * 7 + 3} mô hình. Có các mô hình tiêu biểu như: ${names.join('; ')}.`,
    `Nhân dân đã hiến hơn ${page}.500 m2 đất, đóng góp ${page * 3},5 triệu đồng và ${page * 20} ngày công; tổ chức ${page} đợt ra quân với trên ${page}.200 lượt người tham gia${page % 3 === 0 ? '²' : ''}. ${'Công tác tuyên truyền, vận động được các cấp ủy, chính quyền, Mặt trận và đoàn thể thường xuyên quan tâm, tạo sự đồng thuận trong các tầng lớp nhân dân. '.repeat(9)}`,
    page % 3 === 0 ? '² Đã mở 02 lớp bồi dưỡng cho 185 cán bộ tổ dân vận.' : '',
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}
