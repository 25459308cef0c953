/** Papers written for the tests: wards and communes, with owners, exemplars and theory. None of them is real. */
import type { ExpectedPaper } from './expected-paper.ts';

const communeReview = `ĐẢNG BỘ HUYỆN PHÚ LÂM
ĐẢNG ỦY XÃ PHÚ SƠN
Số: 118-BC/ĐU

Phú Sơn, ngày 28 tháng 10 năm 2020
BÁO CÁO
Tổng kết 10 năm thực hiện phong trào thi đua "Dân vận khéo" giai đoạn 2009 - 2020
-------

PHẦN THỨ NHẤT
TÌNH HÌNH VÀ KẾT QUẢ
A. ĐẶC ĐIỂM TÌNH HÌNH
Xã có tổng diện tích tự nhiên 2.456,78 ha, gồm 11 thôn với 2.134 hộ/8.456 khẩu; 3 tôn giáo chính với 1.245 tín đồ (Phật giáo 845, Công giáo 320, Cao Đài 80). Đảng bộ có 15 chi bộ trực thuộc (11 chi bộ thôn, 3 chi bộ trường học, 1 chi bộ quân sự) với 312 đảng viên.
B. KẾT QUẢ
I. Công tác lãnh đạo
Đảng ủy ban hành 01 nghị quyết chuyên đề, 12 kế hoạch, 25 công văn; tổ chức 14 hội nghị quán triệt cho 1.120 lượt cán bộ, đảng viên (đạt 97,5%). Đã thành lập 11 tổ dân vận với 77 thành viên.
II. Kết quả các mô hình
1. Trên lĩnh vực kinh tế
a) Mô hình: "Trồng cây ăn quả trên đất dốc". Địa chỉ: thôn Vĩnh Sơn. Quy mô 45ha, 62 hộ; doanh thu bình quân 180 - 220 triệu đồng/ha.
b) Mô hình: "Chăn nuôi bò lai" - thôn An Bình: 120 con, của 30 hộ hội viên nông dân.
2. Trên lĩnh vực văn hóa - xã hội
+ Thôn Tân Lập: Mô hình "Tang lễ văn minh, tiết kiệm" được 100% hộ dân hưởng ứng.
+ Thôn Đồng Tiến: mô hình "Tuyến đường tự quản" dài 1.200m, 48 hộ tham gia.
+ Trường Tiểu học Phú Sơn: "Tiếng trống học bài", "Nuôi heo đất giúp bạn nghèo" (quyên góp 23,5 triệu đồng, giúp 46 em).
3. Quốc phòng - an ninh
Mô hình "Thôn, xóm bình yên, gia đình hòa thuận" thực hiện ở 11/11 thôn; mô hình "Tiếng mõ an ninh" (thôn Vĩnh Sơn, thôn Tân Lập).
Trong 10 năm đã công nhận 86 mô hình (52 tập thể, 34 cá nhân), cấp trên khen thưởng: Trung ương 01 tập thể; tỉnh 05 tập thể, 07 cá nhân; huyện 21 tập thể, 33 cá nhân.
C. HẠN CHẾ
Còn 3/11 thôn chưa đăng ký.
PHẦN THỨ HAI
PHƯƠNG HƯỚNG, NHIỆM VỤ
- Đến năm 2025, có 95% trở lên tổ dân vận hoạt động tốt; mỗi năm xây dựng từ 5-7 mô hình.
- Nhân rộng mô hình "Tuyến đường tự quản" ra toàn xã.
`;

const exemplarNews = `Dân vận khéo ở Thạch Lâm
Điển hình như mô hình “Hàng cây thanh niên” của Đoàn xã Thạch Lâm; Chi bộ thôn Đoài với mô hình “Cổng làng bình yên”; Hội Phụ nữ xã Tân Lâm với mô hình phân loại rác tại hộ gia đình.
Xuất hiện nhiều điển hình tiên tiến: tập thể Chi bộ thôn 3, xã Hòa Phú; cá nhân đồng chí Lê Thị Mai, Bí thư Chi bộ khu phố 2; ông Phạm Văn Đức (thôn Trung).
Một số cách làm hay: “Sáng thứ bảy cùng dân”; “Cà phê doanh nghiệp”.
Trên lĩnh vực văn hóa - xã hội, các mô hình “Gia đình học tập”, “Dòng họ học tập” ở các xã Hòa Phú, Hòa Tiến; câu lạc bộ “Đờn ca tài tử” (xã Hòa Sơn) duy trì hiệu quả. Lĩnh vực an ninh có mô hình “Tổ xung kích 41”; đội “Dân phòng tự nguyện” ở ấp 7.
Chi bộ xây dựng mô hình “Dân vận khéo” về “Xây dựng tuyến đường hoa”; mô hình mang tên “Bữa sáng nghĩa tình”.
`;

