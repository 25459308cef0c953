/** Ways of saying the same thing that papers of other bodies and provinces have, each on a passage written for it. */
import { describe, expect, it, test } from 'vitest';
import { readPaper } from './read-paper.ts';

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
