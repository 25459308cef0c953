/** Papers written for the tests: party and Front papers of districts and communes, none of them real. */
import type { ExpectedPaper } from './expected-paper.ts';

const districtReport = `HUYỆN ỦY TÂN HÒA
BAN DÂN VẬN
*
Số 45-BC/BDVHU
ĐẢNG CỘNG SẢN VIỆT NAM
Tân Hòa, ngày 20 tháng 11 năm 2019

BÁO CÁO
Kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2019

Thực hiện Kế hoạch số 12-KH/BDVTU ngày 15/01/2019 của Ban Dân vận Tỉnh ủy và Hướng dẫn số 03-HD/BDVTU ngày 20-02-2019 về xây dựng mô hình “Dân vận khéo”, Ban Dân vận Huyện ủy báo cáo như sau:

I- KẾT QUẢ THỰC HIỆN
1- Công tác đăng ký
Năm 2019, toàn huyện có 18/18 đảng ủy xã, thị trấn đăng ký xây dựng 96 mô hình, trong đó: lĩnh vực kinh tế 31 mô hình, văn hóa - xã hội 42 mô hình, quốc phòng - an ninh 15 mô hình, xây dựng hệ thống chính trị 8 mô hình. Qua kiểm tra, công nhận 82 mô hình, đạt 85,4%.
2- Một số mô hình tiêu biểu
- Trên lĩnh vực kinh tế: Mô hình “Tổ hợp tác trồng thanh long ruột đỏ” ở ấp Bình Hòa, xã Long Trì, với 35 hộ tham gia, diện tích 42 ha, lợi nhuận bình quân 280 triệu đồng/ha/năm; mô hình “Nuôi tôm công nghệ cao” của Chi hội Nông dân ấp 4, xã Phước Đông; mô hình “Nuôi bò vỗ béo” xã Tân Lân.
- Trên lĩnh vực văn hóa - xã hội: mô hình “Thắp sáng đường quê” của Hội Cựu chiến binh xã Mỹ Lệ đã vận động lắp 450 bóng đèn, trị giá trên 600 triệu đồng; “Cổng rào xanh” của Hội Liên hiệp Phụ nữ xã Long Sơn; “Tổ phụ nữ tiết kiệm theo gương Bác” tại ấp Rạch Kiến.
- Về quốc phòng, an ninh: mô hình “Tiếng kẻng an ninh”, “Camera giám sát an ninh trật tự” (xã Long Hòa, thị trấn Cần Giang); “Ấp 3 không” của Công an xã Tân Ân.
3- Kết quả huy động
Nhân dân đã hiến 12.500 m2 đất, đóng góp 3.250 ngày công, trị giá 4,7 tỷ đồng để làm 28 km đường giao thông nông thôn, xây 6 cây cầu. Xây mới 24 căn nhà tình thương với kinh phí 1,2 tỷ đồng; tặng 1.850 phần quà cho hộ nghèo. Tỷ lệ hộ nghèo giảm còn 1,85%.

II- HẠN CHẾ
Một số mô hình còn hình thức. Có 05 mô hình chưa phát huy hiệu quả.

III- PHƯƠNG HƯỚNG NĂM 2020
Phấn đấu mỗi xã, thị trấn xây dựng ít nhất 05 mô hình; 100% chi bộ đăng ký. Xây dựng mô hình “Khu dân cư không rác thải” tại các ấp.

Nơi nhận:
- Ban Dân vận Tỉnh ủy;
- Thường trực Huyện ủy;
- Lưu.

TRƯỞNG BAN


Nguyễn Thị Kim Loan
`;

const frontReport = `ỦY BAN MTTQ VIỆT NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN EA LÂM\tĐộc lập - Tự do - Hạnh phúc
BAN THƯỜNG TRỰC
Số: 15/BC-MTTQ-BTT\tEa Lâm, ngày 05 tháng 12 năm 2022

BÁO CÁO
Kết quả xây dựng mô hình “Dân vận khéo” trong hệ thống Mặt trận năm 2022

Căn cứ Thông tri số 20/TTr-MTTW-BTT ngày 30 tháng 9 năm 2021 của Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam; Kế hoạch số 08/KH-MTTQ-BTT, ngày 14/02/2022; thực hiện Quyết định 217-QĐ/TW, 218-QĐ/TW của Bộ Chính trị (khóa XI) và Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư.

Trong năm, Mặt trận các cấp trong huyện đã xây dựng 02 mô hình cấp huyện, 24 mô hình cấp xã, cụ thể:
1. Mô hình “Khu dân cư tự quản về bảo vệ môi trường” tại buôn Tơ Lơ, xã Ea Na: có 156 hộ tham gia.
2. Mô hình “Dòng họ không có tội phạm” tại thôn 2, xã Quảng Điền.
3. Mô hình “Buôn làng sáng - xanh - sạch” tại buôn Cuê, xã Ea Drênh và buôn Knul, xã Ea Bông.
Vận động Quỹ “Vì người nghèo” được 1 tỷ 250 triệu đồng; hỗ trợ xây dựng, sửa chữa 45 căn nhà Đại đoàn kết (xây mới 30 căn, sửa chữa 15 căn) trị giá 2.150.000.000 đồng. Tổ chức 36 hội nghị tiếp xúc cử tri với 2.845 lượt người tham dự, có 312 ý kiến, kiến nghị; 08 cuộc giám sát; 03 hội nghị phản biện xã hội.
Điển hình như ông Y Bhim Niê ở buôn Tơ Lơ, bà H’Lan Êban ở thị trấn Ea Trấp hiến 350m2 đất; hộ ông Trần Văn Bảy, thôn 5, xã Bình Hòa.

TM. BAN THƯỜNG TRỰC
CHỦ TỊCH

Nguyễn Hữu Tài
`;