const fiveYears = `Xã Bàu Lâm: 5 năm, một chặng đường dân vận
Từ 2015 đến 2020, xã vận động được 3 tỷ 450 triệu đồng, hiến 4,2ha đất. Xây 21 căn nhà "Đại đoàn kết", mỗi căn 50 - 60 triệu đồng. Hộ nghèo từ 12,4% (2015) giảm còn 3,1% (2020), bình quân giảm gần 2%/năm. Trồng 15.000 cây xanh, 8,5 km hoa; có 98,7% hộ dùng điện. Trên 3.000 lượt hội viên vay 27 tỷ 800 triệu đồng.
Trong số 14 mô hình dân vận khéo của xã, có 9 mô hình tập thể, 5 mô hình cá nhân, nổi bật là mô hình "Xe chở bệnh nhân miễn phí" của anh Võ Văn Lành (ấp 3) với 420 chuyến; "Tủ thuốc 0 đồng", "Tiệm tóc nghĩa tình" của các hội viên; "Vườn thuốc nam" ở Trạm Y tế xã.
`;

const theory = `Học tập tư tưởng Hồ Chí Minh về dân vận
Trong bài báo “Dân vận” đăng ngày 15/10/1949, Bác viết: “Việc dân vận rất quan trọng. Dân vận kém thì việc gì cũng kém”. Thực hiện phong cách “trọng dân, gần dân, hiểu dân, học dân và có trách nhiệm với dân”; “Năm dân vận chính quyền 2018” và phương châm “nghe dân nói, nói dân hiểu, làm dân tin”.
Tỉnh thực hiện mô hình Trưởng ban Dân vận đồng thời là Chủ tịch Mặt trận Tổ quốc cấp huyện ở 8/9 huyện; mô hình chính quyền địa phương hai cấp; mô hình tổ chức bộ máy mới. Chuyển đổi mô hình tăng trưởng, mô hình hợp tác xã kiểu mới. Xây dựng mô hình nông thôn mới thông minh. Các cấp đăng ký mô hình “Dân vận khéo” gắn với Chỉ thị 05; mô hình “dân vận khéo” cấp xã. Nhiều mô hình hay được biểu dương trên chuyên mục “Người tốt việc tốt”.
Hội thi “Dân vận khéo” năm 2019 có 12 đội tham gia, với chủ đề “Khéo dân vận, vững lòng dân”.
`;

const letter = `UBND TỈNH BÌNH LÂM
SỞ NỘI VỤ
Số: 1542/SNV-TĐKT
V/v hướng dẫn xét khen thưởng phong trào thi đua “Dân vận khéo”
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Lâm, ngày 07 tháng 9 năm 2021
Kính gửi:
- Các sở, ban, ngành;
- UBND các huyện, thành phố.
Thực hiện Luật Thi đua, khen thưởng; Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ và Hướng dẫn liên tịch số 02-HDLT/BDVTU-SNV ngày 10.3.2021, Sở Nội vụ hướng dẫn như sau:
1. Số lượng: mỗi huyện đề nghị không quá 03 tập thể, 05 cá nhân; mỗi sở tối đa 01 tập thể.
2. Thời gian: trước ngày 30/9/2021. Điện thoại 0263.3822123.
Mức thưởng theo Điều 69, 70 Nghị định 91: 1.490.000 đồng.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trần Quốc Bảo
`;

const citations = `Thường trực Huyện uỷ tổ chức Hội nghị tổng kết công tác dân vận theo Quyết định 290-QĐ/TW ngày 25/2/2010 của Bộ Chính trị và Quyết định số 23-QĐ/TW, ngày 30/7/2021; Kết luận 43 của Ban Bí thư (khóa XII), Nghị quyết 25 NQ/TW, Chỉ thị 33-CT/TU; Luật Thực hiện dân chủ ở cơ sở; Nghị quyết Đại hội Đảng bộ huyện lần thứ XX; Kế hoạch số 05 của Ban Dân vận Huyện uỷ ngày 12/3; công văn 1234/UBND-NC; Thông tư số 01/2021/TT-BNV; Kế hoạch liên tịch số 03/KHLT-BDV-CA ngày 4.5.2022 giữa Ban Dân vận với Công an huyện.
Toàn huyện có 1 thị trấn và 12 xã, 145 thôn, bản, với trên 19 nghìn hộ, hơn 82.000 khẩu, 5 dân tộc anh em; trong đó dân tộc Thái chiếm 41,5%, Kinh 38%. Đã kết nạp 112/110 đảng viên mới, đạt 101,8% kế hoạch.
`;

