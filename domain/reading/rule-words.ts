/** What each rule of the grammar went by, for the person who confirms what it found. */
const words: Readonly<Record<string, string>> = {
  'own-number': 'Số, ký hiệu ở đầu văn bản',
  symbol: 'Số, ký hiệu văn bản trong câu',
  'bare-number': 'Loại văn bản và số, không có ký hiệu đầy đủ',
  'number-in-list': 'Số tiếp theo trong một dãy văn bản',
  'quote-after-model': 'Tên trong ngoặc kép sau chữ “mô hình”',
  'quote-in-list': 'Tên trong ngoặc kép ở danh sách mô hình',
  'quote-in-run': 'Tên trong ngoặc kép nối tiếp một mô hình',
  'quote-in-section': 'Tên trong ngoặc kép ở mục về mô hình',
  'quote-is-model': 'Tên trong ngoặc kép được gọi là mô hình',
  'quote-unclosed': 'Tên mở ngoặc kép mà không đóng',
  'list-after-model': 'Danh sách sau chữ “mô hình”, không có ngoặc kép',
  'line-of-list': 'Một dòng trong danh sách mô hình',
  'named-in-sentence': 'Tên mô hình trong câu, không có ngoặc kép',
  'named-in-line': 'Tên mô hình ở đầu dòng',
  'called-model': 'Tổ, nhóm được gọi là mô hình',
  'line-with-owner': 'Một dòng nêu đơn vị rồi đến tên mô hình',
  'run-after-models': 'Một trong nhiều tên sau chữ “các mô hình”',
  'row-of-table': 'Một dòng của bảng đăng ký',
  'exemplar-by-name': 'Tập thể, cá nhân được nêu gương',
  ratio: 'Số này trên số kia',
  range: 'Khoảng từ số này đến số kia',
  quantity: 'Số và đơn vị tính trong câu',
  'number-in-words': 'Số viết bằng chữ',
  'bare-part': 'Số không kèm đơn vị trong một phép cộng',
  label: 'Số sau nhãn “tổng số”',
  cell: 'Ô trong bảng',
  'sum-in-bracket': 'Các phần nêu trong ngoặc đơn',
  'sum-after-word': 'Các phần nêu sau chữ “trong đó”, “gồm”',
  'sum-in-lines': 'Các phần nêu ở những dòng dưới',
  'by-hand': 'Do người đọc đánh dấu',
};

/** The rule in words; a rule that has none yet is still told as the reader's. */
export function ruleWords(rule: string): string {
  return words[rule] ?? 'Nhận ra theo cách viết trong câu';
}
