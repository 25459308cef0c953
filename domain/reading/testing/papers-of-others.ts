/** Papers written for the tests: news, lists, tables, and papers about something else. None of them is real. */
import type { ExpectedPaper } from './expected-paper.ts';

const news = `Nhân rộng những mô hình hay ở Bình Sơn

Những năm qua, huyện Bình Sơn có nhiều mô hình "Dân vận khéo" thiết thực. Đến thôn Đồng Du hôm nay, chúng tôi thấy con đường rộng 5 m, dài hơn 1,2 km được trải bê tông phẳng lì. Ông Trần Văn Hưng, Bí thư chi bộ thôn cho biết: "Chúng tôi đã vận động 47 hộ hiến 1.860 m2 đất, đóng góp gần 900 triệu đồng".

Mô hình "Đường hoa phụ nữ" của Hội LHPN xã An Nội được triển khai từ năm 2018, đến nay đã có 14 tuyến đường với tổng chiều dài hơn 9 km. Cùng với đó, mô hình "Ngôi nhà xanh", "Biến rác thành tiền" ở xã Tiêu Động, câu lạc bộ "Liên thế hệ tự giúp nhau" của Hội Người cao tuổi xã Vũ Bản cũng được nhân rộng. Trong chăn nuôi có mô hình nuôi lợn hữu cơ của gia đình anh Lê Văn Thắng ở xã Ngọc Lũ cho thu nhập 300 triệu đồng mỗi năm; mô hình trồng dưa lưới trong nhà màng ở thị trấn Bình Mỹ.

Theo Ban Dân vận Huyện ủy, năm 2021 toàn huyện đăng ký 143 mô hình (tập thể 98, cá nhân 45), tăng 17 mô hình so với năm 2020. Có 5 tập thể, 7 cá nhân được UBND tỉnh tặng Bằng khen. Cuộc thi "Dân vận khéo" thu hút trên 1.500 người tham gia.
`;

const dashedList = `Kết quả xây dựng mô hình "Dân vận khéo" quận Ninh Sơn

Các mô hình tiêu biểu:
- Mô hình "Camera an ninh": do Công an phường An Bình thực hiện, lắp đặt 85 camera, kinh phí 320 triệu đồng.
- Mô hình "Bếp ăn tình thương" của chùa Phước Long, mỗi ngày nấu 200 suất cơm.
- Hẻm 132 không rác (phường Xuân Khánh): 42 hộ dân tham gia.
- Tuyến đường Lê Lai văn minh (khu vực 5, phường An Phú).
- Chi hội phụ nữ giúp nhau làm kinh tế - phường Tân An: 28 chị được vay 560.000.000đ.

Các điển hình tiêu biểu: ông Huỳnh Văn Sáu (khu vực 3, phường Cái Sơn) hiến 120m² đất; bà Trần Thị Bé Năm ở phường An Hội vận động 15 tấn gạo.
`;

const unquotedLists = `UBND XÃ TRÀ SƠN
BÁO CÁO
Công tác dân vận chính quyền 9 tháng đầu năm 2023
Đã tiếp 34 lượt công dân, tiếp nhận 27 đơn, giải quyết 25/27 đơn, đạt 92,59%. Tỷ lệ hồ sơ đúng hạn 99,7%. Tổ chức 3 cuộc đối thoại với 186 người tham dự. Thu ngân sách 2,35 tỷ đồng, bằng 102% kế hoạch. Lắp hai mô hình điểm “Chính quyền thân thiện” tại thôn 1 và “Ngày thứ năm không hẹn”.
Triển khai các mô hình như nuôi dê sinh sản, trồng sâm dưới tán rừng, nuôi cá tầm và vườn rau hữu cơ được 112 hộ tham gia. Diện tích sâm đạt 15,6 ha (tăng 3,2 ha so với cùng kỳ).
Mô hình trồng quế gắn với bảo vệ rừng của Hội Nông dân xã tại thôn 3 đem lại thu nhập từ 70 - 80 triệu đồng/hộ/năm.
Nhiều mô hình mới xuất hiện. Xây dựng mô hình nông thôn mới kiểu mẫu.
`;