export const papersOfWards: readonly ExpectedPaper[] = [
  {
    what: 'a commune that reviews ten years, with owners before the colon',
    text: communeReview,
    documents: ['118-BC/ĐU 2020-10-28'],
    practices: [
      'Trồng cây ăn quả trên đất dốc | thôn Vĩnh Sơn | economy',
      'Chăn nuôi bò lai | thôn An Bình | economy',
      'Tang lễ văn minh, tiết kiệm | Thôn Tân Lập | culture_society',
      'Tuyến đường tự quản | Thôn Đồng Tiến | culture_society',
      'Tiếng trống học bài | | culture_society',
      'Nuôi heo đất giúp bạn nghèo | | culture_society',
      'Thôn, xóm bình yên, gia đình hòa thuận | | defence_security',
      'Tiếng mõ an ninh | thôn Vĩnh Sơn; thôn Tân Lập | defence_security',
    ],
    figures:
      '2456.78 11 2134 8456 3 1245 845 320 80 15 11 3 1 312 1 12 25 14 1120 97.5% 11 77 45 62 180 220 120 30 100% 1200 48 23.5 46 11 11 86 52 34 1 5 7 21 33 3 11 ≥95% 5 7',
    sums: ['1245 = 845 + 320 + 80', '15 = 11 + 3 + 1', '86 = 52 + 34'],
  },
  {
    what: 'news of exemplars, persons and bodies',
    text: exemplarNews,
    documents: [],
    practices: [
      'Hàng cây thanh niên | xã Thạch Lâm | -',
      'Cổng làng bình yên | thôn Đoài | -',
      'phân loại rác tại hộ gia đình | xã Tân Lâm | -',
      'Chi bộ thôn 3 | xã Hòa Phú | -',
      'đồng chí Lê Thị Mai | khu phố 2 | -',
      'ông Phạm Văn Đức | thôn Trung | -',
      'Sáng thứ bảy cùng dân | | -',
      'Cà phê doanh nghiệp | | -',
      'Gia đình học tập | xã Hòa Phú; Hòa Tiến | culture_society',
      'Dòng họ học tập | xã Hòa Phú; Hòa Tiến | culture_society',
      'Đờn ca tài tử | xã Hòa Sơn | culture_society',
      'Tổ xung kích 41 | | defence_security',
      'Dân phòng tự nguyện | ấp 7 | defence_security',
      'Xây dựng tuyến đường hoa | | -',
      'Bữa sáng nghĩa tình | | -',
    ],
    figures: '',
    sums: [],
  },
  {
    what: 'five years in round numbers',
    text: fiveYears,
    documents: [],
    practices: [
      'Xe chở bệnh nhân miễn phí | ấp 3 | -',
      'Tủ thuốc 0 đồng | | -',
      'Tiệm tóc nghĩa tình | | -',
      'Vườn thuốc nam | | -',
    ],
    figures: '3450 4.2 21 50 60 12.4% 3.1% <2% 15000 8.5 98.7% >3000 27800 14 9 5 420',
    sums: ['14 = 9 + 5'],
  },
  {
    what: 'an article on theory: models of government are no practices',
    text: theory,
    documents: ['05'],
    practices: [],
    figures: '8 9 12',
    sums: [],
  },
  {
    what: 'a state letter with limits',
    text: letter,
    documents: ['1542/SNV-TĐKT 2021-09-07', '91/2017/NĐ-CP 2017-07-31', '02-HDLT/BDVTU-SNV 2021-03-10'],
    practices: [],
    figures: '≤3 5 ≤1 1490000',
    sums: [],
  },
  {
    what: 'many citations in one sentence, and a place told in numbers',
    text: citations,
    documents: [
      '290-QĐ/TW 2010-02-25',
      '23-QĐ/TW 2021-07-30',
      '43',
      '25-NQ/TW',
      '33-CT/TU',
      '05',
      '1234/UBND-NC',
      '01/2021/TT-BNV',
      '03/KHLT-BDV-CA 2022-05-04',
    ],
    practices: [],
    figures: '1 12 145 >19000 >82000 5 41.5% 38% 112 110 101.8%',
    sums: [],
  },
];
