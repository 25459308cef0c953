/** Turns of phrase found in papers of bodies and years never read before, each on a passage written for it. */
import { describe, expect, it, test } from 'vitest';
import { readPaper } from './read-paper.ts';
import { documentsOf, figuresOf, sumsOf } from './testing/expected-paper.ts';

const dvk = 'Kết quả phong trào thi đua “Dân vận khéo” năm 2022.\n\n';

function namesOf(text: string): string[] {
  return readPaper(text).practices.map((one) => one.name);
}

describe('a total divided by the movement’s fields', () => {
  const parts = 'kinh tế 53, văn hóa - xã hội 242, quốc phòng - an ninh 77, xây dựng hệ thống chính trị 14.';

  it('is a sum, and its fields are no practices', () => {
    const reading = readPaper(`${dvk}Toàn huyện có 386 mô hình, trong đó: ${parts}`);
    expect(reading.practices).toEqual([]);
    expect(figuresOf(reading)).toBe('386 53 242 77 14');
    expect(sumsOf(reading)).toEqual(['386 = 53 + 242 + 77 + 14']);
  });

  it('must add up where all four are told, with or without a colon', () => {
    const told = 'trong đó kinh tế 15, văn hóa 30, quốc phòng 10, chính trị 8.';
    expect(sumsOf(readPaper(`${dvk}Xã có 64 mô hình, ${told}`))).toEqual(['64 ≠ 15 + 30 + 10 + 8']);
  });

  it('need not add up where only some are told', () => {
    const told = 'trong đó có kinh tế 15, văn hóa 30.';
    expect(sumsOf(readPaper(`${dvk}Xã có 64 mô hình, ${told}`))).toEqual([]);
  });
});

describe('the name of a practice', () => {
  test.each([
    [
      'holds its verb where it says what each one does',
      'Mô hình Mỗi thầy thuốc nhận một bản xa của Trung tâm Y tế huyện được bà con biết ơn. Mô hình Mỗi hội viên giúp một mái nhà ở xã Ia Kly lan rộng.',
      ['Mỗi thầy thuốc nhận một bản xa', 'Mỗi hội viên giúp một mái nhà'],
    ],
    [
      'follows the noun that says what kind of thing it is',
      'Phường ra mắt mô hình khu dân cư “Ngõ nhỏ không rác”, “Bốn bề yên tĩnh”; xã mở mô hình phiên chợ “Một nghìn đồng”.',
      ['Ngõ nhỏ không rác', 'Bốn bề yên tĩnh', 'Một nghìn đồng'],
    ],
    [
      'is told as what the model is about',
      'Chi bộ Chợ đăng ký mô hình với nội dung: “Giữ vỉa hè trước quầy hàng”.',
      ['Giữ vỉa hè trước quầy hàng'],
    ],
    [
      'opens the sentence that calls it a model',
      'Tổ đưa đò đêm ở bản Lác là mô hình được bà con quý mến.',
      ['Tổ đưa đò đêm'],
    ],
    [
      'follows a plural noun of its own in a list',
      'Nhiều mô hình “Dân vận khéo” tiêu biểu của phường được vinh danh dịp này, như: những buổi “Trà chiều ghế đá” giữa lãnh đạo và người dân; mô hình “Ba phút xong giấy”.',
      ['Trà chiều ghế đá', 'Ba phút xong giấy'],
    ],
  ])('%s', (_, text, names) => {
    expect(namesOf(dvk + text)).toEqual(names);
  });

  test.each([
    'Các mô hình “Dân vận khéo thì việc gì cũng thành công” được nhân rộng.',
    'Tổ công tác là mô hình.',
    'Tỉnh có sáng kiến thành lập mô hình Dân vận khóm, ấp, thôn ở 12 xã.',
    'Địa điểm thực hiện mô hình tại cổng chợ xã Phúc Lộc.',
    'Mô hình được nhân rộng, như: những phong trào “Ba sạch”, “Hai tốt”.',
    'Xã xây dựng mô hình với nội dung phong phú theo tinh thần “Gần dân, hiểu dân”.',
  ])('is not found in %j', (text) => {
    expect(namesOf(dvk + text)).toEqual([]);
  });
});

