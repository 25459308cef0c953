/** Papers written for the tests: borders, coasts and towns, with lists of mixed kinds. None of them is real. */
import type { ExpectedPaper } from './expected-paper.ts';

const townNews = `15:48 02/07/2020 Hưởng ứng phong trào thi đua “Dân vận khéo”, quận Đồ Lâm gắn với cuộc vận động “Học tập tấm gương đạo đức Hồ Chí Minh”, phong trào thi đua “Năm dân vận chính quyền”.
Trong 5 năm qua, toàn quận đã xây dựng được 95 mô hình “Dân vận khéo”; tuyên dương 20 tập thể, 16 cá nhân điển hình “Dân vận khéo - năm 2020”.
Một số mô hình mang lại hiệu quả tốt, có tác dụng cao, có sức lan tỏa rộng rãi được nhân dân đồng tình ủng hộ như: Mô hình “Cảm hóa, giúp đỡ người lầm lỗi tại cộng đồng dân cư”; mô hình “CLB Nông dân sản xuất, kinh doanh giỏi”, mô hình “Giúp hộ gia đình thoát nghèo” của hội phụ nữ; mô hình “Chi hội phụ nữ tiết kiệm – tương trợ - nuôi dạy con tốt” của phường Vạn Sơn…
Bài và ảnh: NP
`;

const mixedLists = `Khối Dân vận đã phát động đăng ký thực hiện được 61 mô hình tập thể và 12 mô hình cá nhân. Ngoài ra, một số mô hình phát huy hiệu quả được nhân rộng như: lắp đặt camera an ninh, mô hình tiếng loa an ninh, khu dân cư an toàn về ANTT; đồng thời, củng cố các tổ chức quần chúng, thực hiện cuộc vận động “Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư”.
Từ các mô hình điểm như “Xây dựng thôn Đắk Lâm no đủ, vững mạnh, an toàn”, “Kết nghĩa giúp các hộ gia đình khó khăn trên biên giới vươn lên thoát nghèo”; “Bò giống giúp người nghèo nơi biên giới”; mô hình giúp dân trồng sâm dây, bời lời ở xã Đăk Sơn, Đăk Bình; Cao su tiểu điền ở xã Mô Lâm; “Thôn đạo bình yên” ở thôn Kei Lôi - xã Đăk Giang… cùng với các phong trào “Hũ gạo tình quân dân”, “Nâng bước em tới trường”, “Mái ấm nơi biên giới”.
Ban Dân vận huyện tiếp tục nhân rộng mô hình “Chính quyền thân thiện vì nhân dân phục vụ”, đưa tổng số xã thực hiện lên 16/20 xã, thị trấn.
`;

const borderPost = `Xã Hua Lâm có 514 hộ với 2.358 khẩu, 11 dân tộc anh em; diện tích tự nhiên 26.062,34 ha, đoạn biên giới dài 14,873 km, gồm 05 cột mốc (cột mốc 49, 49/1, 50). Đồn trao tặng 200 con cá giống, quản lý 3 mốc quốc giới 317, 318, 319.
Dự hội nghị có trưởng khối dân vận 13 xã, thị trấn; 13 đồng chí tổ trưởng đại diện cho 102 tổ trưởng tổ dân vận; 4 xã thuộc 2 huyện với 6.469 hộ, 22.920 người. Đơn vị thực hiện phương châm “5 cùng”, “4 bám”, xây dựng “thế trận lòng dân”, mô hình “tự quản” năm 2023.
Mô hình Dân vận khéo “Giáo xứ Nhân Sơn an toàn về ANTT” được nhân rộng. Một trong những mô hình tiêu biểu được ghi nhận là “Tổ thanh niên tự quản trong phòng, chống tội phạm” do Công an xã Đạ Lâm triển khai từ tháng 4/2024.
`;

const launch = `Hội Cựu chiến binh ra mắt mô hình mới
Ngày 9-11, Hội Cựu chiến binh huyện Chư Lâm phối hợp với hệ thống chính trị thôn Dư Sơn tổ chức lễ ra mắt mô hình "Ánh sáng camera an ninh" gắn với mô hình "4 không".
Chi hội đã vận động người dân lắp đặt 90 bóng điện và 14 camera. Tổng kinh phí thực hiện mô hình là 110 triệu đồng, trong đó người dân đóng góp 90 triệu đồng; Hội Cựu chiến binh đóng góp 20 triệu đồng.
Đèn bật lúc 19 giờ, các trụ cách nhau 30m; nhiều hộ góp từ 500.000 đến 1 triệu đồng. Bài viết có 14.030 lượt xem.
`;

export const papersOfBorders: readonly ExpectedPaper[] = [
  {
    what: 'news of a town whose cue stands far before its list',
    text: townNews,
    documents: [],
    practices: [
      'Cảm hóa, giúp đỡ người lầm lỗi tại cộng đồng dân cư | | -',
      'CLB Nông dân sản xuất, kinh doanh giỏi | | -',
      'Giúp hộ gia đình thoát nghèo | | -',
      'Chi hội phụ nữ tiết kiệm – tương trợ - nuôi dạy con tốt | phường Vạn Sơn | -',
    ],
    figures: '95 20 16',
    sums: [],
  },
  {
    what: 'lists of quoted and plain names, then movements',
    text: mixedLists,
    documents: [],
    practices: [
      'lắp đặt camera an ninh | | -',
      'tiếng loa an ninh | | -',
      'khu dân cư an toàn về ANTT | | -',
      'Xây dựng thôn Đắk Lâm no đủ, vững mạnh, an toàn | | -',
      'Kết nghĩa giúp các hộ gia đình khó khăn trên biên giới vươn lên thoát nghèo | | -',
      'Bò giống giúp người nghèo nơi biên giới | | -',
      'giúp dân trồng sâm dây, bời lời | xã Đăk Sơn; Đăk Bình | -',
      'Cao su tiểu điền | xã Mô Lâm | -',
      'Thôn đạo bình yên | thôn Kei Lôi, xã Đăk Giang | -',
      'Chính quyền thân thiện vì nhân dân phục vụ | | -',
    ],
    figures: '61 12 16 20',
    sums: [],
  },
  {
    what: 'a border commune with numbered marks and mottos',
    text: borderPost,
    documents: [],
    practices: [
      'Giáo xứ Nhân Sơn an toàn về ANTT | | -',
      'Tổ thanh niên tự quản trong phòng, chống tội phạm | xã Đạ Lâm | -',
    ],
    figures: '514 2358 11 26062.34 14.873 5 200 3 13 13 102 4 2 6469 22920',
    sums: [],
  },
  {
    what: 'the launch of a model, without the movement being named',
    text: launch,
    documents: [],
    practices: ['Ánh sáng camera an ninh | huyện Chư Lâm | -', '4 không | huyện Chư Lâm | -'],
    figures: '90 14 110 90 20 30 500000 1',
    sums: ['110 = 90 + 20'],
  },
];
