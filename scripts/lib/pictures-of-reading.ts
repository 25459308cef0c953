import type { Page } from 'playwright-core';
import { type Picture, see, settled, viewers } from './picture.ts';

/** An old paper being read. One read before is opened, not read twice; nothing goes into the register. */
export const readingPictures: readonly Picture[] = [
  { name: 'doc-tai-lieu', as: viewers.agency, open: openReading },
];

/** A report as such offices write them. The sum is wrong on purpose. */
const report = `ĐẢNG BỘ THỊ XÃ HƯƠNG TRÀ
BAN DÂN VẬN
*
Số 27-BC/BDV
Hương Trà, ngày 15 tháng 12 năm 2021

BÁO CÁO
kết quả phong trào thi đua “Dân vận khéo” năm 2021

Thực hiện Kế hoạch số 12-KH/TU, ngày 20/02/2021 của Ban Thường vụ Thị ủy về phong trào thi đua “Dân vận khéo” năm 2021, Ban Dân vận Thị ủy báo cáo kết quả như sau:

I. KẾT QUẢ

1. Đăng ký, thực hiện
Toàn thị xã có 31/39 tổ chức cơ sở đảng đăng ký 64 mô hình (kinh tế 15, văn hóa - xã hội 32, quốc phòng - an ninh 11, xây dựng hệ thống chính trị 8).

2. Lĩnh vực văn hóa - xã hội
Nổi bật có các mô hình: “Ngõ phố không rác” (phường Hương Xuân); “Tiếng kẻng học bài” (xã Hương Toàn); “Bếp ăn ngày mưa” của Hội Liên hiệp Phụ nữ phường Hương Văn. Nhân dân hiến hơn 1.200 m² đất, góp 350 triệu đồng và 480 ngày công làm đường ngõ phố.

3. Lĩnh vực quốc phòng, an ninh
Mô hình “Tổ tự quản bến đò” (phường Hương Vân) duy trì tốt, không để xảy ra vụ việc phức tạp.

II. HẠN CHẾ
Còn 8 đơn vị chưa đăng ký; việc sơ kết có nơi còn chậm.

Nơi nhận:
- Ban Dân vận Tỉnh ủy,
- Lưu VT.

TRƯỞNG BAN
`;

async function openReading(page: Page): Promise<void> {
  await see(page, '/doc-tai-lieu');
  await page.getByLabel('Tệp tài liệu').setInputFiles({
    name: 'bao-cao-dan-van-kheo-2021.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(report, 'utf8'),
  });
  await page.getByRole('region', { name: 'Nguyên văn tài liệu' }).waitFor();
  await page.getByRole('tab', { name: /^Mô hình/ }).click();
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
}
