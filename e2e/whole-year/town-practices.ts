import type { Registration } from './register.ts';

/** What the units of this small town register, in the offices' own words. */
export const river: Registration = {
  name: 'Tổ tự quản bảo vệ tài nguyên trên sông Bồ',
  field: 'Quốc phòng - an ninh',
  content: 'Vận động 12 hộ ven sông ký cam kết, tuần tra hai lần mỗi tuần, thả cá giống tái tạo nguồn lợi.',
  place: 'Bờ nam sông Bồ, 4 tổ dân phố',
  owner: 'Tổ tự quản sông Bồ',
};

export const flowers: Registration = {
  name: 'Đoạn đường hoa tổ dân phố Thanh Lương',
  field: 'Văn hóa - xã hội',
  content: 'Nhân dân góp công trồng và chăm sóc đường hoa, thay các điểm tập kết rác.',
  place: 'Tổ dân phố Thanh Lương 1',
  owner: 'Chi hội Phụ nữ Thanh Lương',
};

export const cameras: Registration = {
  name: 'Camera an ninh từ đóng góp của nhân dân',
  field: 'Quốc phòng - an ninh',
  content: 'Vận động lắp 18 camera ở các ngã ba, giao tổ an ninh trật tự theo dõi.',
  place: 'Tổ dân phố Liễu Nam',
  owner: 'Ban Công tác Mặt trận Liễu Nam',
};

/** The ward's paper list. */
export const huongXuanList: readonly Registration[] = [
  flowers,
  cameras,
  {
    name: 'Chuyển đổi 12 ha lúa kém hiệu quả sang trồng thanh trà',
    field: 'Kinh tế',
    content: 'Vận động 40 hộ dồn điền đổi thửa, chuyển đổi giống cây, liên kết tiêu thụ.',
    place: 'Tổ dân phố Thanh Khê',
    owner: 'Chi hội Nông dân Thanh Khê',
  },
  {
    name: 'Ngày thứ Bảy vì dân',
    field: 'Xây dựng hệ thống chính trị',
    content: 'Cán bộ phường làm thủ tục tại tổ dân phố cho người già yếu vào sáng thứ Bảy.',
    place: 'Ủy ban nhân dân phường',
    owner: 'Bộ phận Một cửa phường Hương Xuân',
  },
];

export const school: Registration = {
  name: 'Học sinh với an toàn giao thông trước cổng trường',
  field: 'Văn hóa - xã hội',
  content: 'Đoàn trường phân công trực cổng, vận động phụ huynh đón con đúng nơi quy định.',
  place: 'Cổng Trường THPT Đặng Huy Trứ',
  owner: 'Đoàn trường THPT Đặng Huy Trứ',
};

export const huongVan: Registration = {
  name: 'Hũ gạo nghĩa tình',
  field: 'Kinh tế',
  content: 'Mỗi hộ góp một nắm gạo mỗi ngày, giúp 25 hộ khó khăn trong tháng giáp hạt.',
  place: 'Tổ dân phố Giáp Ba',
  owner: 'Chi hội Phụ nữ Giáp Ba',
};
