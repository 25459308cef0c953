/** Ways of saying the same thing that papers of other bodies and provinces have, each on a passage written for it. */
import { describe, expect, it, test } from 'vitest';
import { readPaper } from './read-paper.ts';
import { documentsOf, figuresOf, practicesOf, sumsOf } from './testing/expected-paper.ts';

const dvk = 'Kết quả phong trào thi đua “Dân vận khéo” năm 2022.\n\n';

function namesOf(text: string): string[] {
  return readPaper(text).practices.map((one) => one.name);
}

describe('a paper that never says “dân vận khéo”', () => {
  test.each([
    [
      'of border guards',
      'Đồn Biên phòng Nậm Là giúp đồng bào hai bản giáp biên với mô hình “Sóng wifi bản xa”, được già làng hết lòng ủng hộ.',
    ],
    [
      'of a commune police',
      'Công an xã Đông Kỳ phối hợp với các tổ an ninh ra mắt mô hình “Sóng wifi bản xa”, góp phần giữ an ninh trật tự.',
    ],
    [
      'of a women’s union',
      'Hội viên phụ nữ thôn Đoài duy trì mô hình “Sóng wifi bản xa”, gây quỹ giúp hộ nghèo trong thôn.',
    ],
  ])('is read where it is %s', (_, text) => {
    expect(namesOf(text)).toEqual(['Sóng wifi bản xa']);
  });

  test.each([
    [
      'land',
      'Thu hồi 1.200 m² đất của 14 hộ tại các đơn vị đất “Khu A1”, “Lô B2”; mô hình “Quản lý đất đai 3D” được trình UBND tỉnh.',
    ],
    [
      'sport',
      'Huấn luyện viên chọn mô hình “kim cương” ở giữa sân, điển hình như trong trận gặp đội “Voi rừng”.',
    ],
    [
      'traffic',
      'Sở Xây dựng thí điểm mô hình “Làn xanh buýt nhanh” trên ba tuyến đường, cấm xe tải vào giờ cao điểm.',
    ],
    [
      'growth',
      'Các mô hình tăng trưởng tiêu biểu như: mô hình Solow, mô hình Keynes; mô hình “rồng châu Á”.',
    ],
  ])('names no practice where it is about %s', (_, text) => {
    expect(namesOf(text)).toEqual([]);
  });
});

describe('exemplars', () => {
  it('are named one after the other below a colon that does not stand right after the word', () => {
    const text = `${dvk}Nhiều điển hình được biểu dương trong năm: già làng Y Brôh Kbuôr (xã Ea Tân) vận động 40 hộ dời chuồng trại; bà Lò Thị Phương, Chi hội trưởng bản Nà Pá; Thượng úy Đỗ Mạnh Cường, Công an xã Ea Tân.\n`;
    expect(namesOf(text)).toEqual(['già làng Y Brôh Kbuôr', 'bà Lò Thị Phương', 'Thượng úy Đỗ Mạnh Cường']);
  });
});

describe('where exemplars are', () => {
  test.each([
    [
      'Điển hình như bà Lò Thị Phương, Chi hội trưởng Phụ nữ bản Nà Pá, xã Chiềng La.',
      ['bản Nà Pá, xã Chiềng La'],
    ],
    ['Điển hình như ông Bàn Văn Kim - người Dao ở xã Yên Hạ - tự nguyện hiến đất.', ['xã Yên Hạ']],
    ['Điển hình như anh Giàng A Tủa, Bí thư Đoàn xã Tả Van.', ['xã Tả Van']],
  ])('is told by their post in %j', (text, places) => {
    expect(readPaper(dvk + text).practices[0]?.places).toEqual(places);
  });
});