const plan = `ĐẢNG ỦY XÃ IA SƠN
Số: 11-KH/ĐU
Ia Sơn, ngày 03 tháng 02 năm 2024
KẾ HOẠCH
thực hiện phong trào thi đua “Dân vận khéo” năm 2024
Căn cứ Kế hoạch số 97-KH/HU, ngày 15/01/2024 của Ban Thường vụ Huyện ủy; Đảng ủy xã xây dựng kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
- Tạo chuyển biến về nhận thức.
II. CHỈ TIÊU
- 100% chi bộ đăng ký ít nhất 01 mô hình; phấn đấu trên 80% mô hình được công nhận.
- Mỗi đoàn thể xây dựng từ 1 đến 2 mô hình; vận động 500 triệu đồng làm đường; giảm 2% hộ nghèo.
- Hoàn thành trước ngày 30/11/2024.
III. NHIỆM VỤ
1. Xây dựng mới mô hình “Làng không có rác” tại làng Ngol; mô hình “3 biết, 4 không”.
2. Tiếp tục tuyên truyền Kết luận số 54-KL/TW, Quy định 02 và Hướng dẫn số 05 của Ban Dân vận Huyện ủy.
T/M ĐẢNG ỦY
BÍ THƯ
Rơ Mah Tuân
`;

const armyReport = `QUÂN KHU NAM
ĐẢNG ỦY BỘ CHỈ HUY QUÂN SỰ TỈNH
Số: 256 -BC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Đồng Lâm, ngày 5 tháng 6 năm 2021
BÁO CÁO
Sơ kết 5 năm thực hiện phong trào “Dân vận khéo”, xây dựng “Đơn vị dân vận tốt” giai đoạn 2016 - 2021
Thực hiện Chỉ thị 157-CT/QUTW ngày 01.3.2016 của Thường vụ Quân ủy Trung ương và Nghị quyết số 152 NQ/QUTW; Hướng dẫn 1025/HD-CT ngày 21/6/2018 của Cục Chính trị Quân khu...
1. Kết quả
Các đơn vị đã huy động 12.350 lượt cán bộ, chiến sĩ, giúp dân 45.670 ngày công, làm mới và sửa chữa 125,5km đường, xây 17 cây cầu, nạo vét 32 km kênh mương, khám bệnh, cấp thuốc miễn phí cho 15.400 người trị giá hơn 3 tỷ 200 triệu đồng. Tặng 36 con bò giống, 500 suất học bổng (mỗi suất 1 triệu đồng). Có 12/14 đơn vị được công nhận “Đơn vị dân vận tốt”.
Nhiều mô hình có sức lan tỏa như: “Hũ gạo vì người nghèo” (Ban CHQS huyện Bù Lâm), “Nâng bước em tới trường” (Đồn Biên phòng Lộc Sơn), “Gian hàng 0 đồng”, “Bánh mì yêu thương” (thị xã Phước Bình)… Tiểu đoàn 208 với mô hình “Tiết học biên cương”, Trung đoàn 736 với “Ngày thứ Bảy vì dân”.
2. Khen thưởng: đã khen thưởng 45 tập thể, 112 cá nhân; đề nghị Quân khu tặng Bằng khen 3 tập thể và 5 cá nhân.
`;

const twoLevelReport = `TỈNH ỦY SƠN BÌNH
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 128-BC/BTGDVTU

ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Bình, ngày 12 tháng 11 năm 2025

BÁO CÁO
kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2025

Thực hiện Kế hoạch số 215-KH/TU, ngày 10/02/2025 của Ban
Thường vụ Tỉnh ủy về đẩy mạnh phong trào thi đua “Dân vận
khéo” giai đoạn 2021 - 2025; Công văn số 3412-CV/BTGDVTW,
ngày 15/8/2025 của Ban Tuyên giáo và Dân vận Trung ương, sau
khi vận hành mô hình chính quyền địa phương 2 cấp, Ban Tuyên
giáo và Dân vận Tỉnh ủy báo cáo kết quả như sau:

1. Tổng số mô hình đăng ký: 1.286 mô hình, trong đó:
- Lĩnh vực kinh tế: 402 mô hình;
- Lĩnh vực văn hóa - xã hội: 511 mô hình;
- Lĩnh vực quốc phòng - an ninh: 178 mô hình;
- Lĩnh vực xây dựng hệ thống chính trị: 185 mô hình.
2. Về kết quả cụ thể
Đến nay đã có 65/65 xã, phường thành lập Ban Chỉ đạo. Tiêu
biểu như mô hình “Thôn 5 không” ở thôn Nà Pán, xã Thất Giang;
mô hình “Chợ phiên không tiền mặt” của Đoàn xã Bắc Lâm; mô
hình “Tổ công nghệ số cộng đồng” xã Đình Sơn. Nhân dân hiến
trên 2 ngàn m2 đất, 1,2 vạn cây hồi giống.
3. Khen thưởng 22 tập thể, 31 cá nhân.
`;

