/** What may be done with a set of reported figures by whoever may report for its unit. */
export const figureSetActions = [
  { action: 'correct', label: 'Đính chính số liệu' },
  { action: 'add_practices', label: 'Ghi mô hình nêu trong văn bản' },
] as const;

/** Labels of history lines. */
export const figureSetHistoryWords: Readonly<Record<string, string>> = {
  enter: 'Nhập số liệu theo văn bản',
  correct: 'Đính chính số liệu',
  add_practices: 'Ghi mô hình nêu trong văn bản',
};