const fieldsInline = `5. Kết quả mô hình “Dân vận khéo” trên các lĩnh vực
5.1. Lĩnh vực phát triển kinh tế: Toàn huyện có 87 mô hình “Dân vận khéo”, tiêu biểu: Mô hình trồng rau an toàn (xã Vân Hội), mô hình chăn nuôi bò thịt (xã Hoàng Đan, xã Hợp Thịnh), mô hình sản xuất đậu nành rau (HTX Duy Phiên)...
5.2. Lĩnh vực văn hóa, xã hội: có 120 mô hình, như “Đám cưới tiết kiệm”, “Đám tang văn minh” ở xã An Hòa; “Thư viện tư nhân” ở thôn Lai Sơn, xã Đồng Tĩnh; “Giúp trẻ đến trường” của Hội Khuyến học huyện...
5.3. Lĩnh vực quốc phòng, an ninh: 45 mô hình, điển hình: Tổ liên gia tự quản về ANTT ở thị trấn Hợp Hòa; Dòng họ Nguyễn Văn tự quản (xã Kim Long); Cổng trường an toàn giao thông của Trường THCS Tam Sơn.
5.4. Lĩnh vực xây dựng hệ thống chính trị: 39 mô hình; điển hình như: «Chính quyền lắng nghe dân», «Bộ phận một cửa thân thiện» (UBND xã Thanh Vân); «Chi bộ bốn tốt» (Đảng bộ thị trấn).
Tổng số: 291 mô hình. Dự kiến năm 2025 nhân rộng 40 mô hình, xây dựng mới 30 mô hình.
`;

const interview = `Về thôn Cẩm Thành hôm nay
Với phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra”, cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh” ở xã Cẩm Thành đã đạt nhiều kết quả. Xã hoàn thành 19/19 tiêu chí nông thôn mới, thu nhập bình quân đạt 62 triệu đồng/người/năm.
“Tuyến đường không rác” là mô hình dân vận khéo do Đoàn Thanh niên xã khởi xướng từ năm 2020. Sau 3 năm, 4 trong 9 thôn đã làm theo. ‘Vườn mẫu 4 mùa’ là mô hình khác được bà con ưa chuộng. Chị Nguyễn Thị Hoa chia sẻ: “Gia đình tôi trồng 300 gốc ổi, mỗi năm thu 150 triệu đồng. Cuộc sống khấm khá hơn”. Danh hiệu “Gia đình văn hóa” đạt 93%. Chương trình “Sóng và máy tính cho em” trao 40 máy tính bảng.
`;

const table = `DANH SÁCH
Đăng ký mô hình “Dân vận khéo” năm 2023 phường Hòa Sơn

STT\tTên mô hình\tĐịa chỉ\tĐơn vị thực hiện\tLĩnh vực\tSố hộ tham gia
1\tTổ dân phố văn minh, thân thiện\tTổ dân phố 12\tChi bộ 12\tVăn hóa - xã hội\t45
2\tMô hình “Hẻm an toàn, không tội phạm”\tTổ 7\tCông an phường\tQuốc phòng - an ninh\t60
3\tChợ không dùng túi ni lông\tChợ Thuận An\tHội LHPN phường\tKinh tế\t120
Tổng cộng: 225 hộ
`;

const land = `Đánh giá thích nghi đất đai huyện Cao Sơn
Nghiên cứu xây dựng 32 đơn vị đất đai trên bản đồ tỷ lệ 1/25.000. Mô hình đánh giá đất theo FAO được áp dụng, mô hình số độ cao (DEM) có độ phân giải 30 m. Kết quả có 12.345,6 ha đất nông nghiệp, trong đó 5.200 ha đất thích nghi cao (S1), 7.145,6 ha thích nghi trung bình (S2). Mô hình “SWAT” mô phỏng dòng chảy tốt, đạt 85%.
`;

const sport = `Giải bóng đá phong trào huyện Nam Sơn năm 2022
Giải có 16 đội với 320 vận động viên tham dự, thi đấu 31 trận. Phong trào “Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại” thu hút 35% dân số. Mô hình câu lạc bộ thể thao “Khỏe để học tập” được duy trì. Đội “Thanh niên Xanh” đoạt giải Nhất, nhận 10 triệu đồng tiền thưởng. Điển hình như anh Nguyễn Văn Tú ghi 9 bàn thắng.
`;

const traffic = `Tình hình trật tự an toàn giao thông
Trong 6 tháng đầu năm 2023, toàn tỉnh xảy ra 145 vụ tai nạn giao thông, làm chết 98 người, bị thương 112 người. Lực lượng chức năng xử lý 12.560 trường hợp vi phạm, phạt tiền 35 tỷ đồng. Quốc lộ 1A đoạn Km 125 có mật độ 5.000 xe/ngày. Thông điệp “Đã uống rượu bia - không lái xe”. Phân luồng theo mô hình “làn sóng xanh” tại 12 nút giao.
`;

