/** Labels of a person's history lines. */
export const personHistoryWords: Readonly<Record<string, string>> = {
  enter: 'Ghi vào danh sách',
  mend: 'Sửa thông tin',
  hand_over: 'Bàn giao công việc',
  receive: 'Nhận bàn giao công việc',
};
