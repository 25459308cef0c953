/** Sentences that appraisers write often; a press adds one. */
export const returnPhrases: readonly string[] = [
  'Ghi rõ địa chỉ thực hiện (thôn, tổ dân phố).',
  'Nêu mục tiêu đo được.',
  'Ghi rõ chủ mô hình và người phụ trách.',
  'Thời gian thực hiện chưa phù hợp với kế hoạch.',
  'Trùng với mô hình đã đăng ký; nêu điểm khác hoặc chọn mô hình khác.',
];

export const declinePhrases: readonly string[] = [
  'Trùng với mô hình của đơn vị khác trên cùng địa bàn.',
  'Là nhiệm vụ thường xuyên của đơn vị, không phải mô hình “Dân vận khéo”.',
  'Chưa có điều kiện thực hiện trong năm.',
];