export const papersOfOthers: readonly ExpectedPaper[] = [
  {
    what: 'news with straight quotation marks and speech',
    text: news,
    documents: [],
    practices: [
      'Đường hoa phụ nữ | xã An Nội | -',
      'Ngôi nhà xanh | xã Tiêu Động | -',
      'Biến rác thành tiền | xã Tiêu Động | -',
      'Liên thế hệ tự giúp nhau | xã Vũ Bản | -',
      'nuôi lợn hữu cơ | xã Ngọc Lũ | -',
      'trồng dưa lưới trong nhà màng | thị trấn Bình Mỹ | -',
    ],
    figures: '5 >1.2 47 1860 <900 14 >9 300 143 98 45 17 5 7 >1500',
    sums: ['143 = 98 + 45'],
  },
  {
    what: 'a list with dashes, with and without quotation marks',
    text: dashedList,
    documents: [],
    practices: [
      'Camera an ninh | phường An Bình | -',
      'Bếp ăn tình thương | | -',
      'Hẻm 132 không rác | phường Xuân Khánh | -',
      'Tuyến đường Lê Lai văn minh | phường An Phú | -',
      'Chi hội phụ nữ giúp nhau làm kinh tế | phường Tân An | -',
      'ông Huỳnh Văn Sáu | phường Cái Sơn | -',
      'bà Trần Thị Bé Năm | phường An Hội | -',
    ],
    figures: '85 320 200 42 28 560000000 120 15',
    sums: [],
  },
  {
    what: 'names in running text without quotation marks',
    text: unquotedLists,
    documents: [],
    practices: [
      'Chính quyền thân thiện | thôn 1 | political_system',
      'Ngày thứ năm không hẹn | | political_system',
      'nuôi dê sinh sản | | political_system',
      'trồng sâm dưới tán rừng | | political_system',
      'nuôi cá tầm | | political_system',
      'vườn rau hữu cơ | | political_system',
      'trồng quế gắn với bảo vệ rừng | thôn 3 | political_system',
    ],
    figures: '34 27 25 27 92.59% 99.7% 3 186 2.35 102% 2 112 15.6 3.2 70 80',
    sums: [],
  },
  {
    what: 'sections whose lists follow their heading in one line',
    text: fieldsInline,
    documents: [],
    practices: [
      'trồng rau an toàn | xã Vân Hội | economy',
      'chăn nuôi bò thịt | xã Hoàng Đan; xã Hợp Thịnh | economy',
      'sản xuất đậu nành rau | | economy',
      'Đám cưới tiết kiệm | xã An Hòa | culture_society',
      'Đám tang văn minh | xã An Hòa | culture_society',
      'Thư viện tư nhân | thôn Lai Sơn, xã Đồng Tĩnh | culture_society',
      'Giúp trẻ đến trường | | culture_society',
      'Tổ liên gia tự quản về ANTT | thị trấn Hợp Hòa | defence_security',
      'Dòng họ Nguyễn Văn tự quản | xã Kim Long | defence_security',
      'Cổng trường an toàn giao thông | | defence_security',
      'Chính quyền lắng nghe dân | xã Thanh Vân | political_system',
      'Bộ phận một cửa thân thiện | xã Thanh Vân | political_system',
      'Chi bộ bốn tốt | | political_system',
    ],
    figures: '87 120 45 39 291 40 30',
    sums: [],
  },
  {
    what: 'a story with slogans, titles and speech',
    text: interview,
    documents: [],
    practices: ['Tuyến đường không rác | | -', 'Vườn mẫu 4 mùa | | -'],
    figures: '19 19 62 4 9 300 150 93% 40',
    sums: [],
  },
  {
    what: 'a registration list that was a table',
    text: table,
    documents: [],
    practices: [
      'Tổ dân phố văn minh, thân thiện | Tổ dân phố 12 | culture_society',
      'Hẻm an toàn, không tội phạm | Tổ 7 | defence_security',
      'Chợ không dùng túi ni lông | Chợ Thuận An | economy',
    ],
    figures: '45 60 120 225',
    sums: [],
  },
  {
    what: 'a study of land units: no practice',
    text: land,
    documents: [],
    practices: [],
    figures: '32 30 12345.6 5200 7145.6 85%',
    sums: ['12345.6 = 5200 + 7145.6'],
  },
  {
    what: 'a sports report: no practice',
    text: sport,
    documents: [],
    practices: [],
    figures: '16 320 31 35% 10 9',
    sums: [],
  },
  {
    what: 'a traffic report: no practice',
    text: traffic,
    documents: [],
    practices: [],
    figures: '145 98 112 12560 35 5000 12',
    sums: [],
  },
];
