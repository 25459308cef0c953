/** Papers written for the tests: a city and a commune whose lines begin with a field or a number. None of them is real. */
import type { ExpectedPaper } from './expected-paper.ts';

const cityReport = `THÀNH ỦY HÒA LÂM
BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA “DÂN VẬN KHÉO”
Số 09 - BC/BCĐ
Hoà Lâm, ngày 30 tháng 11 năm 2021
BÁO CÁO
Kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2021
(Kèm theo Công văn số 512-CV/TU ngày 25/11/2021 của Thành uỷ)
I. Tình hình chung
Toàn Đảng bộ có 52 TCCSĐ, 9.876 đảng viên; 21 xã, phường; 215 thôn, khu phố.
II. Kết quả
Năm 2021, có 49/52 TCCSĐ (94,2%) đăng ký 312 mô hình, điển hình (287 tập thể, 25 cá nhân), tăng 34 mô hình so với năm 2020; cụ thể: kinh tế 64; văn hoá - xã hội 158; quốc phòng - an ninh 52; xây dựng HTCT 38.
Qua bình xét có 205 mô hình đạt loại tốt (65,7%), 92 khá, 15 trung bình.
1. Kinh tế: “Liên kết sản xuất lúa giống” - Hội Nông dân xã Hoà An (86 ha/214 hộ); “Chợ văn minh” - phường Tân Hoà; "Hiến đất mở đường” xã Hoà Sơn: 41 hộ hiến 5.860m2, trị giá trên 12 tỉ đồng.
2. Văn hoá - xã hội: Mô hình “Tổ phụ nữ không sinh con thứ 3 (xã Hoà Bình); “Ngày pháp luật” (Phòng Tư pháp); “ATM gạo” (Hội CTĐ thành phố) phát 25,6 tấn gạo cho 3.420 lượt hộ.
3. QP-AN: “Camera an ninh” (8 xã, phường: Hoà An, Hoà Sơn...), lắp 642 mắt, kinh phí 2,1 tỷ đồng (xã hội hóa 1,8 tỷ đồng); “Tổ nhân dân tự quản số 5” (khu phố 3, phường Phú Hoà).
4. Xây dựng HTCT: “Ngày không viết, không hẹn” (UBND phường Tân Hoà), “Mỗi tuần một việc tốt” (Chi bộ Trường THPT Lê Lợi).
III. Tồn tại
Còn 03 TCCSĐ chưa đăng ký; 12 mô hình chậm tiến độ.
IV. Nhiệm vụ 2022
Mỗi TCCSĐ xây dựng 01-02 mô hình; 100% mô hình có kế hoạch.
`;

const quarterNews = `Xã Tân Phú đẩy mạnh phong trào “Dân vận khéo”
Trong quý III/2023, mô hình "Nói không với rác thải nhựa" do Chi đoàn Công an xã phụ trách đã thu 450 kg ve chai, bán được 3.150.000đ, tặng 07 suất quà (500 nghìn đồng/suất). Mô hình “Sổ vàng tình nghĩa” của CCB ấp Bà Rá, mô hình “Lá lành đùm lá rách” ấp Phước Lộc…
Các mô hình đăng ký mới năm 2023 gồm: 1. “Tuyến đường hoa mười giờ” (Hội LHPN); 2. “Hộ gia đình 5 có, 3 sạch” (Hội LHPN); 3. “Trồng rau thủy canh” (Hội Nông dân); 4. “Thắp sáng niềm tin” (Đoàn Thanh niên).
Ông Lê Văn Tám - Trưởng ấp 2, điển hình trong vận động hiến đất (đã hiến 720 m2). Gương điển hình: Bà Trần Thị Sáu, Chi hội trưởng Phụ nữ ấp 5.
`;

const faithNews = `Thực hiện Chỉ thị số 19-CT/TU của Tỉnh ủy, huyện Tân Biên có nhiều cách làm hay trong công tác dân vận. Toàn huyện hiện có 128 mô hình, trong đó 45 mô hình kinh tế, 51 mô hình văn hóa - xã hội, 20 mô hình quốc phòng - an ninh và 12 mô hình xây dựng hệ thống chính trị.
Đồng chí Nguyễn Văn Bình, Trưởng Ban Dân vận Huyện ủy cho biết, từ đầu năm đến nay, các mô hình đã giúp 215 hộ thoát nghèo, giảm tỷ lệ hộ nghèo từ 3,25% xuống còn 2,1%.
Nổi bật là mô hình vận động Phật tử tham gia bảo vệ môi trường ở chùa Linh Sơn; mô hình họ đạo Tân Bình giữ gìn an ninh trật tự; mô hình cánh đồng mẫu lớn ở xã Tân Phong với diện tích trên 120ha, năng suất 7,2 tấn/ha.
Đến thăm mô hình trồng mãng cầu của ông Trần Văn Út ở ấp 5, xã Thạnh Bình, ông phấn khởi khoe: “Năm rồi tôi thu 450 triệu đồng”.
Thời gian tới, huyện sẽ nhân rộng mô hình “Ấp văn minh”, phấn đấu có thêm 30 mô hình.
`;