describe('numbers of bodies', () => {
  test.each([
    'Lữ đoàn 172, Hải đội 2, Binh đoàn 15, Đồn 33 và Trạm ra đa 38 cùng bà con đắp đê.',
    'Trung đoàn Bộ binh 584 hỗ trợ bà con; Trường Tiểu học Lê Lợi 2 vận động phụ huynh.',
    'Quân khu 7, Sư đoàn 5, Kho 31, Đoàn Kinh tế - Quốc phòng 78 giúp dân.',
  ])('count nothing in %j', (text) => {
    expect(figuresOf(readPaper(dvk + text))).toBe('');
  });
});

describe('dates', () => {
  it('stand before the body that issued the paper', () => {
    const text = 'Ngày 14/6/2019, Công đoàn ngành Giáo dục đã ban hành Kế hoạch số 72/KH-CĐN gửi các trường.';
    expect(documentsOf(readPaper(text))).toEqual(['72/KH-CĐN 2019-06-14']);
  });

  it('of an event are not those of the paper that it cites', () => {
    const text =
      'Ngày 14/6/2019, Đoàn công tác kiểm tra việc thực hiện Kế hoạch số 72/KH-CĐN tại các trường.';
    expect(documentsOf(readPaper(text))).toEqual(['72/KH-CĐN']);
  });

  it('are broken over two lines of a copied head', () => {
    const text =
      'HUYỆN ỦY AN KHÊ\nSố 12-KH/HU\nAn Khê, ngày\n12 tháng 3 năm 2020\nKẾ HOẠCH\nthực hiện phong trào “Dân vận khéo”\n';
    expect(documentsOf(readPaper(text))).toEqual(['12-KH/HU 2020-03-12']);
  });
});