describe('lines that begin with the one who has the practice', () => {
  it('are read below a heading that announces a list, divided by field or not', () => {
    const text = `${dvk}DANH SÁCH MÔ HÌNH TIÊU BIỂU\nI. Lĩnh vực kinh tế\n1. Phường Cẩm Sơn: Làng nghề rèn đi chợ mạng.\n2. Xã Cẩm Lĩnh: Gom ruộng nhỏ thành cánh đồng ngô ngọt.\nII. Quốc phòng - an ninh\n1. Phường Cẩm Sơn: Ngõ phố không tiếng còi xe.\n`;
    expect(practicesOf(readPaper(text))).toEqual([
      'Làng nghề rèn đi chợ mạng | Phường Cẩm Sơn | economy',
      'Gom ruộng nhỏ thành cánh đồng ngô ngọt | Xã Cẩm Lĩnh | economy',
      'Ngõ phố không tiếng còi xe | Phường Cẩm Sơn | defence_security',
    ]);
  });

  it('are read below “Tiêu biểu:” and keep the commas of their names', () => {
    const text = `${dvk}Toàn xã có 14 mô hình. Tiêu biểu:\n+ Chi bộ thôn Hạ: Nuôi dê núi đá (9 hộ).\n+ Hội Người cao tuổi xã - Mô hình: Ông bà nêu gương, cháu con noi bước.\n`;
    expect(namesOf(text)).toEqual(['Nuôi dê núi đá', 'Ông bà nêu gương, cháu con noi bước']);
  });

  it('may begin with a person, in a part for persons', () => {
    const text =
      'TỔNG HỢP ĐĂNG KÝ MÔ HÌNH DÂN VẬN KHÉO\nII- CÁ NHÂN\n1. Đ/c Ngô Hữu Lễ, Trưởng thôn Tây - Vận động hộ nuôi vịt dời chuồng.\n2. Bà Phan Thị Na, hội viên phụ nữ - Nhận đỡ đầu trẻ mồ côi.\n';
    expect(namesOf(text)).toEqual(['Vận động hộ nuôi vịt dời chuồng', 'Nhận đỡ đầu trẻ mồ côi']);
  });

  test.each([
    'III. TỔ CHỨC XÂY DỰNG MÔ HÌNH\n- Ban Dân vận: Tham mưu Ban Thường vụ thành lập đoàn kiểm tra.\n- Hội Nông dân: Phối hợp với Phòng Nông nghiệp.\n',
    'II. KẾT QUẢ XÂY DỰNG MÔ HÌNH\n- Xã Cẩm Lĩnh: Đăng ký 12 mô hình.\n- Phường Cẩm Sơn: 09 mô hình.\n',
  ])('name no practice where they tell of duties or counts', (text) => {
    expect(namesOf(dvk + text)).toEqual([]);
  });
});

describe('names right after “các mô hình”', () => {
  test.each([
    [
      'đã hình thành các mô hình trồng vải sớm ở xã Phúc Hòa, nuôi dê thả đồi ở xã Tân Sỏi và ủ phân xanh (thôn Cầu).',
      ['trồng vải sớm', 'nuôi dê thả đồi', 'ủ phân xanh'],
    ],
    [
      'Quận còn có các mô hình Bến nước sạch, Sân chơi từ lốp cũ, Tủ thuốc trên ghe.',
      ['Bến nước sạch', 'Sân chơi từ lốp cũ', 'Tủ thuốc trên ghe'],
    ],
    ['nhân rộng các mô hình phát triển kinh tế, giữ gìn trật tự và xây dựng nếp sống mới.', []],
  ])('are read from %j', (text, names) => {
    expect(namesOf(dvk + text)).toEqual(names);
  });
});

describe('lists far from their noun', () => {
  test.each([
    'Các mô hình tiêu biểu do các phòng, ban, đơn vị thuộc Lữ đoàn xây dựng từ đầu năm đến nay được bà con ghi nhận, như: “Giếng khơi đảo xa”, “Sổ tay đi biển”.',
    'Trong hơn 200 tổ, nhiều mô hình được nhân rộng, góp phần kéo giảm vi phạm ở khu dân cư và giữ yên các địa bàn giáp ranh như: “Giếng khơi đảo xa”, “Sổ tay đi biển”…',
  ])('are read in %j', (text) => {
    expect(namesOf(dvk + text)).toEqual(['Giếng khơi đảo xa', 'Sổ tay đi biển']);
  });

  it('are read where the sentence before has named them', () => {
    const text = `${dvk}Tổng công ty có 41 mô hình. Nổi bật là “Bữa ăn ca đêm” của Công ty Sợi; “Tủ thuốc bên máy”.`;
    expect(namesOf(text)).toEqual(['Bữa ăn ca đêm', 'Tủ thuốc bên máy']);
  });

  it('are not read where a movement in the plural stands nearer', () => {
    const text = `${dvk}Các mô hình được duy trì; đơn vị hưởng ứng tích cực, sôi nổi và đều khắp ở mọi nơi các phong trào lớn do tỉnh phát động trong năm qua, như: “Thanh niên xung kích”, “Phụ nữ ba đảm đang”.`;
    expect(namesOf(text)).toEqual([]);
  });
});