const threeModels = `Ba mô hình "Dân vận khéo" tiêu biểu ở Quảng Lâm
1. Mô hình Dân vận khéo "Xây dựng vườn mẫu" ở thôn Trung Thành
Từ 5 hộ ban đầu, nay có 37 hộ, thu nhập 80-100 triệu/năm/vườn.
2. Mô hình Dân vận khéo trong giải phóng mặt bằng dự án đường ven biển tại phường Kỳ Lâm
Có 312/315 hộ nhận tiền, bàn giao 45,6ha.
3. Mô hình Dân vận khéo tham gia giữ gìn an ninh trật tự vùng giáo của giáo xứ Dụ Sơn
Đã hòa giải 23 vụ, 0 vụ vượt cấp.
`;

export const papersOfCities: readonly ExpectedPaper[] = [
  {
    what: 'a city whose lines begin with a field',
    text: cityReport,
    documents: ['09-BC/BCĐ 2021-11-30', '512-CV/TU 2021-11-25'],
    practices: [
      'Liên kết sản xuất lúa giống | xã Hoà An | economy',
      'Chợ văn minh | phường Tân Hoà | economy',
      'Hiến đất mở đường | xã Hoà Sơn | economy',
      'Tổ phụ nữ không sinh con thứ 3 | xã Hoà Bình | culture_society',
      'Ngày pháp luật | | culture_society',
      'ATM gạo | | culture_society',
      'Camera an ninh | Hoà Sơn | defence_security',
      'Tổ nhân dân tự quản số 5 | khu phố 3, phường Phú Hoà | defence_security',
      'Ngày không viết, không hẹn | phường Tân Hoà | political_system',
      'Mỗi tuần một việc tốt | | political_system',
    ],
    figures:
      '52 9876 21 215 49 52 94.2% 312 287 25 34 64 158 52 38 205 65.7% 92 15 86 214 41 5860 >12 25.6 3420 8 642 2.1 1.8 3 12 1 2 100%',
    sums: ['312 = 287 + 25', '312 = 64 + 158 + 52 + 38'],
  },
  {
    what: 'news with numbers before the names of a list',
    text: quarterNews,
    documents: [],
    practices: [
      'Nói không với rác thải nhựa | | -',
      'Sổ vàng tình nghĩa | ấp Bà Rá | -',
      'Lá lành đùm lá rách | ấp Phước Lộc | -',
      'Tuyến đường hoa mười giờ | | -',
      'Hộ gia đình 5 có, 3 sạch | | -',
      'Trồng rau thủy canh | | -',
      'Thắp sáng niềm tin | | -',
      'Bà Trần Thị Sáu | ấp 5 | -',
    ],
    figures: '450 3150000 7 500 720',
    sums: [],
  },
  {
    what: 'models named one after the other without quotation marks',
    text: faithNews,
    documents: ['19-CT/TU'],
    practices: [
      'vận động Phật tử tham gia bảo vệ môi trường | | -',
      'họ đạo Tân Bình giữ gìn an ninh trật tự | | -',
      'cánh đồng mẫu lớn | xã Tân Phong | -',
      'trồng mãng cầu | ấp 5, xã Thạnh Bình | -',
      'Ấp văn minh | | -',
    ],
    figures: '128 45 51 20 12 215 3.25% 2.1% >120 7.2 450 30',
    sums: ['128 = 45 + 51 + 20 + 12'],
  },
  {
    what: 'headings that name a model each',
    text: threeModels,
    documents: [],
    practices: [
      'Xây dựng vườn mẫu | thôn Trung Thành | -',
      'Dân vận khéo trong giải phóng mặt bằng dự án đường ven biển | phường Kỳ Lâm | -',
      'Dân vận khéo tham gia giữ gìn an ninh trật tự vùng giáo | | -',
    ],
    figures: '3 5 37 80 100 312 315 45.6 23 0',
    sums: [],
  },
];
