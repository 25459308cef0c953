/** What is odd in the sources, and what was done about it. Each kind is one heading of the report. */
export const findingKinds = [
  'count_differs',
  'correction_applied',
  'correction_useless',
  'code_not_unique',
  'parent_missing',
  'name_repaired',
  'spelling_mended',
  'names_differ',
  'district_differs',
  'gone_before_reform',
  'without_predecessor',
  'without_successor',
  'island_district',
  'same_name_kept',
  'successor_missing',
  'code_contradicts_name',
  'row_repeated',
  'row_of_gone_unit',
  'split_candidate',
  'row_unreadable',
  'province_divided',
  'no_splits',
] as const;

export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** Code, or row of the table. */
  readonly subject: string;
  /** What the source says. */
  readonly found: string;
  readonly done: string;
}

export const findingWords: Record<FindingKind, string> = {
  count_differs: 'Số lượng khác số công bố',
  correction_applied: 'Đã đính chính theo tệp đính chính',
  correction_useless: 'Đính chính không còn tác dụng',
  code_not_unique: 'Một mã dùng cho hai đơn vị',
  parent_missing: 'Đơn vị cấp trên không có trong danh sách',
  name_repaired: 'Tên viết không chuẩn',
  spelling_mended: 'Thừa dấu cách hoặc đặt dấu thanh kiểu khác',
  names_differ: 'Hai nguồn ghi tên khác nhau',
  district_differs: 'Hai nguồn ghi huyện khác nhau',
  gone_before_reform: 'Có trong danh sách cũ nhưng đã thôi tồn tại trước ngày sắp xếp',
  without_predecessor: 'Đơn vị mới không rõ từ đơn vị cũ nào',
  without_successor: 'Đơn vị cũ không rõ thành đơn vị nào',
  island_district: 'Huyện đảo không có cấp xã, thành đặc khu',
  same_name_kept: 'Bảng chuyển đổi bỏ sót đơn vị giữ nguyên',
  successor_missing: 'Mã mới trong bảng chuyển đổi không có trong danh sách',
  code_contradicts_name: 'Mã mới trong bảng chuyển đổi là của đơn vị khác; đã theo tên',
  row_repeated: 'Dòng lặp lại',
  row_of_gone_unit: 'Dòng nói về đơn vị đã thôi tồn tại trước ngày sắp xếp',
  split_candidate: 'Có thể bị chia: một dòng không mã chỉ sang đơn vị mới khác',
  row_unreadable: 'Dòng không đọc được',
  province_divided: 'Huyện hoặc tỉnh cũ thành nhiều tỉnh mới',
  no_splits: 'Bảng chuyển đổi không ghi phần bị chia',
};