describe('a list whose first item calls itself a model', () => {
  it('is read to its end, plain names and quoted ones', () => {
    const text = `${dvk}Tiêu biểu như: Mô hình sửa mái nhà cho hộ nghèo (135 triệu đồng); tặng xe đạp học sinh xa trường (40 chiếc); cùng các mô hình “Lối đi hoa dại”, “Mắt thần ngõ nhỏ”…`;
    expect(namesOf(text)).toEqual([
      'sửa mái nhà cho hộ nghèo',
      'tặng xe đạp học sinh xa trường',
      'Lối đi hoa dại',
      'Mắt thần ngõ nhỏ',
    ]);
  });
});

describe('numbered items', () => {
  it('are read inside a sentence, without their numbers', () => {
    const text = `${dvk}Đảng bộ xã đăng ký 03 mô hình, gồm: (1) Đổi rác lấy cây giống; (2) Họp bản lúc tối trời; (3) Nghĩa trang không vàng mã.`;
    expect(namesOf(text)).toEqual([
      'Đổi rác lấy cây giống',
      'Họp bản lúc tối trời',
      'Nghĩa trang không vàng mã',
    ]);
  });

  it('are read as lines that begin with a quoted name', () => {
    const text = `${dvk}Một số mô hình tiêu biểu:\n1. “Tin nhắn ngừa lừa đảo” - Công an huyện Ia Pa.\n2. “Bạn đồng hành”: giúp 12 người mãn hạn tù.\n`;
    expect(namesOf(text)).toEqual(['Tin nhắn ngừa lừa đảo', 'Bạn đồng hành']);
  });

  it('name no practice where they are the labels of a form', () => {
    const text = `${dvk}Kết quả thực hiện mô hình như sau:\n1. Địa điểm: bản Nà Lốc\n2. Thời gian: từ tháng 3 đến tháng 11\n3. Người phụ trách: Bí thư Chi bộ\n`;
    expect(namesOf(text)).toEqual([]);
  });
});

describe('who has a practice', () => {
  it('is told inside the item of a list', () => {
    const text = `${dvk}Có nhiều mô hình, điển hình như: chi hội nông dân ấp Vàm với mô hình nuôi cua hai da; Hội Nông dân xã Rạch Dừa với tổ đan lưới.`;
    expect(practicesOf(readPaper(text)).map((one) => one.split(' | ')[0])).toEqual([
      'nuôi cua hai da',
      'tổ đan lưới',
    ]);
    expect(readPaper(text).practices[1]).toMatchObject({
      owner: 'Hội Nông dân xã Rạch Dừa',
      places: ['xã Rạch Dừa'],
    });
  });

  it('is told before a model without quotation marks, by a body without a name of its own', () => {
    const text = `${dvk}Đoàn xã với mô hình vườn ươm giống gỗ lim đã cấp 6.000 cây; Hội CCB xã xây dựng được mô hình lão binh đưa đón học trò.`;
    expect(namesOf(text)).toEqual(['vườn ươm giống gỗ lim', 'lão binh đưa đón học trò']);
    expect(namesOf(`${dvk}Hội Nông dân thôn Hạ làm tốt mô hình nuôi ốc ruộng sâu.`)).toEqual([
      'nuôi ốc ruộng sâu',
    ]);
  });
});

describe('where a practice is', () => {
  test.each([
    ['Ở xóm 5, xã Kim Trung, mô hình “Hàng rào râm bụt” có 112 hộ.', ['xóm 5, xã Kim Trung']],
    [
      'Phong trào lan rộng; còn tại thị trấn Bình Hòa, mô hình “Hàng rào râm bụt” mới ra mắt.',
      ['thị trấn Bình Hòa'],
    ],
    ['Nhân rộng mô hình “Hàng rào râm bụt” từ xã Vĩnh Thịnh ra 3 xã ven biển.', ['xã Vĩnh Thịnh']],
    ['Mô hình “Hàng rào râm bụt” của Công an thành phố Gò Ngang.', ['thành phố Gò Ngang']],
  ])('is told in %j', (text, places) => {
    expect(readPaper(dvk + text).practices[0]?.places).toEqual(places);
  });
});

