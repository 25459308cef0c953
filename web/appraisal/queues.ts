export type QueueKey = 'cho-nhan' | 'dang-tham-dinh' | 'chua-thong-bao' | 'tra-lai';

export interface Queue {
  readonly key: QueueKey;
  readonly label: string;
  readonly hint: string;
  readonly filter: { readonly state: string; readonly lacking?: 'notice' };
  readonly emptyTitle: string;
  readonly emptyText: string;
}

/** The four places where a registration waits for the standing agency, or comes back to it. */
export const queues: readonly [Queue, Queue, Queue, Queue] = [
  {
    key: 'cho-nhan',
    label: 'Chờ nhận',
    hint: 'Đơn vị đã gửi. Nhận thẩm định để đơn vị biết đang được xem; chọn nhiều dòng để làm một lần.',
    filter: { state: 'submitted' },
    emptyTitle: 'Không có đăng ký nào chờ nhận',
    emptyText: 'Khi đơn vị gửi đăng ký, hồ sơ sẽ hiện ở đây.',
  },
  {
    key: 'dang-tham-dinh',
    label: 'Đang thẩm định',
    hint: 'Mở từng đăng ký để so với năm trước và các tên gần giống, ghi kết quả kiểm tra, rồi nhận, trả lại hoặc không giao.',
    filter: { state: 'appraising' },
    emptyTitle: 'Không có đăng ký nào đang thẩm định',
    emptyText: 'Nhận thẩm định ở mục Chờ nhận.',
  },
  {
    key: 'chua-thong-bao',
    label: 'Đã nhận, chưa có thông báo',
    hint: 'Đã nhận nhưng chưa nằm trong thông báo nào được ban hành; đơn vị chưa bắt đầu được.',
    filter: { state: 'assigned', lacking: 'notice' },
    emptyTitle: 'Mọi mô hình đã nhận đều có thông báo giao',
    emptyText: 'Mô hình vừa được nhận sẽ hiện ở đây để lập thông báo.',
  },
  {
    key: 'tra-lai',
    label: 'Bị trả lại',
    hint: 'Đang chờ đơn vị bổ sung rồi gửi lại.',
    filter: { state: 'returned' },
    emptyTitle: 'Không có đăng ký nào đang bị trả lại',
    emptyText: 'Đăng ký trả lại để bổ sung sẽ hiện ở đây đến khi đơn vị gửi lại.',
  },
];