describe('a paper that names neither the movement nor “dân vận”', () => {
  test.each([
    [
      'of border guards with brackets for owners',
      'Bộ đội Biên phòng có nhiều cách làm hay giúp đồng bào, như: Mô hình “Bát cháo đầu ngày” (Biên phòng Sông Trà), “Ba lô cho em” (Biên phòng Núi Thành).',
      ['Bát cháo đầu ngày', 'Ba lô cho em'],
    ],
    [
      'of a parish',
      'Giáo xứ Tân Hòa được Ủy ban MTTQ xã cùng giáo dân xây dựng Mô hình “Xóm đạo bình yên, ngõ nhà nở hoa”.',
      ['Xóm đạo bình yên, ngõ nhà nở hoa'],
    ],
    [
      'of farmers, with plain names that tell their places',
      'Qua phong trào thi đua, Hội Nông dân có nhiều cách làm hay của hội viên, như: Hội Nông dân huyện Lập Lộc chỉ đạo cải tạo vườn tạp; mô hình hàng cau thẳng lối tại xã Tân Lộc; mô hình mương sạch cá về xã Tân Hải, huyện Lập Lộc.',
      ['hàng cau thẳng lối', 'mương sạch cá về'],
    ],
  ])('is read where it is %s', (_, text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('names no practice in plain words without a place', () => {
    const text =
      'Hội Nông dân, Hội Phụ nữ và đoàn thể giúp hội viên; các mô hình như: nuôi bò vỗ béo, trồng rau trái vụ.';
    expect(namesOf(text)).toEqual([]);
  });
});

describe('where a practice that is called a model stands', () => {
  test.each([
    ['“Ngõ sạch bốn mùa” là mô hình hay của Hội Phụ nữ xã Tân Mai.', ['xã Tân Mai']],
    ['“Ngõ sạch bốn mùa” là mô hình mà Đảng ủy phường Tân Mai đang làm.', ['phường Tân Mai']],
    ['Mô hình “Ngõ sạch bốn mùa” do bà con cùng làm ở phường Tân Mai.', ['phường Tân Mai']],
    ['Mô hình “Ngõ sạch bốn mùa” của Ủy ban Mặt trận Thành phố Sông Trà.', ['Thành phố Sông Trà']],
  ])('is told in %j', (text, places) => {
    expect(readPaper(dvk + text).practices[0]?.places).toEqual(places);
  });
});

describe('quantities', () => {
  test.each([
    ['gần ba nghìn lượt cháu dự, hơn hai trăm hộ hiến đất', '<3000 >200'],
    ['giúp gần chục hộ nghèo; hàng chục hộ khác', '<10'],
    ['thu hút 412/1980 cựu quân nhân', '412 1980'],
    ['trao 30 suất quà (500 ngàn đồng/1 suất)', '30 500'],
    ['là một trong 250 hộ dân trồng giống lúa thuần Thơm ưu 8.', '250'],
  ])('are read from %j', (text, figures) => {
    expect(figuresOf(readPaper(text))).toBe(figures);
  });
});

describe('a list of models after a plural', () => {
  it('is read to its end where only its first item says “mô hình”', () => {
    const text = `${dvk}Một số mô hình tiêu biểu của huyện như mô hình khéo vận động đổi vỏ lon lấy trứng; khéo vận động lập tổ nuôi ong ruồi của xã Thạnh Đông; khéo vận động dựng cột cờ, hàng rào xanh của xã Thạnh Tây…`;
    expect(namesOf(text)).toEqual([
      'khéo vận động đổi vỏ lon lấy trứng',
      'khéo vận động lập tổ nuôi ong ruồi',
      'khéo vận động dựng cột cờ, hàng rào xanh',
    ]);
  });

  it('is trusted where the paper is of the Front’s own work', () => {
    const text =
      'MTTQ các cấp cùng tổ tự quản, khu dân cư xây dựng nông thôn mới. MTTQ huyện còn có các mô hình như mô hình cột cờ thẳng hàng được 670 hộ làm theo; mô hình tang lễ gọn nhẹ, tiết kiệm; mô hình câu lạc bộ chia ngọt.';
    expect(namesOf(text)).toEqual([
      'cột cờ thẳng hàng',
      'tang lễ gọn nhẹ, tiết kiệm',
      'câu lạc bộ chia ngọt',
    ]);
  });
});

describe('a list told after another noun', () => {
  it('is of models where a later item says so, also after its last “và”', () => {
    const text = `${dvk}Xã còn có các mô hình ở khu dân cư như ngõ xóm có hoa, có đèn ở 12 xóm; mô hình bếp không khói; mô hình giếng làng sạch và mô hình chợ không ni lông…`;
    expect(namesOf(text)).toEqual([
      'ngõ xóm có hoa, có đèn',
      'bếp không khói',
      'giếng làng sạch',
      'chợ không ni lông',
    ]);
  });
});

describe('bodies', () => {
  it('are no places, though a word of their names looks like one', () => {
    const text = 'Mô hình “Sóng xanh” của Bộ Chỉ huy Bộ đội Biên phòng tỉnh Bình Hải được bà con yêu mến.';
    expect(readPaper(dvk + text).practices[0]?.places).toEqual(['tỉnh Bình Hải']);
  });
});

describe('slogans and virtues', () => {
  test.each([
    'Các đảng viên nêu cao tinh thần gương mẫu, “làm trước nói sau, việc khó không lùi”.',
    'Xã có nhiều gương tốt: “đảng viên đi trước, làng nước theo sau”.',
  ])('are no exemplars in %j', (text) => {
    expect(namesOf(dvk + text)).toEqual([]);
  });
});

describe('what a number counts', () => {
  test.each([
    ['đã tổ chức 1.240 “Giờ học bên sông” cho 9.300 em học sinh', '1240 9300'],
    ['nhờ 19 “người gác đêm” ở các ngã tư', '19'],
    ['lập 14 câu lạc bộ trên 11 phường', '14 11'],
    ['có trên 11 phường, xã đăng ký', '>11'],
    ['đường dây 500kV mạch 3; lúc đó là 7 giờ tối', ''],
    ['góp mỗi ngày 5 - 10 nghìn đồng, hằng ngày 2 buổi', '5 10 2'],
    ['từ ngày 5 đến ngày 10', ''],
    ['khóa 9 “Người dân vận”, câu 3 “Bạn làm gì”', ''],
  ])('is read from %j', (text, figures) => {
    expect(figuresOf(readPaper(text))).toBe(figures);
  });

  it('is divided into kinds that have its first word', () => {
    const text =
      'duy trì 84 tổ tự quản với 512 thành viên. Trong đó: có 21 tổ an ninh, 43 tổ hòa giải, 20 tổ liên gia.';
    expect(sumsOf(readPaper(text))).toEqual(['84 = 21 + 43 + 20']);
    const other = 'duy trì 84 tổ tự quản. Trong đó: có 21 tổ an ninh, 40 tổ hòa giải, 20 tổ liên gia.';
    expect(sumsOf(readPaper(other))).toEqual([]);
  });
});

describe('a model that has been named', () => {
  it('opens no list where it is only pointed at', () => {
    const text = `${dvk}Xã ra mắt mô hình “2 cộng 2”. Điểm hay của mô hình này nằm ở sự gần gũi: mỗi người một việc, mỗi đảng viên đỡ đầu một hội viên.`;
    expect(namesOf(text)).toEqual(['2 cộng 2']);
  });

  it('makes no practices of what is quoted after it in small letters', () => {
    const text = `${dvk}Mô hình “Chi hội ấp Giồng mở đường” được biểu dương. Từ các tuyến đường “nắng bụi, mưa bùn” nay có nhiều tuyến “sáng - xanh - sạch”.`;
    expect(namesOf(text)).toEqual(['Chi hội ấp Giồng mở đường']);
  });
});

describe('short forms', () => {
  it('are names where they stand right after their noun', () => {
    expect(namesOf(`${dvk}1- Mô hình “EMI” của Hội Nông dân xã An Tây.`)).toEqual(['EMI']);
  });

  it('stand in a bracket inside a name', () => {
    const text = `${dvk}Mô hình Tổ hợp tác (THT) nuôi cá lóc bông của Hội Nông dân xã Thạnh Lộc được đánh giá cao.`;
    expect(namesOf(text)).toEqual(['Tổ hợp tác (THT) nuôi cá lóc bông']);
  });
});

describe('the label of a line', () => {
  it('names a model, in the papers of the unions, too', () => {
    const text =
      'Huyện hội và các chi hội phụ nữ giúp hội viên phụ nữ khó khăn.\nMô hình hỗ trợ chị em khởi sự buôn bán nhỏ: Đây là cách làm được chi hội các thôn tin theo.\n';
    expect(namesOf(text)).toEqual(['hỗ trợ chị em khởi sự buôn bán nhỏ']);
  });
});

describe('who and where', () => {
  test.each([
    [
      'Mô hình “Cơm sẻ chia“ của Hội Phụ nữ và Hội Chữ thập đỏ phường Suối Mơ (thành phố Long Tân) có 25 người.',
      ['phường Suối Mơ, thành phố Long Tân'],
    ],
    ['Hiệu quả mô hình “Sổ ghé nhà” của phụ nữ huyện Quỳnh Sơn.', ['huyện Quỳnh Sơn']],
    ['Phụ nữ xã Tam Hải còn duy trì mô hình nuôi heo đất tiết kiệm, góp được 46 triệu đồng.', ['xã Tam Hải']],
  ])('is told in %j', (text, places) => {
    expect(readPaper(dvk + text).practices[0]?.places).toEqual(places);
  });
});

describe('numbers that are names', () => {
  it('take no unit from a span of time', () => {
    const text =
      'Sau 3 năm thực hiện Chương trình (Chương trình MTQG 1719) đời sống đổi khác; khám tại 02 Bệnh viện.';
    expect(figuresOf(readPaper(text))).toBe('2');
  });
});