describe('what is said of a model', () => {
  it('is no name where it tells what something else is', () => {
    const text = `${dvk}“Mỗi tổ đỡ một nhà” là mô hình mới trong công tác vận động mà phường đang làm.`;
    expect(namesOf(text)).toEqual(['Mỗi tổ đỡ một nhà']);
  });

  it('leaves the model there where it is only to be spread', () => {
    const text = `${dvk}Một số mô hình cần nhân rộng như: tổ trồng rau vườn chùa (ấp Lộc), phụ nữ giữ dòng kênh trong (xã Phước).`;
    expect(namesOf(text)).toEqual(['tổ trồng rau vườn chùa', 'phụ nữ giữ dòng kênh trong']);
  });

  it('goes on in an open list with bodies that have the next ones', () => {
    const text = `${dvk}Các mô hình tiêu biểu như: “Biển chờ em về”. Ở các đơn vị có: Tiểu đoàn 4 với “Giếng khơi tình nghĩa”; “Cùng em ra khơi” của Hải đội 2.`;
    expect(namesOf(text)).toEqual(['Biển chờ em về', 'Giếng khơi tình nghĩa', 'Cùng em ra khơi']);
  });
});

describe('quotation marks', () => {
  it('of an inner name close the outer one where one mark is missing', () => {
    const text = `${dvk}Mô hình “Con đường hoa kiểu mẫu gắn với tuyến phố “Sáng - xanh - an toàn” trên huyện lộ 16 dài 800m.`;
    expect(namesOf(text)).toEqual(['Con đường hoa kiểu mẫu gắn với tuyến phố “Sáng - xanh - an toàn']);
  });

  test.each([
    'Xã có mô hình “Tiếng mõ bình yên”. Nhờ vậy không còn những “điểm nóng” về trật tự.',
    'Xã có mô hình “Tiếng mõ bình yên”. Tỉnh đã biểu dương 300 điển hình “Dân vận khéo, làm theo lời Bác”.',
  ])('hold no practice where they stand round a figure of speech or a title: %j', (text) => {
    expect(namesOf(dvk + text)).toEqual(['Tiếng mõ bình yên']);
  });

  it('hold models that are called so only afterwards', () => {
    const text = `${dvk}“Phiên chợ một nghìn” của Huyện đoàn hay “Lớp chữ đêm trăng” của cô giáo Mai cũng là những mô hình được bà con yêu mến.`;
    expect(namesOf(text)).toEqual(['Phiên chợ một nghìn', 'Lớp chữ đêm trăng']);
  });
});

describe('a label that counts', () => {
  it('is divided by the labels after it', () => {
    const reading = readPaper(`${dvk}Tổng số mô hình: 88 (mới: 31; duy trì: 57).`);
    expect(sumsOf(reading)).toEqual(['88 = 31 + 57']);
  });

  it('is not the name of a body that ends in a number', () => {
    const text = `${dvk}Mô hình chăm lo công nhân chiếm 45%, trong đó có bếp ăn của Công ty May 10, khu trọ mới.`;
    expect(figuresOf(readPaper(text))).toBe('45%');
  });
});

describe('papers and sums', () => {
  test.each([
    ['Kế hoạch số 09 ngày 28/7/2021 về phong trào', ['09 2021-07-28']],
    ['Thông báo 441/TB – V05 ngày 28/4/2021 của Bộ', ['441/TB-V05 2021-04-28']],
    ['Kế hoạch 88/KH-CAT-PX03, ngày 21/6/2017', ['88/KH-CAT-PX03 2017-06-21']],
    ['Công văn 88, 90 ngày 01/3/2012 của Ban Dân vận Tỉnh ủy', ['88 2012-03-01', '90 2012-03-01']],
  ])('are read from %j', (text, documents) => {
    expect(documentsOf(readPaper(text))).toEqual(documents);
  });

  test.each([
    [
      'toàn tỉnh có 10 đơn vị hành chính (01 thành phố; 01 thị xã; 08 huyện, trong đó có 05 huyện miền núi).',
      ['10 = 1 + 1 + 8'],
    ],
    [
      'huy động hơn 1.250 tỷ đồng, trong đó ngân sách 780 tỷ đồng, nhân dân 470 tỷ đồng.',
      ['1250 = 780 + 470'],
    ],
    ['huy động hơn 1.250 tỷ đồng, trong đó: ngân sách 700 tỷ đồng, nhân dân 470 tỷ đồng.', []],
    ['có 27 đơn vị (05 xã, 03 phường) đăng ký.', []],
  ])('are added up, or left alone, in %j', (text, sums) => {
    expect(sumsOf(readPaper(text))).toEqual(sums);
  });
});