export const papersOfDistricts: readonly ExpectedPaper[] = [
  {
    what: 'a district report of 2019 in southern words',
    text: districtReport,
    documents: ['45-BC/BDVHU 2019-11-20', '12-KH/BDVTU 2019-01-15', '03-HD/BDVTU 2019-02-20'],
    practices: [
      'Tổ hợp tác trồng thanh long ruột đỏ | ấp Bình Hòa, xã Long Trì | economy',
      'Nuôi tôm công nghệ cao | ấp 4, xã Phước Đông | economy',
      'Nuôi bò vỗ béo | xã Tân Lân | economy',
      'Thắp sáng đường quê | xã Mỹ Lệ | culture_society',
      'Cổng rào xanh | xã Long Sơn | culture_society',
      'Tổ phụ nữ tiết kiệm theo gương Bác | ấp Rạch Kiến | culture_society',
      'Tiếng kẻng an ninh | xã Long Hòa; thị trấn Cần Giang | defence_security',
      'Camera giám sát an ninh trật tự | xã Long Hòa; thị trấn Cần Giang | defence_security',
      'Ấp 3 không | xã Tân Ân | defence_security',
    ],
    figures:
      '18 18 96 31 42 15 8 82 85.4% 35 42 280 450 >600 12500 3250 4.7 28 6 24 1.2 1850 1.85% 5 ≥5 100%',
    sums: ['96 = 31 + 42 + 15 + 8'],
  },
  {
    what: 'a report of the Front in state layout, with a table for its head',
    text: frontReport,
    documents: [
      '15/BC-MTTQ-BTT 2022-12-05',
      '20/TTr-MTTW-BTT 2021-09-30',
      '08/KH-MTTQ-BTT 2022-02-14',
      '217-QĐ/TW',
      '218-QĐ/TW',
      '18-CT/TW 2022-10-26',
    ],
    practices: [
      'Khu dân cư tự quản về bảo vệ môi trường | buôn Tơ Lơ, xã Ea Na | -',
      'Dòng họ không có tội phạm | thôn 2, xã Quảng Điền | -',
      'Buôn làng sáng - xanh - sạch | buôn Cuê, xã Ea Drênh; buôn Knul, xã Ea Bông | -',
      'ông Y Bhim Niê | buôn Tơ Lơ | -',
      'bà H’Lan Êban | thị trấn Ea Trấp | -',
      'hộ ông Trần Văn Bảy | thôn 5, xã Bình Hòa | -',
    ],
    figures: '2 24 156 1250 45 30 15 2150000000 36 2845 312 8 3 350',
    sums: ['45 = 30 + 15'],
  },
  {
    what: 'a plan: everything in it is ahead',
    text: plan,
    documents: ['11-KH/ĐU 2024-02-03', '97-KH/HU 2024-01-15', '54-KL/TW', '02', '05'],
    practices: [],
    figures: '100% ≥1 >80% 1 2 500 2%',
    sums: [],
  },
  {
    what: 'a report of the armed forces',
    text: armyReport,
    documents: ['256-BC/ĐU 2021-06-05', '157-CT/QUTW 2016-03-01', '152-NQ/QUTW', '1025/HD-CT 2018-06-21'],
    practices: [
      'Hũ gạo vì người nghèo | huyện Bù Lâm | -',
      'Nâng bước em tới trường | | -',
      'Gian hàng 0 đồng | thị xã Phước Bình | -',
      'Bánh mì yêu thương | thị xã Phước Bình | -',
      'Tiết học biên cương | | -',
      'Ngày thứ Bảy vì dân | | -',
    ],
    figures: '12350 45670 125.5 17 32 15400 >3200 36 500 1 12 14 45 112 3 5',
    sums: [],
  },
  {
    what: 'a province of 2025 whose parts do not add up, its lines broken at the margin',
    text: twoLevelReport,
    documents: ['128-BC/BTGDVTU 2025-11-12', '215-KH/TU 2025-02-10', '3412-CV/BTGDVTW 2025-08-15'],
    practices: [
      'Thôn 5 không | thôn Nà Pán, xã Thất Giang | -',
      'Chợ phiên không tiền mặt | xã Bắc Lâm | -',
      'Tổ công nghệ số cộng đồng | xã Đình Sơn | -',
    ],
    figures: '1286 402 511 178 185 65 65 >2 12000 22 31',
    sums: ['1286 ≠ 402 + 511 + 178 + 185'],
  },
];
